import { formatPoints, type Centipoints } from '../../primitives/centipoints.ts'
import type { Effect } from './effect.ts'
import { stepWords } from './step-words.ts'

const verbs = { deduct: '扣', add: '加', award: '计' } as const

/** 视情节扣5-10分: the leading group decides the amount, within the bounds given (SPEC §5). */
export const discretionary: Effect = {
  label: '裁量计分',
  explanation: '由考核领导小组在规定幅度内决定扣（加、计）多少分',
  carries: ['direction', 'min', 'max', 'unit', 'per', 'missing'],
  amount: null,
  entryNeeds: 'discretion',
  moves: 'item',
  phrase: (rule) =>
    `${stepWords(rule)}视情节${verbs[rule.direction ?? 'deduct']}${boundsWords(rule.min, rule.max)}`,
}

function boundsWords(min: Centipoints | undefined, max: Centipoints | undefined): string {
  if (min !== undefined && max !== undefined) return `${formatPoints(min)}至${formatPoints(max)}分`
  if (min !== undefined) return `${formatPoints(min)}分以上`
  return max === undefined ? '分' : `${formatPoints(max)}分以内`
}
