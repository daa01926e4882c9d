import { centipoints } from '../../primitives/centipoints.ts'
import { ownWords } from '../../scheme/own-words.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import { readNumeral } from './numerals.ts'
import type { Grammar } from './phrases/grammar.ts'
import { readLevel } from './phrases/qualifiers/level-phrases.ts'

/** One of the things a clause lists: the deed with it alone, and the rung it names. */
type Part = { readonly condition: string; readonly level: string | null }

const rungWord = '(?:国家|中央|全国|省部|省|市|县|区|乡镇|镇|京)(?:级|里|党委|政府|委|部门|机关){0,3}'
const rungList = new RegExp(`${rungWord}(?:[、,，和或及与]{1,2}${rungWord})+`, 'gu')
const rungAlone = new RegExp(rungWord, 'gu')
const rungsUpwards = ['区', '市', '省', '国家'] as const

/** The ways to see a list in a deed, the likeliest first. */
function* listsIn({ condition: deed = '', level }: RuleFields, grammar: Grammar): Generator<readonly Part[]> {
  const clauses = deed.split(/[，；]/u)
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i] ?? ''
    for (const list of clause.matchAll(rungList)) yield rungParts(deed, clause, list, grammar)
    for (const separator of [/、/u, /[、和或及与]/u]) {
      const parts = clause.split(separator).filter((part) => part !== '')
      if (parts.length > 1) yield parts.map((part) => partOf([...clauses.slice(0, i), part], grammar))
    }
  }
  for (const list of deed.matchAll(rungList)) yield rungParts(deed, deed, list, grammar)
  yield* upwards(deed, level ?? lowestRung(deed, grammar))
}

function partOf(clauses: readonly string[], grammar: Grammar): Part {
  return { condition: clauses.join('，'), level: readRung(clauses.at(-1) ?? '', grammar) }
}

/** 省、市、县检查中被通报的: the list is of rungs, and the deed is one for all; a town's rung stands in its deed. */
function rungParts(deed: string, clause: string, list: RegExpExecArray, grammar: Grammar): Part[] {
  const rungs = list[0].match(rungAlone) ?? []
  const levels = rungs.map((rung) => readRung(rung, grammar))
  if (levels.every((level) => level !== null)) return levels.map((level) => ({ condition: deed, level }))
  const [before, after] = [clause.slice(0, list.index), clause.slice(list.index + list[0].length)]
  return rungs.map((rung, i) => ({
    condition: deed.replace(clause, `${before}${rung}${after}`),
    level: levels[i] ?? null,
  }))
}

/** 市级以上 with three amounts: 市, 省, 国家. */
function* upwards(deed: string, lowest: string | null): Generator<readonly Part[]> {
  const first = rungsUpwards.findIndex((level) => level === lowest)
  if (first >= 0) yield rungsUpwards.slice(first).map((level) => ({ condition: deed, level }))
}

function lowestRung(deed: string, { levels }: Grammar): string | null {
  const from = /(国家|中央|省|市|县|区)级?(?:\([^)]*\)|（[^）]*）)?(?:及)?以上/u.exec(deed)?.[1]
  return from === undefined ? null : readLevel(levels, `${from}级`)
}

/** The rung that a part of a list begins with: 获国家, 省, 市级表彰. */
function readRung(part: string, { levels }: Grammar): string | null {
  const rung = /^.{0,3}?(国家|中央|全国|省|市|县|区)/u.exec(part)?.[1]
  return rung === undefined ? null : readLevel(levels, `${rung}级`)
}

/** 国家、省、市级表彰分别加5、3、2分: a rule for each thing listed; null when the deed lists no such number. */
export function rulesOfList(
  amounts: readonly number[],
  rule: RuleFields,
  grammar: Grammar,
): readonly RuleFields[] | null {
  const ranked = rankedAmounts(amounts, rule) ?? amountsOfPayers(amounts, rule)
  if (ranked !== null) return ranked
  for (const parts of listsIn(rule, grammar))
    if (parts.length === amounts.length) return parts.map((part, i) => ruleOfPart(rule, part, amounts[i] ?? 0))
  return null
}

/** 县、市、省级分别加1-3分: as many steps of whole half points as the deed lists things. */
export function rulesBetween(
  { low, high }: { readonly low: number; readonly high: number },
  rule: RuleFields,
  grammar: Grammar,
): readonly RuleFields[] | null {
  for (const parts of listsIn(rule, grammar)) {
    const step = (high - low) / (parts.length - 1)
    if (step !== 0 && step % 50 === 0) return parts.map((part, i) => ruleOfPart(rule, part, low + i * step))
  }
  return null
}

function ruleOfPart(rule: RuleFields, { condition, level }: Part, amount: number): RuleFields {
  const { level: _level, ...common } = rule
  return { ...common, points: centipoints(amount), condition, ...(level === null ? {} : { level }) }
}

/** Who pays is named in a few words; what has more is part of the deed. */
const longestPayer = 8

/** 被通报的，牵头领导、责任人分别扣5分、3分: the last of those who pay was read as such, the others stand in the deed. */
function amountsOfPayers(amounts: readonly number[], rule: RuleFields): RuleFields[] | null {
  const { subject, condition = '' } = rule
  if (subject === undefined) return null
  const clauses = condition.split('，')
  const payers = [...(clauses.pop() ?? '').split(/[、和及与]/u), subject].map((payer) => payer.replace(/^对/u, ''))
  const arePayers = payers.every((payer) => payer !== '' && payer.length <= longestPayer)
  if (clauses.length === 0 || !arePayers || payers.length !== amounts.length) return null
  const deed = ownWords(clauses.join('，')).replace(/的$/u, '')
  return payers.map((payer, i) => ({
    ...rule,
    subject: payer,
    condition: deed,
    points: centipoints(amounts[i] ?? 0),
  }))
}

/** 排名前三名分别加3、2、1分: a rule for each place; of the last places the worst pays most. */
function rankedAmounts(amounts: readonly number[], rule: RuleFields): RuleFields[] | null {
  const band = /(?<end>前|后|末|最后|倒数)(?<count>[二两三四五六七八九\d])(?:名|位)?$/u.exec(
    rule.rank ?? '',
  )?.groups
  if (band === undefined || readNumeral(band['count'] ?? '') !== amounts.length * 100) return null
  const isFromTop = band['end'] === '前'
  const isRising = (amounts[0] ?? 0) < (amounts.at(-1) ?? 0)
  return amounts.map((amount, i) => {
    const place = '一二三四五六七八九'.charAt(!isFromTop && isRising ? amounts.length - 1 - i : i)
    return { ...rule, points: centipoints(amount), rank: `${isFromTop ? '' : '倒数'}第${place}名` }
  })
}
