import type { Backing } from '../domain/bulletin/backing.ts'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import { noTerms } from '../domain/bulletin/bulletin-terms.ts'
import { monthCheckSentence, needsReason, type MonthCheck } from '../domain/bulletin/month-check.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import type { BulletinStore } from './bulletin-store.ts'
import type { Act } from './draft-store.ts'
import { issueBulletin } from './issue-bulletin.ts'
import type { ClosedMonth, PeriodStore } from './period-store.ts'

export type CloseMonthRefusal =
  /** Something is open, and nobody has said why the month is closed all the same. */
  | { readonly code: 'close-reason-missing'; readonly month: string }
  /** Other figures than those that were looked at. */
  | { readonly code: 'figures-changed' }

type Ports = { readonly periods: PeriodStore; readonly bulletins: Pick<BulletinStore, 'lastNumber' | 'add'> }

/** What is closed: the month as `readMonth` has it in this very transaction, which refuses a closed or running one. */
type MonthToClose = {
  readonly month: string
  readonly year: number
  readonly title: string
  readonly checks: readonly MonthCheck[]
  readonly needsReason: boolean
  readonly reason: string | null
  readonly gradesOnly: boolean
  readonly ledgerPosition: number
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
  readonly backing: Backing
}

/**
 * 月考核结账: freezes the month once. Its table is published as a numbered bulletin, which never changes afterwards; an
 * entry of its days that is recorded later is late. The digests say that what is published is what was looked at.
 */
export async function closeMonth(
  ports: Ports,
  act: Act & { readonly today: LocalDate },
  month: MonthToClose,
  digest: { readonly shown: string; readonly now: string },
): Promise<Result<ClosedMonth, CloseMonthRefusal>> {
  if (month.needsReason && month.reason === null)
    return refuse({ code: 'close-reason-missing', month: month.month })
  if (digest.shown !== digest.now) return refuse({ code: 'figures-changed' })
  const { ledgerPosition, backing, gradesOnly, reason } = month
  const bulletin = await issueBulletin(ports, act, {
    id: act.newId(),
    kind: 'monthly',
    period: month.month,
    year: month.year,
    title: month.title,
    audience: 'town',
    staffNumber: null,
    terms: { ...noTerms, gradesOnly },
    corrects: null,
    notice: null,
    ledgerPosition,
    backing,
    content: month.content,
  })
  const open = month.checks.filter(needsReason).map((check) => ({
    kind: check.kind,
    count: check.count,
    words: monthCheckSentence(check),
  }))
  await ports.periods.close({
    month: month.month,
    closedAt: act.at,
    closedBy: act.by,
    ledgerPosition,
    checklist: { open, reason },
    bulletinId: bulletin.id,
  })
  const closed = await ports.periods.find(month.month)
  assert(closed !== null, 'what was closed is there')
  return accept(closed)
}
