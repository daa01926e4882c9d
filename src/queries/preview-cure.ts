import type { BulletinHead, BulletinStore } from '../commands/bulletin-store.ts'
import type { StoredEntry } from '../commands/ledger-store.ts'
import { perPersonAmount, sharePool, type PayLine } from '../domain/pay/share-pool.ts'
import { zeroPoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import type { Fen } from '../domain/primitives/fen.ts'
import { townDay, yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { periodSpan } from '../domain/review/period-span.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { assess } from '../domain/scoring/assess.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { standings } from '../domain/standing/standings.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { readYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'

/** What the reversal changes for one person; points in hundredths, money in fen. */
export type CureChange = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly scoreBefore: Centipoints
  readonly scoreAfter: Centipoints
  /** Within the ranking group. */
  readonly rankBefore: number | null
  readonly rankAfter: number | null
  /** What is paid out, after `money`; null: no pay can be reckoned. */
  readonly payBeforeFen: Fen | null
  readonly payAfterFen: Fen | null
  /** Whose entry is reversed. */
  readonly isSubject: boolean
}

export type CurePreview = {
  readonly year: number
  /** While parts are not assessed yet, scores, ranks and pay are reckoned by what is known so far (暂计). */
  readonly isProvisional: boolean
  /** Why no pay is shown; null: it is. */
  readonly noPay: 'no-amount' | 'other-formula' | 'no-score' | null
  /** Everyone whose score, rank or pay becomes another, in roster order. */
  readonly changes: readonly CureChange[]
  readonly unchanged: number
  /** The pool stays what it is: what one gains, the others give. */
  readonly poolFen: Fen | null
}

/** Everyone's change by reversing entries of one year: the pool is shared, so that others' pay changes with it. */
export async function previewCure(
  ports: AssessmentPorts,
  entries: readonly StoredEntry[],
  today: LocalDate,
): Promise<Result<CurePreview, NoScheme>> {
  const [first] = entries
  const year = first === undefined ? yearOf(today) : yearOf(first.occurredOn)
  const read = await readYear(ports, assessmentPeriod(String(year), today, null))
  if (!read.ok) return read
  const { assessment, version } = read.value
  const reversed = new Set(entries.map(({ id }) => id))
  const before = assess(assessment)
  const after = assess({
    ...assessment,
    entries: assessment.entries.map((entry) =>
      reversed.has(entry.id) ? { ...entry, state: 'reversed' as const } : entry,
    ),
  })
  const isProvisional = [...before, ...after].some(({ score }) => score === null)
  const [old, renewed] = [
    figuresOf(before, version.scheme, isProvisional),
    figuresOf(after, version.scheme, isProvisional),
  ]
  const subjects = new Set(entries.map(({ staffNumber }) => staffNumber))
  const changes = before.flatMap((sheet, index) => {
    const change = changeOf(sheet, old.at(index), renewed.at(index), subjects)
    return change === null ? [] : [change]
  })
  return accept({
    year,
    isProvisional,
    noPay: old.refused,
    changes,
    unchanged: before.length - changes.length,
    poolFen: old.poolFen,
  })
}

type Figures = { readonly score: Centipoints; readonly rank: number | null; readonly payFen: Fen | null }

function figuresOf(sheets: readonly ScoreSheet[], scheme: Scheme, provisional: boolean) {
  const ranks = standings(sheets, { provisional })
  const amount = perPersonAmount(scheme, null)
  const list = amount.ok ? sharePool(sheets, amount.value, { provisional }) : amount
  const lines: readonly PayLine[] = list.ok ? list.value.lines : []
  const refused =
    list.ok || list.refusal.code === 'partial' || list.refusal.code === 'no-people' ? null : list.refusal.code
  return {
    refused,
    poolFen: list.ok ? list.value.poolFen : null,
    at: (index: number): Figures => ({
      score: sheets[index]?.soFar ?? zeroPoints,
      rank: ranks[index] ?? null,
      payFen: lines[index]?.netFen ?? null,
    }),
  }
}

function changeOf(
  { staffNumber, name, office }: ScoreSheet,
  before: Figures,
  after: Figures,
  subjects: ReadonlySet<string>,
): CureChange | null {
  const isSame = before.score === after.score && before.rank === after.rank && before.payFen === after.payFen
  const isSubject = subjects.has(staffNumber)
  if (isSame && !isSubject) return null
  return {
    staffNumber,
    name,
    office,
    scoreBefore: before.score,
    scoreAfter: after.score,
    rankBefore: before.rank,
    rankAfter: after.rank,
    payBeforeFen: before.payFen,
    payAfterFen: after.payFen,
    isSubject,
  }
}

/** A published bulletin that shows what is reversed, and that no correction has followed yet. */
export type PublishedOver = {
  readonly id: string
  readonly title: string
  readonly number: number
  readonly publishedOn: LocalDate
  readonly isInNotice: boolean
}

const withFigures: ReadonlySet<string> = new Set(['monthly', 'quarterly', 'annual', 'payroll'])

/** The bulletins whose figures an entry is in: of its year, up to a day after it, published after it was recorded. */
export async function publishedOver(
  bulletins: Pick<BulletinStore, 'list'>,
  entries: readonly StoredEntry[],
): Promise<readonly PublishedOver[]> {
  const all = await bulletins.list()
  return all
    .filter((one) => entries.some((entry) => shows(one, entry) && !isCorrected(all, one, entry)))
    .map(toPublished)
}

function shows({ kind, state, period, ledgerPosition }: BulletinHead, entry: StoredEntry): boolean {
  const span = periodSpan(period)
  if (!withFigures.has(kind) || state === 'withdrawn' || span === null) return false
  const isOfYear = yearOf(span.first) === yearOf(entry.occurredOn)
  return isOfYear && span.last >= entry.occurredOn && ledgerPosition >= entry.position
}

/** By a bulletin published since the entry was reversed; nothing is corrected before that. */
function isCorrected(all: readonly BulletinHead[], { id }: BulletinHead, { reversal }: StoredEntry): boolean {
  return all.some(
    ({ corrects, state, publishedAt }) =>
      corrects === id && state !== 'withdrawn' && reversal !== null && publishedAt >= reversal.at,
  )
}

function toPublished({ id, title, number, publishedAt, state }: BulletinHead): PublishedOver {
  const publishedOn = townDay(publishedAt.getTime())
  return { id, title, number, publishedOn, isInNotice: state === 'notice' }
}
