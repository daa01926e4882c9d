import { and, asc, count, eq, gt } from 'drizzle-orm'
import { decodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import { canonicalJson } from '../domain/primitives/canonical-json.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import type { LogEntry } from '../domain/proof/log-entry.ts'
import { hexSha256 } from './hex-sha256.ts'
import { ledgerRow, regulation, schemeVersion } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** How much there is from before a log that is still empty. */
export async function countEarlier({ db, tenantId }: Town) {
  const [versions] = await db
    .select({ count: count() })
    .from(schemeVersion)
    .where(eq(schemeVersion.tenantId, tenantId))
  const [rows] = await db.select({ count: count() }).from(ledgerRow).where(eq(ledgerRow.tenantId, tenantId))
  return { versions: versions?.count ?? 0, ledgerRows: rows?.count ?? 0 }
}

/**
 * Versions and ledger rows as entries of the log, so many at a time: rows by position, a version before the first row
 * that was recorded after it.
 */
export async function* readEarlier(town: Town, atOnce: number): AsyncGenerator<readonly LogEntry[]> {
  const versions = [...(await readAdoptions(town))]
  let position = 0
  for (;;) {
    const rows = await readRows(town, position, atOnce)
    const entries: LogEntry[] = []
    for (const row of rows) {
      while (versions[0] !== undefined && versions[0].at.getTime() <= Date.parse(row.recordedAt))
        entries.push(...versions.splice(0, 1))
      entries.push({ kind: 'ledger-row', row })
    }
    const last = rows.at(-1)
    if (last === undefined) break
    yield entries
    position = last.position
  }
  if (versions.length > 0) yield versions
}

async function readRows({ db, tenantId }: Town, after: number, atOnce: number) {
  const rows = await db
    .select({ canonical: ledgerRow.canonical })
    .from(ledgerRow)
    .where(and(eq(ledgerRow.tenantId, tenantId), gt(ledgerRow.position, after)))
    .orderBy(asc(ledgerRow.position))
    .limit(atOnce)
  return rows.map(({ canonical }) => decodeLedgerRow(canonical))
}

export type Adoption = Extract<LogEntry, { kind: 'adoption' }>

/** Every adopted version, oldest first. */
export async function readAdoptions({ db, tenantId }: Town): Promise<readonly Adoption[]> {
  const rows = await db
    .select({ version: schemeVersion, text: regulation.text })
    .from(schemeVersion)
    .leftJoin(
      regulation,
      and(eq(regulation.tenantId, schemeVersion.tenantId), eq(regulation.id, schemeVersion.regulationId)),
    )
    .where(eq(schemeVersion.tenantId, tenantId))
    .orderBy(asc(schemeVersion.version))
  return rows.map(({ version, text }) => {
    assert((text === null) === (version.regulationId === null), 'the regulation of a version is on record')
    return {
      kind: 'adoption',
      version: version.version,
      schemeDigest: hexSha256(canonicalJson(version.scheme)),
      regulationDigest: text === null ? null : hexSha256(text),
      effectiveFrom: localDate(version.effectiveFrom),
      at: version.adoptedAt,
      by: version.adoptedBy,
    }
  })
}
