import type { BulletinHead } from '../commands/bulletin-store.ts'
import { reachOf, type Subject } from '../policies/permit.ts'

/**
 * Whether somebody may read a bulletin: the town's everyone who may read bulletins at all, those of pay who may read
 * whole pay lists, one person's that person and whose reach is the town.
 */
export function mayReadBulletin(
  subject: Subject,
  { audience, staffNumber }: Pick<BulletinHead, 'audience' | 'staffNumber'>,
): boolean {
  const reach = reachOf(subject, 'bulletin.read')
  if (reach === null) return false
  if (audience === 'town') return true
  if (audience === 'pay') return reachOf(subject, 'pay-list.read')?.kind === 'everyone'
  return reach.kind === 'everyone' || (staffNumber !== null && staffNumber === subject.staffNumber)
}
