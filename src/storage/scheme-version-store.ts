import { and, asc, eq } from 'drizzle-orm'
import type { SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { schemeSchema, schemeToFile } from '../domain/scheme/scheme.ts'
import { readRegulation } from './regulation-rows.ts'
import { schemeVersion } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function schemeVersionStore(town: Town): SchemeVersionStore {
  const { db, tenantId } = town
  const toVersion = async (row: typeof schemeVersion.$inferSelect): Promise<StoredVersion> => ({
    version: row.version,
    scheme: schemeSchema.parse(row.scheme),
    regulation: row.regulationId === null ? null : await readRegulation(town, row.regulationId),
    effectiveFrom: localDate(row.effectiveFrom),
    adoptedAt: row.adoptedAt,
    adoptedBy: row.adoptedBy,
    basis: row.basis,
  })

  return {
    async list() {
      const rows = await db
        .select()
        .from(schemeVersion)
        .where(eq(schemeVersion.tenantId, tenantId))
        .orderBy(asc(schemeVersion.version))
      return Promise.all(rows.map(toVersion))
    },

    async read(version) {
      const [row] = await db
        .select()
        .from(schemeVersion)
        .where(and(eq(schemeVersion.tenantId, tenantId), eq(schemeVersion.version, version)))
      return row === undefined ? null : toVersion(row)
    },

    async add({ version, scheme, regulationId, effectiveFrom, adoptedAt, adoptedBy, basis }) {
      await db.insert(schemeVersion).values({
        tenantId,
        version,
        scheme: schemeToFile(scheme),
        regulationId,
        effectiveFrom,
        adoptedAt,
        adoptedBy,
        basis,
      })
    },
  }
}
