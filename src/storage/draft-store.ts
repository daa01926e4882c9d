import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { DraftStore, StoredRegulation, StoredStep } from '../commands/draft-store.ts'
import type { DraftWork } from '../domain/compiler/replay-draft.ts'
import { interpretationSchema } from '../domain/regulation/diagnostic.ts'
import { schemeEditSchema } from '../domain/scheme/edit-scheme.ts'
import { readRegulation } from './regulation-rows.ts'
import { draftStep, regulation, schemeDraft } from './schema.ts'
import { hexSha256 } from './hex-sha256.ts'
import type { Town } from './town-transaction.ts'

const workSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interpretation'), interpretation: interpretationSchema }),
  z.object({ kind: z.literal('edit'), edit: schemeEditSchema }),
])

export function draftStore(town: Town): DraftStore {
  const { db, tenantId } = town
  const ofDraft = (draftId: string) => and(eq(schemeDraft.tenantId, tenantId), eq(schemeDraft.id, draftId))

  return {
    async readOpen() {
      const [draft] = await db
        .select()
        .from(schemeDraft)
        .where(and(eq(schemeDraft.tenantId, tenantId), eq(schemeDraft.state, 'open')))
      if (draft === undefined) return null
      return {
        id: draft.id,
        revision: draft.revision,
        title: draft.title,
        regulation: draft.regulationId === null ? null : await readRegulation(town, draft.regulationId),
        steps: await readSteps(town, draft.id),
      }
    },

    async open(draft, at, by) {
      await db
        .update(schemeDraft)
        .set({ state: 'discarded', closedAt: at, closedBy: by })
        .where(and(eq(schemeDraft.tenantId, tenantId), eq(schemeDraft.state, 'open')))
      if (draft.regulation !== null) await addRegulation(town, draft.regulation, by)
      await db.insert(schemeDraft).values({
        tenantId,
        id: draft.id,
        regulationId: draft.regulation?.id ?? null,
        title: draft.title,
        revision: 0,
        state: 'open',
        createdAt: at,
        createdBy: by,
      })
    },

    async appendSteps(draftId, revision, steps) {
      const present = await db.$count(
        draftStep,
        and(eq(draftStep.tenantId, tenantId), eq(draftStep.draftId, draftId)),
      )
      await db.insert(draftStep).values(
        steps.map((step, index) => ({
          tenantId,
          draftId,
          position: present + index + 1,
          id: step.id,
          at: step.at,
          by: step.by,
          kind: step.work.kind,
          body: step.work,
          undone: step.undone,
        })),
      )
      await db.update(schemeDraft).set({ revision }).where(ofDraft(draftId))
    },

    async markUndone(draftId, revision, stepId) {
      await db
        .update(draftStep)
        .set({ undone: true })
        .where(and(eq(draftStep.tenantId, tenantId), eq(draftStep.draftId, draftId), eq(draftStep.id, stepId)))
      await db.update(schemeDraft).set({ revision }).where(ofDraft(draftId))
    },

    async close(draftId, state, at, by) {
      await db.update(schemeDraft).set({ state, closedAt: at, closedBy: by }).where(ofDraft(draftId))
    },
  }
}

async function readSteps({ db, tenantId }: Town, draftId: string): Promise<readonly StoredStep[]> {
  const rows = await db
    .select()
    .from(draftStep)
    .where(and(eq(draftStep.tenantId, tenantId), eq(draftStep.draftId, draftId)))
    .orderBy(asc(draftStep.position))
  return rows.map((row) => {
    const work: DraftWork = workSchema.parse(row.body)
    return { id: row.id, at: row.at, by: row.by, undone: row.undone, work }
  })
}

async function addRegulation({ db, tenantId }: Town, stored: StoredRegulation, by: string): Promise<void> {
  await db.insert(regulation).values({
    tenantId,
    id: stored.id,
    title: stored.title,
    fileName: stored.fileName,
    text: stored.text,
    sha256: hexSha256(stored.text),
    receivedAt: stored.receivedAt,
    receivedBy: by,
  })
}
