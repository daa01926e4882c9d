import type pg from 'pg'
import type { AccountStore } from '../commands/account-store.ts'
import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { Checkpoint, LogStore } from '../commands/log-store.ts'
import type { Signer } from '../commands/signer.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { accountStore } from './accounts/account-store.ts'
import { attachmentStore } from './attachment-store.ts'
import { auditStore } from './audit-store.ts'
import { answerStore } from './answer-store.ts'
import { bulletinStore } from './bulletin-store.ts'
import { calendarStore } from './calendar-store.ts'
import { correctionStore } from './correction-store.ts'
import { draftStore } from './draft-store.ts'
import { evidenceStore } from './evidence-store.ts'
import { inspectionStore } from './inspection-store.ts'
import { lastWriteAt } from './last-write-at.ts'
import { ledgerStore } from './ledger-store.ts'
import { insertCheckpoint, logStore } from './log-store.ts'
import { acknowledgementStore, periodStore } from './period-store.ts'
import { proceedingStore } from './proceeding-store.ts'
import { proofStore } from './proof-store.ts'
import { adoptionStore, annualResultStore, payListStore, waitingProposals } from './proposal-store.ts'
import { proposedEntryStore } from './proposed-entry-store.ts'
import { ratingStore, registerStore } from './rating-store.ts'
import { registerRecordStore, registerSettingStore } from './register-record-store.ts'
import { reminderStore } from './reminder-store.ts'
import { rosterStore } from './roster-store.ts'
import { ruleBindingStore } from './rule-binding-store.ts'
import { schemeVersionStore } from './scheme-version-store.ts'
import { readTownCode, readTownName } from './town-name.ts'
import { inTransaction, withTown, type Town, type TransactionMode } from './town-transaction.ts'

export type Storage = ReturnType<typeof createStorage>

/** Pools of the two roles the product works as: gongdao_app in the towns, gongdao_sign_in for who may come in. */
export type Pools = { readonly app: pg.Pool; readonly signIn: pg.Pool }

/** The stores of the product; main.ts hands them to createApp. */
export function createStorage({ app, signIn }: Pools, signer: Signer) {
  return {
    inTown: async <Value, Refusal>(
      tenantId: string,
      mode: TransactionMode,
      work: (stores: ReturnType<typeof townStores>) => Promise<Result<Value, Refusal>>,
    ) => {
      // Who only reads may not write: what was signed then is put on record before it is handed out.
      const handedOut: Checkpoint[] = []
      const outcome = await withTown(app, tenantId, mode, (town) => {
        const keep = (signed: Checkpoint) => insertCheckpoint(town, signed)
        return work(
          townStores(town, signer, mode === 'read' ? async (signed) => void handedOut.push(signed) : keep),
        )
      })
      for (const signed of outcome.ok ? handedOut : [])
        await withTown<void, never>(app, tenantId, 'note', async (town) =>
          accept(await insertCheckpoint(town, signed)),
        )
      return outcome
    },
    inAccounts: <Value, Refusal>(work: (accounts: AccountStore) => Promise<Result<Value, Refusal>>) =>
      inTransaction(signIn, '', (db) => work(accountStore(db))),
  }
}

function townStores(town: Town, signer: Signer, keepCheckpoint: (signed: Checkpoint) => Promise<void>) {
  const log = logStore(town, signer, keepCheckpoint)
  return {
    log,
    proof: proofStore(town),
    readTownName: () => readTownName(town),
    readTownCode: () => readTownCode(town),
    lastWriteAt: () => lastWriteAt(town),
    drafts: draftStore(town),
    versions: schemeVersionStore(town),
    roster: rosterStore(town),
    ledger: ledgerStore(town),
    ratings: ratingStore(town),
    registers: registerStore(town),
    answers: answerStore(town),
    adoptions: adoptionStore(town),
    annualResults: annualResultStore(town),
    payLists: payListStore(town),
    waitingProposals: () => waitingProposals(town),
    audit: auditStore(town),
    corrections: correctionStore(town),
    calendar: calendarStore(town),
    proceedings: proceedingStore(town),
    attachments: attachmentStore(town),
    bulletins: signedBulletins(bulletinStore(town), log),
    periods: periodStore(town),
    acknowledgements: acknowledgementStore(town),
    inspections: inspectionStore(town),
    reminders: reminderStore(town),
    records: registerRecordStore(town),
    registerSettings: registerSettingStore(town),
    proposedEntries: proposedEntryStore(town),
    ruleBindings: ruleBindingStore(town),
    evidence: evidenceStore(town),
  }
}

/** Each publication is promised by a signed head of its own. */
function signedBulletins(bulletins: BulletinStore, log: LogStore): BulletinStore {
  return {
    ...bulletins,
    add: async (given) => {
      const added = await bulletins.add(given)
      await log.checkpoint(given.publishedAt)
      return added
    },
  }
}
