import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { StoredEntry } from '../commands/ledger-store.ts'
import type { AcknowledgementStore, PeriodStore } from '../commands/period-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { EntryState } from '../domain/ledger/entry.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { closeBefore, type MonthClose } from '../domain/ledger/month-close.ts'
import { toldOn } from '../domain/ledger/told-on.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Quantity } from '../domain/primitives/quantity.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import type { RuleEffect } from '../domain/scheme/scheme.ts'
import { unitOfQuantity } from '../domain/scheme/unit-of-rule.ts'
import {
  findConfirmationBar,
  findReversalBar,
  type ConfirmationBar,
  type ReversalBar,
} from '../policies/entry-bars.ts'
import type { Subject } from '../policies/permit.ts'
import { entryRuleFinder, type EntryRule } from './entry-rules.ts'
import { titleOutsideItems } from '../domain/ledger/rule-choice.ts'

/** An entry as it is listed: what the ledger says, with the words of its rule and the name of its person. */
export type EntryView = {
  readonly id: string
  readonly position: number
  readonly staffNumber: string
  readonly name: string
  /** Where the person was on the day of the entry; empty when the roster no longer has that day. */
  readonly office: string
  readonly ruleId: string
  readonly ruleSentence: string
  readonly effect: RuleEffect
  readonly itemTitle: string
  readonly clause: string
  readonly quantity: Quantity
  readonly unit: string | null
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly matter: string | null
  readonly discretion: Centipoints | null
  readonly place: string | null
  readonly note: string | null
  readonly basis: string | null
  readonly state: EntryState
  /** The version that judges it. */
  readonly schemeVersion: number
  readonly recordedAt: string
  readonly recordedBy: string
  readonly confirmedAt: string | null
  readonly confirmedBy: string | null
  readonly reversal: { readonly at: string; readonly by: string; readonly reason: string } | null
  /** 迟录: recorded after its month had been closed on that day; null: in time. */
  readonly late: { readonly closedOn: LocalDate } | null
  /** The day from which the person knows of it, by acknowledging it or by a closed month's table; null: not told yet. */
  readonly toldOn: LocalDate | null
  /** The day on which the person acknowledged it (签收); null: not yet. */
  readonly acknowledgedOn: LocalDate | null
  /** What keeps who asks from confirming or reversing it; null: nothing does. */
  readonly barred: { readonly confirmation: ConfirmationBar | null; readonly reversal: ReversalBar | null }
}

export type EntryViewStores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly periods: Pick<PeriodStore, 'closes'>
  readonly acknowledgements: Pick<AcknowledgementStore, 'daysOf'>
}

/** Entries with the words of the rule that judges them: of the version in force on their day. */
export async function entryViews(
  stores: EntryViewStores,
  entries: readonly StoredEntry[],
  subject: Subject,
): Promise<readonly EntryView[]> {
  if (entries.length === 0) return []
  const versions = await stores.versions.list()
  const ruleOf = entryRuleFinder(versions)
  const stays = groupBy(await stores.roster.assignments(), ({ staffNumber }) => staffNumber)
  const closes = await stores.periods.closes()
  const acknowledged = await stores.acknowledgements.daysOf(entries.map(({ id }) => id))
  return entries.map((entry) => ({
    ...toView(entry, subject, ruleOf(entry), stays.get(entry.staffNumber)),
    ...tellingOf(entry, closes, acknowledged.get(entry.id) ?? null),
  }))
}

/** How it stands to the month's close, and since when its person knows of it. */
function tellingOf(entry: StoredEntry, closes: readonly MonthClose[], acknowledgedOn: LocalDate | null) {
  const close = closeBefore(entry, closes)
  return {
    late: close === null ? null : { closedOn: close.closedOn },
    toldOn: toldOn(entry, acknowledgedOn, closes),
    acknowledgedOn,
  }
}

function toView(
  entry: StoredEntry,
  subject: Subject,
  judged: EntryRule | null,
  assignments: readonly Assignment[] | undefined,
): Omit<EntryView, 'late' | 'toldOn' | 'acknowledgedOn'> {
  const { confirmation, reversal } = entry
  const history = { ...entry, confirmedBy: confirmation?.by ?? null }
  const placed = judged?.placed
  const rule = placed?.rule
  const onDay = assignments?.find(
    ({ from, to }) => (from === null || from <= entry.occurredOn) && (to === null || to >= entry.occurredOn),
  )
  return {
    id: entry.id,
    position: entry.position,
    staffNumber: entry.staffNumber,
    name: assignments?.[0]?.name ?? '',
    office: onDay?.office ?? '',
    ruleId: entry.ruleId,
    ruleSentence: rule?.sentence ?? entry.clause,
    effect: rule?.effect ?? 'deduct',
    itemTitle: placed === undefined ? '' : (placed.item?.title ?? titleOutsideItems(placed)),
    clause: entry.clause,
    quantity: entry.quantity,
    unit: rule === undefined ? null : unitOfQuantity(rule),
    occurredOn: entry.occurredOn,
    level: entry.level,
    matter: entry.matter,
    discretion: entry.discretion,
    place: entry.place,
    note: entry.note,
    basis: entry.basis,
    state: entry.state,
    schemeVersion: judged?.version ?? entry.schemeVersion,
    recordedAt: entry.recordedAt.toISOString(),
    recordedBy: entry.recordedBy,
    confirmedAt: confirmation?.at.toISOString() ?? null,
    confirmedBy: confirmation?.by ?? null,
    reversal:
      reversal === null ? null : { at: reversal.at.toISOString(), by: reversal.by, reason: reversal.reason },
    barred: {
      confirmation: findConfirmationBar(subject, history),
      reversal: findReversalBar(subject, history),
    },
  }
}
