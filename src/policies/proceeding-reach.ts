import { covers, type Reach, type Subject } from './permit.ts'

/**
 * Whether somebody may read a proceeding and what was handed in to it: whose reach covers one of the people it is about,
 * and whoever opened it (an inspector sees what he proposed himself, and nothing else).
 */
export function mayReadProceeding(
  { by }: Pick<Subject, 'by'>,
  reach: Reach | null,
  { people, openedBy }: { readonly people: readonly string[]; readonly openedBy: string },
): boolean {
  if (openedBy === by) return true
  return reach !== null && people.some((staffNumber) => covers(reach, { staffNumber, offices: [] }))
}
