import { and, asc, eq, sql } from 'drizzle-orm'
import type { SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import { canonicalJson } from '../domain/primitives/canonical-json.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { schemeSchema, schemeToFile } from '../domain/scheme/scheme.ts'
import { hexSha256 } from './hex-sha256.ts'
import { appendLeaves } from './log-leaves.ts'
import { readRegulation } from './regulation-rows.ts'
import { schemeVersion } from './schema.ts'
import type { Town } from './town-transaction.ts'

/**
 * Versions already read, so that a page does not parse the whole scheme at every click: what was adopted never
 * changes. The row's xmin (the transaction that wrote it) is part of the key, because a version read inside a
 * transaction that is then undone is not the one that later takes its number.
 */
const remembered = new Map<string, StoredVersion>()
const mostRemembered = 50

export function schemeVersionStore(town: Town): SchemeVersionStore {
  const { db, tenantId } = town

  async function load(version: number): Promise<StoredVersion> {
    const [row] = await db
      .select()
      .from(schemeVersion)
      .where(and(eq(schemeVersion.tenantId, tenantId), eq(schemeVersion.version, version)))
    assert(row !== undefined, `version ${String(version)} is on record`)
    return {
      version: row.version,
      scheme: schemeSchema.parse(row.scheme),
      regulation: row.regulationId === null ? null : await readRegulation(town, row.regulationId),
      effectiveFrom: localDate(row.effectiveFrom),
      adoptedAt: row.adoptedAt,
      adoptedBy: row.adoptedBy,
      basis: row.basis,
    }
  }

  async function recall({ version, writtenBy }: { version: number; writtenBy: string }): Promise<StoredVersion> {
    const key = `${tenantId} ${String(version)} ${writtenBy}`
    const known = remembered.get(key) ?? (await load(version))
    remembered.delete(key) // so that the map keeps the latest used last
    remembered.set(key, known)
    const oldest = remembered.keys().next()
    if (remembered.size > mostRemembered && oldest.done !== true) remembered.delete(oldest.value)
    return known
  }

  const stamp = { version: schemeVersion.version, writtenBy: sql<string>`xmin::text` }
  return {
    async list() {
      const stamps = await db
        .select(stamp)
        .from(schemeVersion)
        .where(eq(schemeVersion.tenantId, tenantId))
        .orderBy(asc(schemeVersion.version))
      const versions: StoredVersion[] = []
      for (const one of stamps) versions.push(await recall(one))
      return versions
    },

    async read(version) {
      const [found] = await db
        .select(stamp)
        .from(schemeVersion)
        .where(and(eq(schemeVersion.tenantId, tenantId), eq(schemeVersion.version, version)))
      return found === undefined ? null : recall(found)
    },

    async add({ version, scheme, regulationId, effectiveFrom, adoptedAt, adoptedBy, basis }) {
      const file = schemeToFile(scheme)
      const regulation = regulationId === null ? null : await readRegulation(town, regulationId)
      await appendLeaves(town, [
        {
          kind: 'adoption',
          version,
          schemeDigest: hexSha256(canonicalJson(file)),
          regulationDigest: regulation === null ? null : hexSha256(regulation.text),
          effectiveFrom,
          at: adoptedAt,
          by: adoptedBy,
        },
      ])
      await db.insert(schemeVersion).values({
        tenantId,
        version,
        scheme: file,
        regulationId,
        effectiveFrom,
        adoptedAt,
        adoptedBy,
        basis,
      })
    },
  }
}
