import { and, desc, eq, getTableColumns, max, sql } from 'drizzle-orm'
import type { Bulletin, BulletinDraft, BulletinHead, BulletinStore } from '../commands/bulletin-store.ts'
import { backingDigest as digestOfBacking, backingSchema } from '../domain/bulletin/backing.ts'
import { bulletinTermsSchema } from '../domain/bulletin/bulletin-terms.ts'
import { bulletinContentSchema } from '../domain/bulletin/bulletin.ts'
import { canonicalJson } from '../domain/primitives/canonical-json.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { hexSha256 } from './hex-sha256.ts'
import { appendLeaves } from './log-leaves.ts'
import { bulletin, bulletinDraft } from './schema.ts'
import { sha256 } from './sha256.ts'
import type { Town } from './town-transaction.ts'

/** What a town has published by number, and what it is about to. */
export function bulletinStore(town: Town): BulletinStore {
  const { tenantId, db } = town
  const isOfTown = eq(bulletin.tenantId, tenantId)
  const { content: _content, backing: _backing, changes: _changes, ...headColumns } = getTableColumns(bulletin)
  const find = async (bulletinId: string): Promise<Bulletin | null> => {
    const [row] = await db
      .select()
      .from(bulletin)
      .where(and(isOfTown, eq(bulletin.id, bulletinId)))
    return row === undefined ? null : toBulletin(row)
  }
  const end = async (bulletinId: string, ended: Partial<typeof bulletin.$inferInsert>) => {
    const rows = await db
      .update(bulletin)
      .set(ended)
      .where(and(isOfTown, eq(bulletin.id, bulletinId), eq(bulletin.state, 'notice')))
      .returning({ id: bulletin.id })
    return rows.length > 0
  }
  return {
    ...draftPart(town),
    find,
    list: async () => {
      const rows = await db
        .select(headColumns)
        .from(bulletin)
        .where(isOfTown)
        .orderBy(desc(bulletin.publishedAt), desc(bulletin.headSize), desc(bulletin.id))
      return rows.map(toHead)
    },
    lastNumber: async (kind, year) => {
      const [row] = await db
        .select({ number: max(bulletin.number) })
        .from(bulletin)
        .where(and(isOfTown, eq(bulletin.kind, kind), eq(bulletin.year, year)))
      return row?.number ?? 0
    },
    add: async ({ notice, ...given }) => {
      const contentDigest = hexSha256(canonicalJson(given.content))
      const backingDigest = given.backing === null ? null : digestOfBacking(given.backing, sha256)
      const { kind, period, number, corrects, ledgerPosition, publishedAt, publishedBy } = given
      const digests = { contentDigest, backingDigest }
      const publication = { bulletinId: given.id, bulletinKind: kind, period, number, ...digests, corrects }
      const signed = { ledgerPosition, at: publishedAt, by: publishedBy }
      const head = await appendLeaves(town, [{ kind: 'publication', ...publication, ...signed }])
      const isFinal = given.state === 'final'
      await db.insert(bulletin).values({
        ...given,
        ...digests,
        tenantId,
        changes: given.content.correction,
        noticeFrom: notice?.from ?? null,
        noticeTo: notice?.to ?? null,
        headSize: head.size,
        headRoot: head.root,
        finalAt: isFinal ? publishedAt : null,
        finalBy: isFinal ? publishedBy : null,
      })
      const added = await find(given.id)
      assert(added !== null, 'what was published is there')
      return added
    },
    finalise: async (bulletinId, { at, by }) => {
      if (!(await end(bulletinId, { state: 'final', finalAt: at, finalBy: by }))) return false
      await appendLeaves(town, [{ kind: 'finalisation', bulletinId, at, by }])
      return true
    },
    withdraw: (bulletinId, { at, by, reason }) =>
      end(bulletinId, { state: 'withdrawn', withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason }),
  }
}

function draftPart({ tenantId, db }: Town) {
  const isDraft = (draftId: string) => and(eq(bulletinDraft.tenantId, tenantId), eq(bulletinDraft.id, draftId))
  return {
    drafts: async () => {
      const rows = await db
        .select()
        .from(bulletinDraft)
        .where(eq(bulletinDraft.tenantId, tenantId))
        .orderBy(desc(bulletinDraft.at), sql`${bulletinDraft.id} desc`)
      return rows.map(({ tenantId: _tenantId, terms, ...draft }): BulletinDraft => ({
        ...draft,
        terms: bulletinTermsSchema.parse(terms),
      }))
    },
    addDraft: async (draft) => {
      await db.insert(bulletinDraft).values({ tenantId, ...draft })
    },
    changeDraft: async (draftId, { title, terms, at, by }) => {
      await db.update(bulletinDraft).set({ title, terms, at, by }).where(isDraft(draftId))
    },
    removeDraft: async (draftId) => {
      await db.delete(bulletinDraft).where(isDraft(draftId))
    },
  } satisfies Partial<BulletinStore>
}

type Row = typeof bulletin.$inferSelect
type HeadRow = Omit<Row, 'content' | 'backing' | 'changes'>

function toHead(row: HeadRow): BulletinHead {
  const { tenantId: _tenantId, terms, noticeFrom, noticeTo, headSize, headRoot, ...rest } = row
  const { finalAt, finalBy, withdrawnAt, withdrawnBy, withdrawnReason, ...head } = rest
  return {
    ...head,
    terms: bulletinTermsSchema.parse(terms),
    notice:
      noticeFrom === null || noticeTo === null ? null : { from: localDate(noticeFrom), to: localDate(noticeTo) },
    head: { size: headSize, root: headRoot },
    final: finalAt === null || finalBy === null ? null : { at: finalAt, by: finalBy },
    withdrawn:
      withdrawnAt === null || withdrawnBy === null
        ? null
        : { at: withdrawnAt, by: withdrawnBy, reason: withdrawnReason ?? '' },
  }
}

function toBulletin({ content, backing, changes: _changes, ...row }: Row): Bulletin {
  return {
    ...toHead(row),
    content: bulletinContentSchema.parse(content),
    backing: backing === null ? null : backingSchema.parse(backing),
  }
}
