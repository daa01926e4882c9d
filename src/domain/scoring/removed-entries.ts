import { itemsOf } from './items-of.ts'
import type { LineReason, ScoreLine, ScoreSheet } from './score-sheet.ts'

/** Entries that no longer count because a later version of the year has taken their item, or their rule, away. */
export type RemovedEntries = {
  readonly what: 'item' | 'rule'
  readonly title: string
  /** The version that took it away. */
  readonly version: number
  readonly entries: number
  readonly people: number
}

/** What the versions of a year have taken away from under confirmed entries, in the order in which sheets name it. */
export function removedEntries(sheets: readonly ScoreSheet[]): readonly RemovedEntries[] {
  const found = new Map<string, RemovedEntries>()
  for (const sheet of sheets) {
    const ofPerson = new Set<string>()
    for (const reason of linesOf(sheet).flatMap(({ reason: one }) => (isRemoved(one) ? [one] : []))) {
      const { what, title, version } = reason
      const key = JSON.stringify([what, title, version])
      const { entries, people } = found.get(key) ?? { entries: 0, people: 0 }
      found.set(key, { what, title, version, entries: entries + 1, people: people + (ofPerson.has(key) ? 0 : 1) })
      ofPerson.add(key)
    }
  }
  return [...found.values()]
}

function isRemoved(reason: LineReason | null): reason is Extract<LineReason, { readonly code: 'removed' }> {
  return reason?.code === 'removed'
}

function linesOf(sheet: ScoreSheet): readonly ScoreLine[] {
  return [...itemsOf(sheet).flatMap(({ lines }) => lines), ...sheet.otherLines]
}

/** 第2版取消了项目“卫生”：此前3条记录（2人）不再计分。 */
export function removedEntriesSentence({ what, title, version, entries, people }: RemovedEntries): string {
  const gone = what === 'item' ? `项目“${title}”` : `项目“${title}”的条款`
  return `第${String(version)}版取消了${gone}，按旧版登记的${String(entries)}条记录（${String(people)}人）不再计分。`
}
