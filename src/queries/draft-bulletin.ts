import type { BulletinDraft, BulletinHead, BulletinStore } from '../commands/bulletin-store.ts'
import type { CalendarStore } from '../commands/calendar-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { PeriodStore } from '../commands/period-store.ts'
import type { OfYear, ProposalStore } from '../commands/proposal-store.ts'
import { bulletinSubtitle, bulletinTitle, isNoticed, noticeWords } from '../domain/bulletin/bulletin-titles.ts'
import type { BulletinBlock, BulletinContent } from '../domain/bulletin/bulletin.ts'
import { correctionBlocks, type CorrectedFigure } from '../domain/bulletin/corrected-figures.ts'
import type { FinalPayList } from '../domain/pay/final-pay-list.ts'
import type { Sha256 } from '../domain/primitives/canonical-json.ts'
import { townDay, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { lastDayWithin } from '../domain/primitives/working-calendar.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'
import { draftAnnual } from './draft-annual-bulletin.ts'
import { draftPayroll } from './draft-payroll-bulletin.ts'
import { draftQuarterly } from './draft-quarterly-bulletin.ts'
import type { BulletinNotReady, DraftedBulletin } from './drafted-bulletin.ts'
import { yearOfPeriod } from './period-year.ts'
import type { AssessmentPorts } from './read-assessed-year.ts'

export type DraftBulletinPorts = AssessmentPorts & {
  readonly readTownName: () => Promise<string>
  readonly bulletins: Pick<BulletinStore, 'list' | 'find'>
  readonly calendar: Pick<CalendarStore, 'read'>
  readonly periods: Pick<PeriodStore, 'closes'>
  readonly ledger: Pick<LedgerStore, 'ofYear' | 'lastPosition'>
  readonly annualResults: Pick<ProposalStore<OfYear, FinalResult>, 'list'>
  readonly payLists: Pick<ProposalStore<OfYear, FinalPayList>, 'list'>
}

export type DraftAsked = {
  readonly today: LocalDate
  readonly engineVersion: string
  readonly sha256: Sha256
}

/** What one kind contributes; head, correction and notice are the same of all. */
export type KindOfBulletin = Pick<DraftedBulletin, 'audience' | 'ledgerPosition' | 'warnings' | 'backing'> &
  Pick<BulletinContent, 'asOf' | 'schemes' | 'figures' | 'engineVersion'> & {
    readonly blocks: readonly BulletinBlock[]
    /** Against the bulletin it corrects; null where it corrects none. */
    readonly changes: readonly CorrectedFigure[] | null
  }

/**
 * A draft as it would be published now: figures of this moment, the days of notice counted from today. What stands on
 * the screen, on paper and in the row is `content` of the number it gets.
 */
export async function draftBulletin(
  ports: DraftBulletinPorts,
  draft: BulletinDraft,
  asked: DraftAsked,
): Promise<Result<DraftedBulletin, BulletinNotReady>> {
  const heads = await ports.bulletins.list()
  const last = lastStanding(heads, draft)
  if (last?.state === 'notice') return refuse({ code: 'bulletin-in-notice', number: last.number })
  const made = await kindOf(ports, draft, last, asked)
  if (!made.ok) return made
  const kind = made.value
  const { terms } = draft
  if (last !== null && (terms.reason ?? '') === '') return refuse({ code: 'reason-missing', number: last.number })
  const to =
    isNoticed(draft.kind) && terms.notice !== null
      ? lastDayWithin(asked.today, terms.notice, await ports.calendar.read())
      : null
  const notice = to === null ? null : { from: asked.today, to, contact: terms.contact, scope: terms.scope }
  const correction =
    last === null ? null : { number: last.number, reason: terms.reason ?? '', changes: [...(kind.changes ?? [])] }
  const town = await ports.readTownName()
  const year = yearOfPeriod(draft.period)
  return accept({
    draft,
    year,
    audience: kind.audience,
    corrects: last,
    notice: to === null ? null : { from: asked.today, to },
    ledgerPosition: kind.ledgerPosition,
    warnings: kind.warnings,
    backing: kind.backing,
    content: ({ number, publishedOn }) => ({
      format: 'gongdao-bulletin/1',
      kind: draft.kind,
      town,
      period: draft.period,
      year,
      number,
      title: draft.title,
      subtitle: bulletinSubtitle(draft.kind, year, number, publishedOn),
      blocks: [
        ...(correction === null || last === null ? [] : correctionBlocks(correction, correctedHead(last))),
        ...kind.blocks,
        ...withheldWords(draft),
        ...(notice === null ? [] : noticeBlocks(noticeWords(notice, terms))),
      ],
      asOf: kind.asOf,
      publishedOn,
      engineVersion: kind.engineVersion,
      schemes: kind.schemes,
      ledgerPosition: kind.ledgerPosition,
      notice,
      correction,
      figures: kind.figures,
    }),
  })
}

function kindOf(
  ports: DraftBulletinPorts,
  draft: BulletinDraft,
  last: BulletinHead | null,
  asked: DraftAsked,
): Promise<Result<KindOfBulletin, BulletinNotReady>> {
  if (draft.kind === 'annual') return draftAnnual(ports, draft, last, asked)
  return draft.kind === 'payroll'
    ? draftPayroll(ports, draft, last, asked)
    : draftQuarterly(ports, draft, last, asked)
}

/** The latest of a kind and period that was not withdrawn, or null. */
export function lastStanding(
  heads: readonly BulletinHead[],
  { kind, period }: Pick<BulletinDraft, 'kind' | 'period'>,
): BulletinHead | null {
  const standing = heads.filter((one) => one.kind === kind && one.period === period && one.state !== 'withdrawn')
  return standing.toSorted((one, other) => other.number - one.number)[0] ?? null
}

/** The title a draft begins with. */
export async function titleOfDraft(
  ports: Pick<DraftBulletinPorts, 'readTownName' | 'bulletins'>,
  asked: { readonly kind: Parameters<typeof bulletinTitle>[0]['kind']; readonly period: string },
): Promise<string> {
  const corrects = lastStanding(await ports.bulletins.list(), asked) !== null
  return bulletinTitle({ town: await ports.readTownName(), ...asked, corrects })
}

function correctedHead({ title, publishedAt }: BulletinHead) {
  return { title, publishedOn: townDay(publishedAt.getTime()) }
}

function withheldWords({ kind, terms }: BulletinDraft): BulletinBlock[] {
  return kind !== 'payroll' && terms.gradesOnly
    ? [{ kind: 'paragraph', text: '各人的成绩不在本件公布，本人可在个人成绩单上查看。' }]
    : []
}

function noticeBlocks(text: string): BulletinBlock[] {
  return [
    { kind: 'heading', level: 1, text: '公示与异议' },
    { kind: 'paragraph', text },
  ]
}
