import { z } from 'zod'
import { signatureAlgorithms } from '../../domain/proof/public-key.ts'
import type { districtProofEndpoints, proofEndpoints } from '../contract/proof.ts'
import { answersOf, file, json } from './answers-of.ts'
import { count, instant, words } from './fields.ts'

const root = z.string().regex(/^[0-9a-f]{64}$/)
const head = z.object({ size: count, root })
const algorithm = z.enum(signatureAlgorithms)
const headView = z.object({
  size: count,
  root,
  at: instant,
  note: words,
  by: words.nullable(),
  signedWith: algorithm.nullable(),
})
const townHead = z.object({
  townId: z.uuid(),
  town: words,
  head,
  lastKept: headView.nullable(),
  problem: words.nullable(),
})

export const proofAnswers = answersOf<typeof proofEndpoints>()({
  readLogHead: json(
    z.object({
      head,
      note: words.nullable(),
      qr: words,
      keys: z.array(z.object({ algorithm, fingerprint: words, verifierKey: words })),
      lastKept: headView.nullable(),
    }),
  ),
  listCheckpoints: json(z.object({ checkpoints: z.array(headView) })),
  checkPrintedHead: json(
    z.object({ verdict: z.enum(['contained', 'differs', 'beyond']), size: count, root: root.nullable(), head }),
    [422],
  ),
  downloadReceipt: file([403, 404]),
  listKeptHeads: json(z.object({ kept: z.array(headView) })),
  keepHead: json(z.object({ kept: headView, before: headView.nullable(), isUnchanged: z.boolean() }), [409, 422]),
  compareLog: json(
    z.object({
      head,
      ledgerRows: count,
      erased: count,
      heads: count,
      faults: z.array(z.object({ index: count.nullable(), message: words })),
    }),
  ),
})

export const districtProofAnswers = answersOf<typeof districtProofEndpoints>()({
  listTownHeads: json(z.object({ towns: z.array(townHead) })),
  keepTownHeads: json(z.object({ towns: z.array(townHead) })),
})
