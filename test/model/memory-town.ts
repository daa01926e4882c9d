import type { Bulletin, BulletinStore } from '../../src/commands/bulletin-store.ts'
import type { LedgerStore, StoredEntry } from '../../src/commands/ledger-store.ts'
import type { AcknowledgementStore, ClosedMonth, PeriodStore } from '../../src/commands/period-store.ts'
import type { ProceedingStore } from '../../src/commands/proceeding-store.ts'
import { entryIdOf, type LedgerRow } from '../../src/domain/ledger/ledger-row.ts'
import { townDay, type LocalDate } from '../../src/domain/primitives/local-date.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { periodSpan } from '../../src/domain/review/period-span.ts'
import type { Objection, Proceeding } from '../../src/domain/review/proceeding.ts'

/** The stores that the commands of due process name, kept in memory: added to like the tables, and never changed. */
export type MemoryTown = {
  readonly ledger: LedgerStore
  readonly bulletins: BulletinStore
  readonly proceedings: ProceedingStore
  readonly periods: PeriodStore
  readonly acknowledgements: AcknowledgementStore
  /** As a transaction: what a refusal left half done is undone. */
  readonly attempt: (work: () => Promise<boolean>) => Promise<boolean>
}

const unasked = () => Promise.reject(new Error('not asked for in the model'))

export function memoryTown(): MemoryTown {
  const rows: LedgerRow[] = []
  const objections: Objection[] = []
  return {
    ledger: memoryLedger(rows),
    bulletins: memoryBulletins(),
    proceedings: memoryProceedings(objections),
    periods: memoryPeriods(),
    acknowledgements: memoryAcknowledgements(),
    attempt: async (work) => {
      const [keptRows, keptObjections] = [[...rows], [...objections]]
      if (await work()) return true
      rows.splice(0, rows.length, ...keptRows)
      objections.splice(0, objections.length, ...keptObjections)
      return false
    },
  }
}

function memoryLedger(rows: LedgerRow[]): LedgerStore {
  const find = (id: string): StoredEntry[] => {
    const recorded = rows.find((row) => row.id === id && row.kind === 'recording')
    if (recorded?.kind !== 'recording') return []
    const later = rows.filter((row) => entryIdOf(row) === id && row.kind !== 'recording')
    const confirmation = later.find(({ kind }) => kind === 'confirmation')
    const reversal = later.find((row) => row.kind === 'reversal')
    return [
      {
        ...recorded.recording,
        id,
        position: recorded.position,
        recordedAt: new Date(recorded.recordedAt),
        recordedBy: recorded.recordedBy,
        state: reversal !== undefined ? 'reversed' : confirmation !== undefined ? 'confirmed' : 'recorded',
        confirmation:
          confirmation === undefined
            ? null
            : {
                at: new Date(confirmation.recordedAt),
                by: confirmation.recordedBy,
                position: confirmation.position,
              },
        reversal:
          reversal?.kind === 'reversal'
            ? {
                at: new Date(reversal.recordedAt),
                by: reversal.recordedBy,
                position: reversal.position,
                reason: reversal.reason,
              }
            : null,
      },
    ]
  }
  return {
    lastPosition: () => Promise.resolve(rows.length),
    append: (added) => {
      rows.push(...added)
      return Promise.resolve()
    },
    find: (ids) => Promise.resolve(ids.flatMap(find)),
    ofYear: unasked,
    page: unasked,
    latestYear: unasked,
    rowOf: unasked,
    countByState: unasked,
  }
}

function memoryBulletins(): BulletinStore {
  const all: Bulletin[] = []
  const end = (id: string, ended: Partial<Bulletin>) => {
    const place = all.findIndex((one) => one.id === id && one.state === 'notice')
    const found = all[place]
    if (found === undefined) return Promise.resolve(false)
    all[place] = { ...found, ...ended }
    return Promise.resolve(true)
  }
  return {
    list: () => Promise.resolve(all.toReversed()),
    find: (id) => Promise.resolve(all.find((one) => one.id === id) ?? null),
    lastNumber: (kind) => Promise.resolve(all.filter((one) => one.kind === kind).length),
    add: (added) => {
      const head = { size: all.length + 1, root: '' }
      const bulletin = { ...added, contentDigest: '', backingDigest: null, head, final: null, withdrawn: null }
      all.push(bulletin)
      return Promise.resolve(bulletin)
    },
    finalise: (id, final) => end(id, { state: 'final', final }),
    withdraw: (id, withdrawn) => end(id, { state: 'withdrawn', withdrawn }),
    drafts: () => Promise.resolve([]),
    addDraft: unasked,
    changeDraft: unasked,
    removeDraft: unasked,
  }
}

function memoryProceedings(all: Objection[]): ProceedingStore {
  const objections = (wanted: (one: Objection) => boolean) => Promise.resolve(all.filter(wanted))
  return {
    nextNumber: (_, year) => Promise.resolve(all.filter((one) => one.year === year).length + 1),
    add: (added) => {
      assert(added.kind === 'objection', 'the model knows objections')
      all.push(added)
      return Promise.resolve()
    },
    appendStep: (id, step) => {
      const place = all.findIndex((one) => one.id === id)
      const found = all[place]
      if (found === undefined || found.steps.length + 1 !== step.position) return Promise.resolve(false)
      all[place] = { ...found, steps: [...found.steps, step] }
      return Promise.resolve(true)
    },
    find: (id) => Promise.resolve<Proceeding | null>(all.find((one) => one.id === id) ?? null),
    list: () => Promise.resolve(all.toReversed()),
    againstEntries: (ids) =>
      objections(({ subject }) => subject.about === 'entry' && ids.includes(subject.entryId)),
    againstBulletin: (id) => objections(({ subject }) => subject.about === 'figure' && subject.bulletinId === id),
    againstDays: ({ first, last }) =>
      objections(({ subject }) => {
        if (subject.about === 'entry') return first <= subject.occurredOn && subject.occurredOn <= last
        const span = periodSpan(subject.period)
        return span !== null && first <= span.first && span.last <= last
      }),
    discretionsWithin: unasked,
  }
}

function memoryPeriods(): PeriodStore {
  const all: ClosedMonth[] = []
  return {
    closes: () => Promise.resolve(all),
    find: (month) => Promise.resolve(all.find((one) => one.month === month) ?? null),
    close: (closed) => {
      assert(!all.some(({ month }) => month === closed.month), 'a month is closed once')
      all.push({ ...closed, closedOn: townDay(closed.closedAt.getTime()) })
      return Promise.resolve()
    },
  }
}

function memoryAcknowledgements(): AcknowledgementStore {
  const days = new Map<string, LocalDate>()
  return {
    add: (added) => {
      for (const { entryId, at } of added) if (!days.has(entryId)) days.set(entryId, townDay(at.getTime()))
      return Promise.resolve()
    },
    daysOf: (ids) => Promise.resolve(new Map(ids.flatMap((id) => pairOf(id, days.get(id))))),
    ofPerson: unasked,
  }
}

function pairOf(id: string, day: LocalDate | undefined): readonly (readonly [string, LocalDate])[] {
  return day === undefined ? [] : [[id, day]]
}
