import type { Rule } from '../../../../domain/scheme/scheme.ts'
import { plainNumber } from './rule-draft.ts'

/** The rungs of honours (add) or criticism (deduct) among the rewards, as the outline and the form show them. */
export type Ladder = {
  readonly rungs: readonly Rule[]
  readonly condition: string
  /** Rungs for more than one deed cannot be set as one ladder. */
  readonly isSingle: boolean
}

export function ladderOf(rewards: readonly Rule[], effect: 'add' | 'deduct'): Ladder {
  const rungs = rewards.filter((rule) => rule.effect === effect && rule.level !== undefined)
  const conditions = new Set(rungs.map((rule) => rule.condition ?? ''))
  return { rungs, condition: rungs[0]?.condition ?? '', isSingle: conditions.size <= 1 }
}

export type RungDraft = { readonly level: string; readonly points: string }

/** SPEC §4.3: the ladder where the regulation names none. */
export const suggestedRungs: readonly RungDraft[] = [
  { level: '区', points: '1' },
  { level: '市', points: '2' },
  { level: '省', points: '3' },
  { level: '国家', points: '5' },
]

/** The rungs as the edit takes them; null when one is incomplete, wrong or named twice. */
export function readRungs(drafts: readonly RungDraft[]): { level: string; points: number }[] | null {
  const rungs = drafts.flatMap(({ level, points }) => {
    const plain = plainNumber(points)
    return plain === null || level.trim() === '' ? [] : [{ level: level.trim(), points: plain }]
  })
  const isWhole = rungs.length === drafts.length && new Set(rungs.map(({ level }) => level)).size === rungs.length
  return isWhole ? rungs : null
}
