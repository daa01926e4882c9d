import type { LedgerRow } from '../domain/ledger/ledger-row.ts'

/** What goes into a file to be checked elsewhere (gongdao-proof/1), beside what the other stores have. */
export type ProofStore = {
  /** Of the first so many leaves, in their order, as they were put down: lower-case hex. */
  readonly leafHashes: (size: number) => Promise<readonly string[]>
  /** The ledger's rows as pages show them, in the order of positions; of one person those about the own entries alone. */
  readonly ledgerRows: (staffNumber?: string) => Promise<readonly LedgerRow[]>
}
