import { centipoints, formatPoints, type Centipoints } from '../primitives/centipoints.ts'
import { formatYuan } from '../primitives/fen.ts'
import type { Diagnostic } from '../regulation/diagnostic.ts'
import { clauseOf } from '../scheme/clause-of.ts'
import { findingAbout } from '../scheme/finding-about.ts'
import type { Scheme, WorkedExample } from '../scheme/scheme.ts'
import { reckonExample, type ExampleReckoning } from './reckon-example.ts'

/**
 * The worked examples of a scheme that come to something else than their clerk expects, or cannot be reckoned: errors,
 * since they guard every later version. Points are always compared, pay where the example states it. In their order.
 */
export function checkExamples(scheme: Scheme): Diagnostic[] {
  return (scheme.examples ?? []).flatMap((example) => {
    const fault = faultOf(example, reckonExample(scheme, example))
    if (fault === null) return []
    return [
      findingAbout('example', example, {
        severity: 'error',
        code: 'example-failed',
        message: `算例“${example.title}”：${fault}`,
      }),
    ]
  })
}

function faultOf({ expected }: WorkedExample, reckoning: ExampleReckoning): string | null {
  const { movedCentipoints, yuanFen, refusal } = reckoning
  if (refusal !== null) return refusal
  const said: string[] = []
  if (movedCentipoints !== expected.points)
    said.push(`应${movedWords(expected.points)}，按现方案${movedWords(movedCentipoints)}`)
  if (expected.yuan !== undefined && yuanFen !== expected.yuan)
    said.push(`应扣发${formatYuan(expected.yuan)}元，按现方案扣发${formatYuan(yuanFen)}元`)
  return said.length === 0 ? null : `${said.join('；')}${ruleWords(reckoning)}，请改正条款或算例。`
}

function movedWords(points: Centipoints): string {
  if (points === 0) return '不扣分也不加分'
  return `${points < 0 ? '扣' : '加'}${formatPoints(centipoints(Math.abs(points)))}分`
}

/** What the example rests on: 工作纪律：迟到，季满10次后每次扣1分. */
function ruleWords({ rules }: ExampleReckoning): string {
  const words = rules.map(({ rule, item }) => {
    const says = rule.sentence === '' ? clauseOf(rule) : rule.sentence
    return item === null ? says : `${item.title}：${says}`
  })
  return `（${words.join('；').replace(/。$/, '')}）`
}
