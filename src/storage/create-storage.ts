import type pg from 'pg'
import type { AccountStore } from '../commands/account-store.ts'
import type { Result } from '../domain/primitives/result.ts'
import { accountStore } from './account-store.ts'
import { answerStore } from './answer-store.ts'
import { draftStore } from './draft-store.ts'
import { ledgerStore } from './ledger-store.ts'
import { ratingStore, registerStore } from './rating-store.ts'
import { rosterStore } from './roster-store.ts'
import { schemeVersionStore } from './scheme-version-store.ts'
import { readTownName } from './town-name.ts'
import { inTransaction, withTown, type Town, type TransactionMode } from './town-transaction.ts'

export type Storage = ReturnType<typeof createStorage>

/** The stores of the product on a pool that signs in as gongdao_app; main.ts hands them to createApp. */
export function createStorage(pool: pg.Pool) {
  return {
    inTown: <Value, Refusal>(
      tenantId: string,
      mode: TransactionMode,
      work: (stores: ReturnType<typeof townStores>) => Promise<Result<Value, Refusal>>,
    ) => withTown(pool, tenantId, mode, (town) => work(townStores(town))),
    inAccounts: <Value, Refusal>(work: (accounts: AccountStore) => Promise<Result<Value, Refusal>>) =>
      inTransaction(pool, '', (db) => work(accountStore(db))),
  }
}

function townStores(town: Town) {
  return {
    readTownName: () => readTownName(town),
    drafts: draftStore(town),
    versions: schemeVersionStore(town),
    roster: rosterStore(town),
    ledger: ledgerStore(town),
    ratings: ratingStore(town),
    registers: registerStore(town),
    answers: answerStore(town),
  }
}
