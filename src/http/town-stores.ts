import type { AttachmentStore } from '../commands/attachment-store.ts'
import type { AuditStore } from '../commands/audit-store.ts'
import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { CalendarStore } from '../commands/calendar-store.ts'
import type { CorrectionStore } from '../commands/correction-store.ts'
import type { DraftStore, SchemeVersionStore } from '../commands/draft-store.ts'
import type { EvidenceStore } from '../commands/evidence-store.ts'
import type { InspectionStore } from '../commands/inspection-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { LogStore } from '../commands/log-store.ts'
import type { AcknowledgementStore, PeriodStore } from '../commands/period-store.ts'
import type {
  AdoptionStore,
  AnnualResultStore,
  PayListStore,
  WaitingProposals,
} from '../commands/proposal-store.ts'
import type { ProceedingStore } from '../commands/proceeding-store.ts'
import type { ProofStore } from '../commands/proof-store.ts'
import type { RatingStore, RegisterStore } from '../commands/rating-store.ts'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../commands/register-record-store.ts'
import type { ReminderStore } from '../commands/reminder-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { RuleBindingStore } from '../commands/rule-binding-store.ts'

/** All a route may ask of one town, inside one transaction; a new store is added here and in storage/create-storage. */
export type TownStores = {
  /** As it stands on sheets and files. */
  readonly readTownName: () => Promise<string>
  /** As heads of its log are known by. */
  readonly readTownCode: () => Promise<string>
  /** When something was last changed in the town; null: never. */
  readonly lastWriteAt: () => Promise<Date | null>
  readonly drafts: DraftStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly ratings: RatingStore
  readonly registers: RegisterStore
  readonly adoptions: AdoptionStore
  readonly annualResults: AnnualResultStore
  readonly payLists: PayListStore
  readonly waitingProposals: () => Promise<WaitingProposals>
  readonly audit: AuditStore
  readonly corrections: CorrectionStore
  readonly calendar: CalendarStore
  readonly proceedings: ProceedingStore
  readonly attachments: AttachmentStore
  readonly bulletins: BulletinStore
  readonly log: LogStore
  readonly proof: ProofStore
  readonly periods: PeriodStore
  readonly acknowledgements: AcknowledgementStore
  readonly inspections: InspectionStore
  readonly reminders: ReminderStore
  readonly records: RegisterRecordStore
  readonly registerSettings: RegisterSettingStore
  readonly proposedEntries: ProposedEntryStore
  readonly ruleBindings: RuleBindingStore
  readonly evidence: EvidenceStore
}
