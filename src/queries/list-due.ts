import { dueOf, type Due } from '../policies/due/due-of.ts'
import type { Subject } from '../policies/permit.ts'
import { readMatters, type MatterStores } from './read-matters.ts'

/** What waits for who asks, overdue first. */
export async function listDue(stores: MatterStores, subject: Subject, at: Date): Promise<readonly Due[]> {
  const { staffNumber } = subject
  const { matters, day } = await readMatters(stores, at, staffNumber === null ? 'nobody' : { staffNumber })
  return dueOf(matters, subject, day)
}
