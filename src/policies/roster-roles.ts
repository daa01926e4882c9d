import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import type { Post } from '../domain/scheme/scheme.ts'
import type { Role } from './roles.ts'

/** A person's rows of the roster that hold on the day. */
export function assignmentsOn(assignments: readonly Assignment[], day: LocalDate): readonly Assignment[] {
  return assignments.filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
}

/** The roles a person's rows give on the day. Whoever is no longer, or not yet, there keeps the own sheet. */
export function rolesFromRoster(assignments: readonly Assignment[], day: LocalDate): readonly Role[] {
  const posts = assignmentsOn(assignments, day).map(({ post }) => rolesOfPost[post])
  return posts.length > 0 || assignments.length === 0 ? [...new Set(posts)] : ['staff']
}

const rolesOfPost = {
  工作人员: 'staff',
  分管领导: 'deputy',
  主要领导: 'principal',
} as const satisfies Record<Post, Role>
