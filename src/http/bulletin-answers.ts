import type { Bulletin, BulletinDraft, BulletinHead } from '../commands/bulletin-store.ts'
import { isNoticed } from '../domain/bulletin/bulletin-titles.ts'
import type { BulletinTerms } from '../domain/bulletin/bulletin-terms.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '../domain/primitives/working-calendar.ts'
import { dueTerm } from '../domain/scheme/due-terms.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { openObjections } from '../queries/open-objections.ts'
import type { BulletinWarning } from '../queries/drafted-bulletin.ts'
import type { BulletinDetail, BulletinDraftRow, BulletinRow, BulletinWarningRow } from './contract/bulletins.ts'
import type { TownStores } from './town-stores.ts'

type Day = { readonly today: LocalDate; readonly calendar: WorkingCalendar }

/** A bulletin as the list has it; `all` are those there are, for what corrects what. */
export function toBulletinRow(
  one: BulletinHead,
  all: readonly BulletinHead[],
  { today, calendar }: Day,
): BulletinRow {
  const { id, kind, period, year, number, title, state, audience, publishedBy, notice, final, withdrawn } = one
  const corrected = all.find((other) => other.id === one.corrects)
  const correcting = all.find((other) => other.corrects === id && other.state !== 'withdrawn')
  return {
    id,
    kind,
    period,
    year,
    number,
    title,
    state,
    audience,
    publishedAt: one.publishedAt.toISOString(),
    publishedBy,
    notice:
      notice === null
        ? null
        : {
            ...notice,
            workingDaysLeft: Math.max(0, workingDaysBetween(today, notice.to, calendar)),
            isOver: today > notice.to,
          },
    final: final === null ? null : { at: final.at.toISOString(), by: final.by },
    withdrawn: withdrawn === null ? null : { ...withdrawn, at: withdrawn.at.toISOString() },
    corrects: corrected === undefined ? null : { id: corrected.id, number: corrected.number },
    correctedBy: correcting === undefined ? null : { id: correcting.id, number: correcting.number },
  }
}

/** With what it shows, read from its row alone; never its backing. */
export function toBulletinDetail(
  one: Bulletin,
  row: BulletinRow,
  given: { readonly headText: string; readonly openObjections: number | null },
): BulletinDetail {
  const { content, contentDigest, head } = one
  return {
    ...row,
    content,
    contentDigest,
    head,
    ...given,
  }
}

export function toDraftRow({ id, kind, period, title, at, by }: BulletinDraft): BulletinDraftRow {
  return { id, kind, period, title, at: at.toISOString(), by }
}

export function toWarningRow(warning: BulletinWarning): BulletinWarningRow {
  if (warning.code === 'months-open')
    return { code: warning.code, count: warning.months.length, months: warning.months }
  return { ...warning, months: [] }
}

/** The terms a draft of the kind begins with, by the scheme in force. */
export async function suggestedTerms(
  stores: Pick<TownStores, 'versions' | 'readTownName'>,
  kind: BulletinDraft['kind'],
  today: LocalDate,
): Promise<{ readonly terms: BulletinTerms; readonly isDefault: boolean }> {
  const version = versionInForce(await stores.versions.list(), today)
  const scheme: Pick<Scheme, 'deadlines'> = version?.scheme ?? {}
  const { days, kind: dayKind, isDefault } = dueTerm(scheme, '公示')
  const empty = { gradesOnly: false, reason: null }
  if (!isNoticed(kind)) return { terms: { ...empty, notice: null, contact: '', scope: '' }, isDefault: false }
  const contact = `${await stores.readTownName()}绩效考核办公室`
  const scope = '本人的成绩、名次和等次'
  return { terms: { ...empty, notice: { days, kind: dayKind }, contact, scope }, isDefault }
}

/** Open objections against it, or against entries and figures of the days its figures look at. */
export async function countOpenObjections(
  stores: Pick<TownStores, 'proceedings'>,
  { id, kind, period }: Pick<BulletinHead, 'id' | 'kind' | 'period'>,
  today: LocalDate,
): Promise<number> {
  const scopes = [{ bulletinId: id }, ...periodsOf(kind, period).map((one) => ({ period: one }))]
  const found = new Set<string>()
  for (const scope of scopes)
    for (const { proceedingId } of await openObjections(stores, scope, today)) found.add(proceedingId)
  return found.size
}

/** A quarter's balance rests on the quarters before it. */
function periodsOf(kind: BulletinHead['kind'], period: string): readonly string[] {
  if (kind === 'annual') return [period]
  const [year = '', quarter = ''] = period.split('-Q')
  return kind === 'quarterly'
    ? Array.from({ length: Number(quarter) }, (_, place) => `${year}-Q${String(place + 1)}`)
    : []
}
