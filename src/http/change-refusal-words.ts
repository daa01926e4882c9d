import { changeRefusalSentence } from '../domain/roster/change-sentence.ts'
import type { StepRefusal } from '../domain/roster/plan-changes.ts'

/** The first refusals in full, the rest as a count; nothing was changed for anybody. */
export function changeRefusalWords(refusals: readonly StepRefusal[]): string {
  const shown = refusals.slice(0, 3).map(({ name, refusal }) => changeRefusalSentence(name, refusal))
  const rest = refusals.length - shown.length
  const restWords = rest === 0 ? '' : `另有 ${String(rest)} 人也办不了。`
  return `${shown.join('')}${restWords}${refusals.length > 1 ? '谁的都没有改。' : ''}`
}
