import type { ComparedChange } from '../../../../http/contract/schemes.ts'

export const changeKinds = ['added', 'removed', 'changed', 'moved'] as const
export type ChangeKind = (typeof changeKinds)[number]

type Group = { readonly title: string; readonly changes: readonly ComparedChange[] }

/** Differences under the category and sheet they stand in, in the order given; what holds for the whole has a group of its own. */
export function groupsOf(changes: readonly ComparedChange[], whole: string): readonly Group[] {
  const groups = new Map<string, ComparedChange[]>()
  for (const change of changes) {
    const title = change.path.length === 0 ? whole : change.path.slice(0, 2).join(' › ')
    const group = groups.get(title) ?? []
    group.push(change)
    groups.set(title, group)
  }
  return [...groups].map(([title, grouped]) => ({ title, changes: grouped }))
}
