import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { StoredEntry } from '../commands/ledger-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { EntryState } from '../domain/ledger/entry.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
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
  /** What keeps who asks from confirming or reversing it; null: nothing does. */
  readonly barred: { readonly confirmation: ConfirmationBar | null; readonly reversal: ReversalBar | null }
}

export type EntryViewStores = { readonly versions: SchemeVersionStore; readonly roster: RosterStore }

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
  return entries.map((entry) => toView(entry, subject, ruleOf(entry), stays.get(entry.staffNumber)))
}

function toView(
  entry: StoredEntry,
  subject: Subject,
  judged: EntryRule | null,
  assignments: readonly Assignment[] | undefined,
): EntryView {
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
