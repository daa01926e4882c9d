import { peopleOfComplaint, type Complaint } from '../domain/registers/complaint/complaint-record.ts'
import { findBar, type Subject } from './permit.ts'

/** Nobody decides on what is said of himself, nor reads who said it. */
export function isAboutOneself(complaint: Complaint, subject: Subject): boolean {
  return isBarredFor(peopleOfComplaint(complaint), subject)
}

/** Whether one of these people is who asks. */
export function isBarredFor(staffNumbers: readonly string[], subject: Subject): boolean {
  return staffNumbers.some((about) => findBar(subject, 'complaint.keep', { about }) !== null)
}
