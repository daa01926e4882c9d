import type { DaySpan } from '../../domain/primitives/local-date.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { SchemeVersionStore } from '../draft-store.ts'
import type { CalendarStore } from '../calendar-store.ts'
import type { LedgerStore } from '../ledger-store.ts'
import type { ProposedEntryStore } from '../proposed-entry-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'
import type { RuleBindingStore } from '../rule-binding-store.ts'

/** All that what a register shows may follow from. */
export type ProposingStores = {
  readonly records: RegisterRecordStore
  readonly registerSettings: RegisterSettingStore
  readonly proposedEntries: ProposedEntryStore
  readonly ruleBindings: RuleBindingStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly calendar: CalendarStore
}

/** What part of a register was touched; without `staffNumbers`, of everybody. */
export type ProposedScope = {
  readonly register: RegisterId
  readonly days: DaySpan
  readonly staffNumbers?: readonly string[]
}

/** Brings the proposals of a register up to what it shows now, in the transaction that wrote it. */
export async function proposeEntries(
  _stores: ProposingStores,
  _act: LedgerAct,
  _scope: ProposedScope,
): Promise<void> {}
