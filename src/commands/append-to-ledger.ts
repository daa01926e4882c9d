import type { LedgerRow, LedgerRowContent } from '../domain/ledger/ledger-row.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { LedgerStore } from './ledger-store.ts'

/** Who posts, when and under which key, in which town. */
export type LedgerAct = {
  readonly tenantId: string
  readonly by: string
  readonly at: Date
  readonly today: LocalDate
  readonly newId: () => string
  readonly idempotencyKey: string | null
}

/** Gives the contents the next positions of the town's log and appends them, all in the writer's transaction. */
export async function appendToLedger(
  ledger: Pick<LedgerStore, 'lastPosition' | 'append'>,
  act: LedgerAct,
  contents: readonly LedgerRowContent[],
): Promise<readonly LedgerRow[]> {
  const { tenantId, by, at, newId, idempotencyKey } = act
  const last = await ledger.lastPosition()
  const rows = contents.map((content, index) => ({
    tenantId,
    position: last + 1 + index,
    id: newId(),
    recordedAt: at.toISOString(),
    recordedBy: by,
    idempotencyKey,
    ...content,
  }))
  await ledger.append(rows)
  return rows
}
