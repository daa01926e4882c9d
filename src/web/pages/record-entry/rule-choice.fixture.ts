import { centipoints } from '../../../domain/primitives/centipoints.ts'
import type { RuleChoice } from '../../../http/contract/entries.ts'

/** An ordinary deduction, for tests to vary. */
export function ruleChoice(changes: Partial<RuleChoice>): RuleChoice {
  return {
    ruleId: 'r1',
    effect: 'deduct',
    sentence: '迟到，每次扣1分',
    clause: '上班迟到的，每次扣1分',
    categoryTitle: '公共工作',
    sheetTitle: '公共工作',
    itemId: 'discipline',
    itemTitle: '工作纪律',
    points: centipoints(100),
    yuan: null,
    unit: '次',
    isCountUnit: true,
    severity: null,
    level: null,
    needsLevel: false,
    discretion: null,
    blocked: null,
    isSuggested: false,
    ...changes,
  }
}
