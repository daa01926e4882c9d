import type { LedgerStore, StoredEntry } from '../../commands/ledger-store.ts'
import type { ProceedingStore } from '../../commands/proceeding-store.ts'
import type { ProposedEntryStore } from '../../commands/proposed-entry-store.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { RegisterId } from '../../domain/registers/register.ts'

export type LinePorts = {
  readonly ledger: Pick<LedgerStore, 'find'>
  readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
  readonly proceedings: Pick<ProceedingStore, 'find'>
}

/** An entry, and a line of a register it rests on; of a whole office's result many entries rest on one line. */
export type LineOfEntry = {
  readonly entryId: string
  readonly recordId: string
  readonly register: RegisterId
}

/** The lines behind entries that were adopted from registers, also by way of the leading group's decision. */
export async function linesOfEntries(
  { ledger, proposedEntries, proceedings }: LinePorts,
  entries: readonly StoredEntry[],
): Promise<readonly LineOfEntry[]> {
  if (entries.length === 0) return []
  const staffNumbers = [...new Set(entries.map(({ staffNumber }) => staffNumber))]
  const adopted = (await proposedEntries.list({ states: ['adopted'], staffNumbers })).flatMap((proposal) =>
    proposal.sort === 'entry' && proposal.entryId !== null ? [{ proposal, became: proposal.entryId }] : [],
  )
  const asked = new Map(entries.map((entry) => [entry.id, entry.staffNumber]))
  const elsewhere = adopted.map(({ became }) => became).filter((id) => !asked.has(id))
  const inLedger = new Set((await ledger.find([...new Set(elsewhere)])).map(({ id }) => id))
  const lines: LineOfEntry[] = []
  for (const { proposal, became } of adopted) {
    if (asked.has(became)) lines.push(...linesOf(proposal, became))
    else if (!inLedger.has(became))
      for (const id of await enteredBy(proceedings, became))
        if (asked.get(id) === proposal.observation.staffNumber) lines.push(...linesOf(proposal, id))
  }
  return lines
}

function linesOf(
  { observation: { recordIds, register } }: ProposedEntry,
  entryId: string,
): readonly LineOfEntry[] {
  return recordIds.map((recordId) => ({ entryId, recordId, register }))
}

/** The entries that were adopted of a line. */
export async function entriesOfLine(
  { ledger, proposedEntries, proceedings }: LinePorts,
  { id, register }: Pick<RegisterRecord, 'id' | 'register'>,
): Promise<readonly string[]> {
  const adopted = (await proposedEntries.list({ registers: [register], states: ['adopted'] })).flatMap(
    (proposal) =>
      proposal.sort === 'entry' && proposal.entryId !== null && proposal.observation.recordIds.includes(id)
        ? [proposal.entryId]
        : [],
  )
  const inLedger = (await ledger.find(adopted)).map((entry) => entry.id)
  const decided = adopted.filter((one) => !inLedger.includes(one))
  return [...inLedger, ...(await Promise.all(decided.map((one) => enteredBy(proceedings, one)))).flat()]
}

/** The entries a discretion was decided as. */
async function enteredBy(proceedings: Pick<ProceedingStore, 'find'>, id: string): Promise<readonly string[]> {
  const found = await proceedings.find(id)
  return found?.steps.flatMap(({ deed }) => (deed.kind === 'entered' ? deed.entryIds : [])) ?? []
}
