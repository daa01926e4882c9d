import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { OfYear, ProposalStore } from '../commands/proposal-store.ts'
import { finalPayList, payChanges, type FinalPayList, type PayChange } from '../domain/pay/final-pay-list.ts'
import { perPersonAmount, type PayRefusal } from '../domain/pay/share-pool.ts'
import type { Fen } from '../domain/primitives/fen.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'
import { latestApproved } from './draft-result.ts'

export type PayListNotReady =
  | PayRefusal
  | { readonly code: 'result-not-approved'; readonly year: number }
  /** The result of that number has not been publicly noticed to the end: 公示 comes before pay. */
  | { readonly code: 'notice-not-final'; readonly year: number; readonly number: number }
  /** The approved list of that number pays everyone the same. */
  | { readonly code: 'pay-list-unchanged'; readonly number: number }

export type DraftedPayList = {
  readonly payList: FinalPayList
  /** 补发/追扣 against the approved list it would replace; null where it would be the first. */
  readonly changes: readonly PayChange[] | null
}

/**
 * The pay list of a year's approved annual result as it would be frozen now, by the amount asked for, else the
 * scheme's. Nothing but the approved figures goes into it, and only once their bulletin is final.
 */
export async function draftPayList(
  ports: {
    readonly versions: Pick<SchemeVersionStore, 'read'>
    readonly annualResults: Pick<ProposalStore<OfYear, FinalResult>, 'list'>
    readonly payLists: Pick<ProposalStore<OfYear, FinalPayList>, 'list'>
    readonly bulletins: Pick<BulletinStore, 'list' | 'find'>
  },
  asked: { readonly year: number; readonly perPerson: Fen | null },
): Promise<Result<DraftedPayList, PayListNotReady>> {
  const result = latestApproved(await ports.annualResults.list(), asked.year)
  if (result === null) return refuse({ code: 'result-not-approved', year: asked.year })
  if (!(await isNoticedToTheEnd(ports.bulletins, result)))
    return refuse({ code: 'notice-not-final', year: asked.year, number: result.number })
  const version = await ports.versions.read(result.schemes.at(-1)?.version ?? 0)
  assert(version !== null, 'the scheme of an approved result is on record')
  const perPerson = perPersonAmount(version.scheme, asked.perPerson)
  if (!perPerson.ok) return perPerson
  const last = latestApproved(await ports.payLists.list(), asked.year)
  const made = finalPayList(result, { number: (last?.number ?? 0) + 1, perPerson: perPerson.value })
  if (!made.ok) return made
  const payList = made.value
  if (last === null) return accept({ payList, changes: null })
  const changes = payChanges(last, payList)
  const isSame = changes.length === 0 && last.resultNumber === payList.resultNumber
  return isSame ? refuse({ code: 'pay-list-unchanged', number: last.number }) : accept({ payList, changes })
}

/** Whether the bulletin of just this result, by its number, is final. */
async function isNoticedToTheEnd(
  bulletins: Pick<BulletinStore, 'list' | 'find'>,
  { year, number }: FinalResult,
): Promise<boolean> {
  const final = (await bulletins.list()).filter(
    (one) => one.kind === 'annual' && one.year === year && one.state === 'final',
  )
  for (const { id } of final) if ((await bulletins.find(id))?.backing?.result?.number === number) return true
  return false
}
