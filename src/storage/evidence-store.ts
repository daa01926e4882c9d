import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Evidence, EvidenceStore } from '../commands/evidence-store.ts'
import { evidence } from './schema-registers.ts'
import type { Town } from './town-transaction.ts'

const takenSchema = z
  .object({
    at: z.string(),
    place: z.object({ latitude: z.string(), longitude: z.string() }).nullable(),
  })
  .nullable()

/** What is on record of evidence; the bytes are kept by kept-files.ts. */
export function evidenceStore({ tenantId, db }: Town): EvidenceStore {
  const isOfTown = eq(evidence.tenantId, tenantId)
  return {
    add: async ({ subject, ...added }) => {
      await db
        .insert(evidence)
        .values({ ...added, tenantId, subjectKind: subject.kind, subjectId: subject.id })
        .onConflictDoNothing()
    },
    find: async (id) => {
      const [row] = await db
        .select()
        .from(evidence)
        .where(and(isOfTown, eq(evidence.id, id)))
      return row === undefined ? null : toEvidence(row)
    },
    of: async (kind, ids) => {
      if (ids.length === 0) return []
      const rows = await db
        .select()
        .from(evidence)
        .where(and(isOfTown, eq(evidence.subjectKind, kind), inArray(evidence.subjectId, [...ids])))
        .orderBy(asc(evidence.at), asc(evidence.id))
      return rows.map(toEvidence)
    },
  }
}

function toEvidence({
  tenantId: _tenantId,
  subjectKind,
  subjectId,
  taken,
  ...row
}: typeof evidence.$inferSelect): Evidence {
  return { ...row, subject: { kind: subjectKind, id: subjectId }, taken: takenSchema.parse(taken) }
}
