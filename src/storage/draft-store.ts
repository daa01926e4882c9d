import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type {
  DraftStore,
  StepWork,
  StoredDraft,
  StoredDraftHead,
  StoredRegulation,
  StoredStep,
} from '../commands/draft-store.ts'
import { aimSchema } from '../domain/compiler/aimed-edits.ts'
import { assert } from '../domain/primitives/result.ts'
import { interpretationSchema } from '../domain/regulation/diagnostic.ts'
import { schemeEditSchema } from '../domain/scheme/edit-scheme.ts'
import { readRegulation } from './regulation-rows.ts'
import { draftStep, regulation, schemeDraft } from './schema.ts'
import { hexSha256 } from './hex-sha256.ts'
import { schemeVersionStore } from './scheme-version-store.ts'
import type { Town } from './town-transaction.ts'

const workSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interpretation'), interpretation: interpretationSchema }),
  z.object({
    kind: z.literal('edit'),
    edit: schemeEditSchema,
    made: z.array(z.string()).optional(),
    aims: z.array(aimSchema).optional(),
  }),
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
      return draft === undefined ? null : readDraft(town, draft)
    },

    async read(draftId) {
      const [draft] = await db.select().from(schemeDraft).where(ofDraft(draftId))
      return draft === undefined ? null : readDraft(town, draft)
    },

    list: () => listDrafts(town),

    async open(draft, at, by) {
      await putAside(town, at, by)
      // A copy stands on the text of the version it was made from, which is on record.
      if (draft.regulation !== null && draft.base?.part !== 'scheme')
        await addRegulation(town, draft.regulation, by)
      await db.insert(schemeDraft).values({
        tenantId,
        id: draft.id,
        regulationId: draft.regulation?.id ?? null,
        title: draft.title,
        baseVersion: draft.base?.version ?? null,
        basePart: draft.base?.part ?? null,
        revision: 0,
        state: 'open',
        createdAt: at,
        createdBy: by,
      })
    },

    async reopen(draftId, at, by) {
      await putAside(town, at, by)
      await db.update(schemeDraft).set({ state: 'open', closedAt: null, closedBy: null }).where(ofDraft(draftId))
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

async function listDrafts({ db, tenantId }: Town): Promise<readonly StoredDraftHead[]> {
  const drafts = await db
    .select({ draft: schemeDraft, fileName: regulation.fileName })
    .from(schemeDraft)
    .leftJoin(
      regulation,
      and(eq(regulation.tenantId, schemeDraft.tenantId), eq(regulation.id, schemeDraft.regulationId)),
    )
    .where(eq(schemeDraft.tenantId, tenantId))
    .orderBy(desc(schemeDraft.createdAt), desc(schemeDraft.id))
  const steps = await db
    .select({
      draftId: draftStep.draftId,
      standing: sql<number>`(count(*) filter (where not undone))::int`,
      latest: sql<Date>`max("at")`.mapWith(draftStep.at),
    })
    .from(draftStep)
    .where(eq(draftStep.tenantId, tenantId))
    .groupBy(draftStep.draftId)
  const byDraft = new Map(steps.map((one) => [one.draftId, one]))
  return drafts.map(({ draft, fileName }) => ({
    id: draft.id,
    title: draft.title,
    state: draft.state,
    hasRegulation: draft.regulationId !== null,
    fileName,
    base: baseOf(draft),
    steps: byDraft.get(draft.id)?.standing ?? 0,
    createdAt: draft.createdAt,
    createdBy: draft.createdBy,
    changedAt: byDraft.get(draft.id)?.latest ?? draft.createdAt,
    closedAt: draft.closedAt,
    closedBy: draft.closedBy,
  }))
}

type DraftRow = typeof schemeDraft.$inferSelect

function baseOf({ baseVersion, basePart }: DraftRow) {
  return baseVersion === null || basePart === null ? null : { version: baseVersion, part: basePart }
}

async function readDraft(town: Town, draft: DraftRow): Promise<StoredDraft> {
  const base = baseOf(draft)
  const version = base === null ? null : await schemeVersionStore(town).read(base.version)
  assert(base === null || version !== null, 'the version a draft builds on is on record')
  return {
    id: draft.id,
    revision: draft.revision,
    title: draft.title,
    regulation: draft.regulationId === null ? null : await readRegulation(town, draft.regulationId),
    base: base === null || version === null ? null : { ...base, scheme: version.scheme },
    steps: await readSteps(town, draft.id),
  }
}

/** The draft that is open stays on record as discarded. */
async function putAside({ db, tenantId }: Town, at: Date, by: string): Promise<void> {
  await db
    .update(schemeDraft)
    .set({ state: 'discarded', closedAt: at, closedBy: by })
    .where(and(eq(schemeDraft.tenantId, tenantId), eq(schemeDraft.state, 'open')))
}

async function readSteps({ db, tenantId }: Town, draftId: string): Promise<readonly StoredStep[]> {
  const rows = await db
    .select()
    .from(draftStep)
    .where(and(eq(draftStep.tenantId, tenantId), eq(draftStep.draftId, draftId)))
    .orderBy(asc(draftStep.position))
  return rows.map((row) => {
    const work: StepWork = workSchema.parse(row.body)
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
