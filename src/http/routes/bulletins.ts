import type { AuditNote } from '../../commands/audit-store.ts'
import type { Bulletin, BulletinDraft, BulletinHead } from '../../commands/bulletin-store.ts'
import {
  changeBulletinDraft,
  discardBulletinDraft,
  findDraft,
  startBulletinDraft,
} from '../../commands/draft-bulletin.ts'
import { finaliseBulletin, withdrawBulletin } from '../../commands/end-notice.ts'
import { publishBulletin } from '../../commands/publish-bulletin.ts'
import { bulletinKindWords } from '../../domain/bulletin/bulletin-titles.ts'
import { personSheetBlocks } from '../../domain/bulletin/person-sheet-blocks.ts'
import { headText } from '../../domain/bulletin/printed-head.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import type { LogHead } from '../../domain/proof/log-entry.ts'
import { fingerprint } from '../../domain/proof/public-key.ts'
import { standings } from '../../domain/standing/standings.ts'
import { reachOf, type Subject } from '../../policies/permit.ts'
import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { draftBulletin, lastStanding, titleOfDraft } from '../../queries/draft-bulletin.ts'
import { mayReadBulletin } from '../../queries/readable-bulletins.ts'
import { readAssessedYear } from '../../queries/read-assessed-year.ts'
import { isSheetWithin } from '../../queries/read-standings.ts'
import {
  countOpenObjections,
  suggestedTerms,
  toBulletinDetail,
  toBulletinRow,
  toDraftRow,
  toWarningRow,
} from '../bulletin-answers.ts'
import { sha256, shownDigest } from '../bulletin-digest.ts'
import type { bulletinEndpoints, BulletinRow } from '../contract/bulletins.ts'
import { bulletinNotReadySentence } from '../refusal-answers/bulletin-refusal-answer.ts'
import type { RouteGroup } from '../route.ts'
import type { BulletinPaper, Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

function labelOf({ kind, year, number }: BulletinHead): string {
  return `${bulletinKindWords[kind]}${String(year)}年第${String(number)}号`
}

function noteOf(one: BulletinHead, before: string | null): AuditNote {
  const { id, state, contentDigest, withdrawn } = one
  return {
    object: { kind: 'bulletin', id, label: labelOf(one) },
    before: before === null ? null : { state: before },
    after: { state, digest: contentDigest },
    reason: withdrawn?.reason ?? null,
  }
}

function draftObject({ id, kind, period }: BulletinDraft): AuditNote['object'] {
  return { kind: 'bulletin-draft', id, label: `${bulletinKindWords[kind]} ${period}` }
}

/** What the draft would publish now: with its next number, today. */
async function drafted(stores: TownStores, draft: BulletinDraft, today: LocalDate, services: Services) {
  const { engineVersion } = services
  const made = await draftBulletin(stores, draft, { today, engineVersion, sha256 })
  if (!made.ok) return made
  const number = (await stores.bulletins.lastNumber(draft.kind, made.value.year)) + 1
  const content = made.value.content({ number, publishedOn: today })
  return accept({ ...made.value, content: made.value.content, shown: content, digest: shownDigest(content) })
}

async function rowOf(stores: TownStores, one: BulletinHead, today: LocalDate): Promise<BulletinRow> {
  return toBulletinRow(one, await stores.bulletins.list(), { today, calendar: await stores.calendar.read() })
}

/** The bulletin, if this person may read it; one that he may not is answered as if there were none. */
async function readable(
  stores: TownStores,
  subject: Subject,
  bulletinId: string,
): Promise<Result<Bulletin, { readonly code: 'bulletin-unknown' }>> {
  const found = await stores.bulletins.find(bulletinId)
  return found === null || !mayReadBulletin(subject, found) ? refuse({ code: 'bulletin-unknown' }) : accept(found)
}

async function paperOf(
  stores: TownStores,
  { content, head, state, withdrawn }: Bulletin,
  services: Services,
): Promise<BulletinPaper> {
  const mark = state === 'notice' ? '公示中' : null
  const seal = await sealOf(stores, head, services)
  return { content, seal, mark: withdrawn === null ? mark : `已撤回：${withdrawn.reason}` }
}

/** A head as paper carries it: for people in short, for a scanner whole and with the key that signs it. */
async function sealOf({ readTownCode }: TownStores, head: LogHead, { signer }: Services) {
  return { head, text: headText(await readTownCode(), head, fingerprint(signer.key, sha256)) }
}

export const bulletinRoutes: RouteGroup<typeof bulletinEndpoints> = {
  listBulletins: {
    inTown: async ({ query, stores, subject, today }) => {
      const all = await stores.bulletins.list()
      const mine = all.filter((one) => mayReadBulletin(subject, one))
      const day = { today, calendar: await stores.calendar.read() }
      const publishes = reachOf(subject, 'bulletin.publish') !== null
      return accept({
        bulletins: mine
          .filter(({ year }) => query.year === undefined || year === query.year)
          .map((one) => toBulletinRow(one, mine, day)),
        drafts: publishes ? (await stores.bulletins.drafts()).map(toDraftRow) : null,
        years: [...new Set(mine.map(({ year }) => year))].toSorted((one, other) => other - one),
      })
    },
  },
  readBulletin: {
    inTown: async ({ params, stores, subject, today, services, note, noteNothing }) => {
      const found = await readable(stores, subject, params.bulletinId)
      if (!found.ok) return found
      // What the whole town may read is no look at others' scores.
      const isOwn = found.value.staffNumber !== null && found.value.staffNumber === subject.staffNumber
      if (found.value.audience === 'town' || isOwn) noteNothing()
      else note({ object: { kind: 'bulletin', id: found.value.id, label: labelOf(found.value) } })
      const publishes = reachOf(subject, 'bulletin.publish') !== null
      const mine = (await stores.bulletins.list()).filter((one) => mayReadBulletin(subject, one))
      const row = toBulletinRow(found.value, mine, { today, calendar: await stores.calendar.read() })
      return accept(
        toBulletinDetail(found.value, row, {
          headText: (await sealOf(stores, found.value.head, services)).text,
          openObjections: publishes ? await countOpenObjections(stores, found.value, today) : null,
        }),
      )
    },
  },
  downloadBulletin: {
    inTown: async ({ params, query, stores, subject, services, note }) => {
      const found = await readable(stores, subject, params.bulletinId)
      if (!found.ok) return found
      note({ object: { kind: 'bulletin', id: found.value.id, label: labelOf(found.value) } })
      return accept(await services.writeBulletin(await paperOf(stores, found.value, services), query.format))
    },
  },
  finaliseBulletin: {
    inTown: async ({ params, stores, act, today, note }) => {
      const ended = await finaliseBulletin(stores, act, {
        ...params,
        openObjections: (bulletin) => countOpenObjections(stores, bulletin, today),
      })
      if (!ended.ok) return ended
      note(noteOf(ended.value, 'notice'))
      return accept(await rowOf(stores, ended.value, today))
    },
  },
  withdrawBulletin: {
    inTown: async ({ params, body, stores, act, today, note }) => {
      const ended = await withdrawBulletin(stores, act, { ...params, ...body })
      if (!ended.ok) return ended
      note(noteOf(ended.value, 'notice'))
      return accept(await rowOf(stores, ended.value, today))
    },
  },
  startBulletinDraft: {
    inTown: async ({ body, stores, act, today, note }) => {
      const { kind, period, reason = null } = body
      const { terms } = await suggestedTerms(stores, kind, today)
      const draft = await startBulletinDraft(stores.bulletins, act, {
        kind,
        period,
        title: await titleOfDraft(stores, body),
        corrects: lastStanding(await stores.bulletins.list(), body)?.id ?? null,
        terms: { ...terms, reason },
      })
      note({ object: draftObject(draft), after: { title: draft.title }, reason })
      return accept(toDraftRow(draft))
    },
  },
  readBulletinDraft: {
    inTown: async ({ params, stores, today, services, note }) => {
      const found = await findDraft(stores.bulletins, params.bulletinDraftId)
      if (!found.ok) return found
      const draft = found.value
      note({ object: draftObject(draft) })
      const made = await drafted(stores, draft, today, services)
      const head = {
        ...toDraftRow(draft),
        terms: draft.terms,
        suggested: await suggestedTerms(stores, draft.kind, today),
      }
      if (!made.ok) {
        const { code } = made.refusal
        return accept({
          ...head,
          preview: { ready: false as const, code, message: bulletinNotReadySentence(made.refusal) },
        })
      }
      const { digest, shown: content, warnings, corrects } = made.value
      return accept({
        ...head,
        preview: {
          ready: true as const,
          digest,
          content,
          warnings: warnings.map(toWarningRow),
          corrects: corrects === null ? null : { id: corrects.id, number: corrects.number, title: corrects.title },
        },
      })
    },
  },
  changeBulletinDraft: {
    inTown: async ({ params, body, stores, act, note }) => {
      const before = await findDraft(stores.bulletins, params.bulletinDraftId)
      if (!before.ok) return before
      const changed = await changeBulletinDraft(stores.bulletins, act, {
        draftId: params.bulletinDraftId,
        ...body,
      })
      if (!changed.ok) return changed
      note({
        object: draftObject(changed.value),
        before: { title: before.value.title, gradesOnly: before.value.terms.gradesOnly },
        after: { title: changed.value.title, gradesOnly: changed.value.terms.gradesOnly },
        reason: changed.value.terms.reason,
      })
      return accept(toDraftRow(changed.value))
    },
  },
  discardBulletinDraft: {
    inTown: async ({ params, query, stores, note }) => {
      const asked = { draftId: params.bulletinDraftId, seen: query.seen }
      const discarded = await discardBulletinDraft(stores.bulletins, asked)
      if (!discarded.ok) return discarded
      note({ object: draftObject(discarded.value), before: { title: discarded.value.title } })
      return accept({ discarded: true as const })
    },
  },
  downloadBulletinDraft: {
    inTown: async ({ params, query, stores, today, services, note }) => {
      const found = await findDraft(stores.bulletins, params.bulletinDraftId)
      if (!found.ok) return found
      const made = await drafted(stores, found.value, today, services)
      if (!made.ok) return made
      note({ object: draftObject(found.value) })
      const paper = { content: made.value.shown, seal: null, mark: '草稿，未发布' }
      return accept(await services.writeBulletin(paper, query.format))
    },
  },
  publishBulletin: {
    inTown: async ({ params, body, stores, act, today, services, note }) => {
      const found = await findDraft(stores.bulletins, params.bulletinDraftId)
      if (!found.ok) return found
      const made = await drafted(stores, found.value, today, services)
      if (!made.ok) return made
      const published = await publishBulletin(stores.bulletins, act, made.value, {
        typedTitle: body.title,
        digest: { shown: body.digest, now: made.value.digest },
      })
      if (!published.ok) return published
      note(noteOf(published.value, null))
      return accept(await rowOf(stores, published.value, today))
    },
  },
  downloadScoreSheet: {
    inTown: async ({ params, query, stores, today, reach, services, note }) => {
      const assessed = await readAssessedYear(stores, assessmentPeriod(query.period, today, null))
      if (!assessed.ok) return assessed
      const { period, sheets, version } = assessed.value
      const index = sheets.findIndex(({ staffNumber }) => staffNumber === params.staffNumber)
      const sheet = sheets[index]
      if (sheet === undefined || !isSheetWithin(reach, sheet))
        return refuse({ code: 'person-unknown', staffNumber: params.staffNumber, year: period.year })
      note({ object: { kind: 'person', id: sheet.staffNumber, label: sheet.name } })
      const { effectiveFrom, scheme } = version
      const standing = {
        rank: standings(sheets)[index] ?? null,
        of: sheets.filter(({ post }) => post === sheet.post).length,
      }
      const town = await stores.readTownName()
      const content = {
        town,
        title: `${town}个人成绩单`,
        subtitle: `（${sheet.name}，${period.name}，截至${period.asOf}）`,
        blocks: personSheetBlocks(sheet, standing),
        asOf: period.asOf,
        schemes: [{ version: version.version, title: scheme.title, effectiveFrom }],
        engineVersion: services.engineVersion,
        ledgerPosition: await stores.ledger.lastPosition(),
      }
      const seal = await sealOf(stores, await stores.log.head(), services)
      return accept(await services.writeBulletin({ content, seal, mark: null }, query.format))
    },
  },
}
