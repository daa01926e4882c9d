import { quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterObserver } from '../register-facts.ts'
import { isWithin } from '../../primitives/local-date.ts'
import { toComplaint, type Complaint } from './complaint-record.ts'

/**
 * 投诉举报查实: one for each person an upheld complaint was found to be true of, on the day it happened, in the words of
 * what was verified. Neither who complained nor a word of the complaint goes with it; other states show nothing.
 */
export function observeComplaints(complaints: readonly Complaint[]): readonly Observation[] {
  return complaints.flatMap(({ id, state, body: { conclusion } }) => {
    if (state !== 'upheld' || conclusion === null || conclusion.finding === null) return []
    const { occurredOn, staffNumbers, found } = conclusion.finding
    return staffNumbers.map((staffNumber) => ({
      register: 'complaint',
      kind: 'complaint-upheld',
      factKey: `complaint/${id}/${staffNumber}`,
      staffNumber,
      occurredOn,
      quantity: quantity(100),
      level: null,
      variant: null,
      // Of several people it is one matter.
      matter: staffNumbers.length > 1 ? `投诉举报查实 ${id.slice(-6)}` : null,
      place: null,
      words: found,
      recordIds: [id],
    }))
  })
}

/** How the register is read: each complaint speaks for itself. */
export const complaintObserver: RegisterObserver = {
  register: 'complaint',
  alsoReads: [],
  isOfOnePerson: false,
  settings: [],
  readOver: theSameDays,
  observe: (records, { days }) =>
    observeComplaints(records.map(toComplaint)).filter(({ occurredOn }) => isWithin(occurredOn, days)),
}
