import { formatPoints } from '../primitives/centipoints.ts'
import { formatYuan } from '../primitives/fen.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { effectOf, type RuleFields } from './effects/index.ts'
import { windowWords } from './whole-words.ts'

type NamedField = {
  readonly label: string
  /** What the rule says there; null when it says nothing. */
  readonly words: (rule: RuleFields) => string | null
}

const said = (words: string | undefined): string | null => words ?? null

/** Every field of a rule with its name on paper and its words, in the order a clerk reads them. */
export const ruleFieldNames: Readonly<Record<keyof RuleFields, NamedField>> = {
  condition: { label: '情形', words: ({ condition }) => said(condition) },
  effect: { label: '效果', words: (rule) => effectOf(rule).label },
  points: { label: '分值', words: ({ points }) => (points === null ? null : `${formatPoints(points)}分`) },
  yuan: {
    label: '金额',
    words: ({ yuan }) => (yuan === null || yuan === undefined ? null : `${formatYuan(yuan)}元`),
  },
  direction: {
    label: '裁量方向',
    words: ({ effect, direction }) =>
      effect === 'discretionary' ? { deduct: '扣分', add: '加分', award: '计分' }[direction ?? 'deduct'] : null,
  },
  min: { label: '裁量下限', words: ({ min }) => (min === undefined ? null : `${formatPoints(min)}分`) },
  max: { label: '裁量上限', words: ({ max }) => (max === undefined ? null : `${formatPoints(max)}分`) },
  unit: { label: '单位', words: ({ unit }) => said(unit) },
  per: { label: '每档数量', words: ({ per }) => (per === undefined ? null : formatQuantity(per)) },
  missing: { label: '按缺少的数量计', words: ({ missing }) => (missing === true ? '是' : null) },
  cap: { label: '累计上限', words: ({ cap }) => (cap === undefined ? null : `${formatPoints(cap)}分`) },
  uncapped: { label: '不封顶', words: ({ uncapped }) => (uncapped === true ? '是' : null) },
  grace: {
    label: '宽限',
    words: ({ grace, unit }) =>
      grace === undefined ? null : `${windowWords[grace.window]}${formatQuantity(grace.count)}${unit ?? ''}`,
  },
  shortfall: {
    label: '目标',
    words: ({ shortfall }) =>
      shortfall === undefined
        ? null
        : `${formatQuantity(shortfall.target)}${shortfall.unit}，每少${formatQuantity(shortfall.step)}${shortfall.unit}一档`,
  },
  severity: { label: '后果程度', words: ({ severity }) => said(severity) },
  rank: { label: '位次', words: ({ rank }) => said(rank) },
  level: { label: '级别', words: ({ level }) => said(level) },
  deadline: { label: '时限', words: ({ deadline }) => said(deadline) },
  subject: { label: '对象', words: ({ subject }) => said(subject) },
  consequence: { label: '后果', words: ({ consequence }) => said(consequence) },
  payItem: { label: '扣款项目', words: ({ payItem }) => said(payItem) },
}
