import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { townDay, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import {
  toComplaint,
  type Complaint,
  type ComplaintBody,
} from '../../domain/registers/complaint/complaint-record.ts'
import {
  takeComplaintStep,
  type ComplaintRefusal,
  type ComplaintStep,
} from '../../domain/registers/complaint/complaint-steps.ts'
import { isAboutOneself, isBarredFor } from '../../policies/complaint-bars.ts'
import type { Subject } from '../../policies/permit.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { RegisterRecordStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'

export type KeepComplaintRefusal =
  | ComplaintRefusal
  | { readonly code: 'complaint-unknown' }
  | { readonly code: 'complaint-changed' }
  | { readonly code: 'complaint-about-oneself' }
  | { readonly code: 'complaint-person-unknown'; readonly staffNumber: string }
  | { readonly code: 'complaint-number-known' }
  | { readonly code: 'complaint-received-ahead'; readonly today: LocalDate }

type GivenComplaint = Omit<ComplaintBody, 'conclusion'>

/** Puts a complaint that came in by letter, by telephone, in person or from above on record. */
export async function addComplaint(
  stores: Pick<ProposingStores, 'records'> & { readonly roster: Pick<RosterStore, 'assignments'> },
  act: Pick<LedgerAct, 'at' | 'by' | 'newId'>,
  given: GivenComplaint,
): Promise<Result<Complaint, KeepComplaintRefusal>> {
  const today = townDay(act.at.getTime())
  if (given.receivedOn > today) return refuse({ code: 'complaint-received-ahead', today })
  const named = given.aboutStaffNumber === null ? [] : [given.aboutStaffNumber]
  const stranger = await findStranger(stores.roster, named)
  if (stranger !== null) return refuse({ code: 'complaint-person-unknown', staffNumber: stranger })
  const key = given.number === null ? null : numberKey(given.number)
  if (key !== null && (await stores.records.byNaturalKey('complaint', [key])).length > 0)
    return refuse({ code: 'complaint-number-known' })
  const complaint = newComplaint(act, given, key)
  await stores.records.add([complaint])
  return accept(complaint)
}

/** By whom the register says that it was put there: nobody is known. */
export const publicForm = '网上表单'

const hourMs = 3_600_000

/**
 * Puts on record what came in by the public form. Nothing of where it came from is known here, and the moment is kept to
 * the hour, so that it cannot be held against the log of a network.
 */
export async function fileComplaint(
  records: Pick<RegisterRecordStore, 'add'>,
  { at, newId }: { readonly at: Date; readonly newId: () => string },
  given: Pick<GivenComplaint, 'words' | 'about' | 'complainant'>,
  receiptHash: string,
): Promise<Complaint> {
  const receivedOn = townDay(at.getTime())
  const act = { at: toTheHour(at), by: publicForm, newId }
  const body = { ...given, channel: 'web', receivedOn, number: null, aboutStaffNumber: null } as const
  const complaint = newComplaint(act, body, receiptKey(receiptHash))
  await records.add([complaint])
  return complaint
}

export function toTheHour(at: Date): Date {
  return new Date(at.getTime() - (at.getTime() % hourMs))
}

/** What a receipt is looked up by: its digest, so that the register itself does not hold it. */
export async function complaintOfReceipt(
  records: Pick<RegisterRecordStore, 'byNaturalKey'>,
  receiptHash: string,
): Promise<Complaint | null> {
  const [found] = await records.byNaturalKey('complaint', [receiptKey(receiptHash)])
  return found === undefined ? null : toComplaint(found)
}

/** What a slip is known by, typed in or on a sheet. */
export function numberKey(number: string): string {
  return `number/${number.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()}`
}

function receiptKey(receiptHash: string): string {
  return `receipt/${receiptHash}`
}

export function newComplaint(
  { at, by, newId }: Pick<LedgerAct, 'at' | 'by' | 'newId'>,
  given: GivenComplaint,
  naturalKey: string | null,
): Complaint {
  return {
    id: newId(),
    register: 'complaint',
    staffNumber: given.aboutStaffNumber,
    office: null,
    days: { first: given.receivedOn, last: given.receivedOn },
    state: 'received',
    naturalKey,
    body: { ...given, conclusion: null },
    revision: 1,
    at,
    by,
  }
}

/**
 * Takes one step with a complaint as it was looked at, and brings the proposals up to it: only one that was upheld has
 * any. Nobody takes a step with what is said of himself, nor finds himself at fault or not.
 */
export async function stepComplaint(
  stores: ProposingStores,
  act: LedgerAct,
  subject: Subject,
  { id, revision, step }: { readonly id: string; readonly revision: number; readonly step: ComplaintStep },
): Promise<Result<{ readonly before: Complaint; readonly after: Complaint }, KeepComplaintRefusal>> {
  const found = await stores.records.find(id)
  if (found?.register !== 'complaint') return refuse({ code: 'complaint-unknown' })
  const before = toComplaint(found)
  const named = step.step === 'upheld' ? step.finding.staffNumbers : []
  if (isAboutOneself(before, subject) || isBarredFor(named, subject))
    return refuse({ code: 'complaint-about-oneself' })
  if (before.revision !== revision) return refuse({ code: 'complaint-changed' })
  const stranger = await findStranger(stores.roster, named)
  if (stranger !== null) return refuse({ code: 'complaint-person-unknown', staffNumber: stranger })
  const taken = takeComplaintStep(before, step, townDay(act.at.getTime()))
  if (!taken.ok) return taken
  const after = { ...before, ...taken.value, revision: revision + 1 }
  const reason = 'reasons' in step ? step.reasons : null
  const { at, by } = act
  const written = await stores.records.step(after, {
    step: step.step,
    state: after.state,
    at,
    by,
    reason,
    before: before.body,
  })
  if (!written) return refuse({ code: 'complaint-changed' })
  await proposeEntries(stores, act, { register: 'complaint', days: bothSpans(before.days, after.days) })
  return accept({ before, after })
}

async function findStranger(
  roster: Pick<RosterStore, 'assignments'>,
  staffNumbers: readonly string[],
): Promise<string | null> {
  if (staffNumbers.length === 0) return null
  const known = new Set((await roster.assignments()).map(({ staffNumber }) => staffNumber))
  return staffNumbers.find((one) => !known.has(one)) ?? null
}

function bothSpans(one: DaySpan, other: DaySpan): DaySpan {
  return {
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  }
}
