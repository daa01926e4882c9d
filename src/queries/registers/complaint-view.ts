import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { withdrawnState } from '../../domain/registers/register-record.ts'
import {
  complaintStates,
  toComplaint,
  type Complaint,
  type ComplaintChannel,
} from '../../domain/registers/complaint/complaint-record.ts'
import { openComplaintSteps, type ComplaintStep } from '../../domain/registers/complaint/complaint-steps.ts'
import { isAboutOneself } from '../../policies/complaint-bars.ts'
import type { Subject } from '../../policies/permit.ts'

type NamedPerson = { readonly staffNumber: string; readonly name: string }

/** A complaint as discipline sees it. */
export type ComplaintView = {
  readonly id: string
  readonly channel: ComplaintChannel
  readonly receivedOn: LocalDate
  readonly number: string | null
  /** One of the register's states, or `withdrawn`. */
  readonly state: string
  readonly words: string
  readonly about: string | null
  readonly aboutPerson: NamedPerson | null
  /** null: 匿名. */
  readonly complainant: { readonly name: string | null; readonly contact: string | null } | null
  readonly conclusion: {
    readonly outcome: 'upheld' | 'not-upheld' | 'transferred'
    readonly reasons: string
    readonly found: string | null
    readonly occurredOn: LocalDate | null
    readonly people: readonly NamedPerson[]
    readonly transferredTo: string | null
    readonly at: LocalDate
  } | null
  readonly by: string
  readonly revision: number
  /** What may be done with it now; nothing by whom it is about. */
  readonly steps: readonly ComplaintStep['step'][]
}

export type ComplaintHistoryLine = {
  readonly step: string
  readonly at: string
  readonly by: string
  readonly reason: string | null
}

type Ports = {
  readonly records: Pick<RegisterRecordStore, 'list' | 'find' | 'steps'>
  readonly roster: Pick<RosterStore, 'people'>
}

/**
 * All complaints, the latest first, but those about who asks: nobody reads who complained of him. Those that were taken
 * back stand among them only when they are asked for by state.
 */
export async function listComplaints(
  { records, roster }: Ports,
  subject: Subject,
  state: string | undefined,
): Promise<readonly ComplaintView[]> {
  const states = state === undefined ? complaintStates : [state]
  const complaints = (await records.list({ register: 'complaint', states })).map(toComplaint)
  const names = new Map((await roster.people()).map(({ staffNumber, name }) => [staffNumber, name]))
  return complaints
    .filter((complaint) => !isAboutOneself(complaint, subject))
    .toReversed()
    .toSorted((one, other) => other.body.receivedOn.localeCompare(one.body.receivedOn))
    .map((complaint) => toView(complaint, names))
}

/** What was done with one complaint, in order; null: there is none, or it is about who asks. */
export async function readComplaintHistory(
  { records }: Pick<Ports, 'records'>,
  subject: Subject,
  id: string,
): Promise<readonly ComplaintHistoryLine[] | null> {
  const found = await records.find(id)
  if (found?.register !== 'complaint' || isAboutOneself(toComplaint(found), subject)) return null
  return (await records.steps(id)).map(({ step, at, by, reason }) => ({ step, at: at.toISOString(), by, reason }))
}

function toView(complaint: Complaint, names: ReadonlyMap<string, string>): ComplaintView {
  const { id, state, body, by, revision } = complaint
  const { channel, receivedOn, number, words, about, aboutStaffNumber, complainant, conclusion } = body
  const named = (staffNumber: string) => ({ staffNumber, name: names.get(staffNumber) ?? staffNumber })
  return {
    id,
    channel,
    receivedOn,
    number,
    state,
    words,
    about,
    aboutPerson: aboutStaffNumber === null ? null : named(aboutStaffNumber),
    complainant,
    conclusion:
      conclusion === null
        ? null
        : {
            outcome: conclusion.outcome,
            reasons: conclusion.reasons,
            found: conclusion.finding?.found ?? null,
            occurredOn: conclusion.finding?.occurredOn ?? null,
            people: (conclusion.finding?.staffNumbers ?? []).map(named),
            transferredTo: conclusion.transferredTo,
            at: conclusion.at,
          },
    by,
    revision,
    steps: state === withdrawnState ? [] : openComplaintSteps(complaint),
  }
}
