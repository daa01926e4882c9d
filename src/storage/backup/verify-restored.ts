import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { z } from 'zod'
import type { LogHead } from '../../domain/proof/log-entry.ts'
import { compareLog } from '../compare-log.ts'
import * as schema from '../schema.ts'
import { verifySignature } from '../signatures.ts'
import { BackupRefused } from './backup-refusal.ts'
import { enterTown, listAttachments } from './catalogue.ts'
import type { BackedUpTown, Manifest } from './manifest.ts'

/** What was found right, to be said at the terminal. */
export type Verified = {
  readonly rows: number
  readonly towns: readonly VerifiedTown[]
  readonly sealedSecrets: number
}

export type VerifiedTown = {
  readonly name: string
  readonly people: number
  readonly entries: number
  readonly bulletins: number
  readonly attachments: number
  /** By name: missing or altered when the backup was written already. */
  readonly lostAttachments: readonly string[]
  readonly head: LogHead
}

/** Holds what was restored against the manifest and against itself; throws BackupRefused at the first that is amiss. */
export async function verifyRestored(client: pg.Client, manifest: Manifest): Promise<Verified> {
  const towns: VerifiedTown[] = []
  for (const town of manifest.towns) towns.push(await verifyTown(client, town, manifest))
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { rows, towns, sealedSecrets: await countSealedSecrets(client) }
}

const countsSchema = z.object({
  people: z.coerce.number(),
  rows: z.coerce.number(),
  lastPosition: z.coerce.number(),
  entries: z.coerce.number(),
  bulletins: z.coerce.number(),
})

async function verifyTown(client: pg.Client, town: BackedUpTown, manifest: Manifest): Promise<VerifiedTown> {
  await enterTown(client, town.id)
  const answer = await client.query(
    `select (select count(*) from person where tenant_id = $1) as people,
            (select count(*) from ledger_row where tenant_id = $1) as rows,
            (select coalesce(max(position), 0) from ledger_row where tenant_id = $1) as "lastPosition",
            (select count(*) from ledger_row where tenant_id = $1 and kind = 'recording') as entries,
            (select count(*) from bulletin where tenant_id = $1) as bulletins`,
    [town.id],
  )
  const { people, rows, lastPosition, entries, bulletins } = countsSchema.parse(answer.rows[0])
  if (rows !== town.ledgerRows || rows !== lastPosition)
    throw new BackupRefused({ kind: 'not-as-backed-up', what: `${town.name}的台账行数` })
  const attachments = await requireAttachments(client, town, manifest)
  await requireLog(client, town, manifest)
  return { name: town.name, people, entries, bulletins, ...attachments, head: town.head }
}

/** Every leaf reckoned anew against what it stands for, the tree against what was signed, and both against the manifest. */
async function requireLog(client: pg.Client, town: BackedUpTown, { signingKeys }: Manifest): Promise<void> {
  // Written before there was a log: what there is enters it at the next start.
  if (town.head.size === 0) return
  const of = { tenantId: town.id, db: drizzle(client, { schema }) }
  const { head, problems } = await compareLog(of, { keys: signingKeys, verify: verifySignature })
  const [first] = problems
  if (first !== undefined)
    throw new BackupRefused({ kind: 'log-broken', town: town.name, problem: first.kind, index: first.index })
  if (head.size !== town.head.size || head.root !== town.head.root)
    throw new BackupRefused({ kind: 'not-as-backed-up', what: `${town.name}的存证日志` })
}

/** Every file that a row speaks of came along, by its content, but for those that the backup says were lost before it. */
async function requireAttachments(
  client: pg.Client,
  town: BackedUpTown,
  { files, lostFiles }: Manifest,
): Promise<Pick<VerifiedTown, 'attachments' | 'lostAttachments'>> {
  const attachments = await listAttachments(client, town.id)
  const [kept, known] = [new Set(files.map(({ sha256 }) => sha256)), new Set(lostFiles)]
  const lost = attachments.filter(({ sha256 }) => !kept.has(sha256))
  const missing = lost.find(({ sha256 }) => !known.has(sha256))
  if (missing !== undefined)
    throw new BackupRefused({ kind: 'not-as-backed-up', what: `${town.name}的附件“${missing.name}”` })
  return { attachments: attachments.length - lost.length, lostAttachments: lost.map(({ name }) => name) }
}

/** What nobody opens without the key: authenticators and robots' addresses. */
async function countSealedSecrets(client: pg.Client): Promise<number> {
  const { rows } = await client.query('select count(*) as sealed from totp where confirmed_at is not null')
  return z.object({ sealed: z.coerce.number() }).parse(rows[0]).sealed
}
