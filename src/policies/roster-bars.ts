import { findBar, type Subject } from './permit.ts'

/** Nobody changes his own place on the roster: posts and days decide whose mean counts, and what is paid. */
export function isOwnRecord(subject: Subject, staffNumber: string): boolean {
  return findBar(subject, 'people.change', { about: staffNumber }) === 'aboutOneself'
}
