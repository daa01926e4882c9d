import { accept, refuse, type Result } from '../primitives/result.ts'
import { isOnSheet, isRolledUp, type PlacedRule } from '../roster/sheet-directory.ts'
import type { StaffMember, Stay } from '../roster/staff.ts'
import type { EntryScope } from './entry-scope.ts'
import type { Rule } from '../scheme/scheme.ts'
import { readLevel } from './level.ts'

type RuleChoice = { readonly ruleId: string; readonly item: string; readonly words: string }

export type RuleLookupRefusal =
  | { readonly code: 'rule-not-found'; readonly asked: string; readonly items: readonly string[] }
  | { readonly code: 'rule-words-not-found'; readonly asked: string; readonly choices: readonly RuleChoice[] }
  | { readonly code: 'rule-ambiguous'; readonly asked: string; readonly choices: readonly RuleChoice[] }

const rewardNames = new Set(['奖励', '工作奖励', '工作奖励成绩', '加减分', '奖惩'])
const vetoNames = new Set(['否决', '一票否决'])

/**
 * The rule meant by a cell of an entries file: a rule's id, or `项目：词语` looked up on the person's sheets of that
 * day — the item by title (whole, else in part), the words in the rule's deed, else sentence, else clause. None or
 * several are refused with what there is (SPEC §7). 奖励：… looks among the rewards. Where the words fit several rungs of
 * one ladder, the row's own level (等级) chooses among them; where they fit a deed and its graver rungs, the deed is meant.
 */
export function findRule(
  scope: EntryScope,
  person: StaffMember,
  stay: Stay,
  asked: string,
  level: string | null = null,
): Result<PlacedRule, RuleLookupRefusal> {
  const byId = scope.directory.ruleById.get(asked.trim())
  if (byId !== undefined) return accept(byId)
  const plain = plainWords(asked)
  const colon = plain.indexOf(':')
  const rules = rulesWithin(scope, person, stay)
  const items = [...new Set(rules.map(itemName))]
  if (colon < 0) return refuse({ code: 'rule-not-found', asked, items })
  const [itemWords, words] = [plain.slice(0, colon), plain.slice(colon + 1)]
  const ofItem = rulesOfItem(rules, itemWords)
  if (ofItem.length === 0) return refuse({ code: 'rule-not-found', asked, items })
  const worded = rulesWithWords(ofItem, words)
  const rungs = level === null ? [] : worded.filter(({ rule }) => isRungOf(rule, level))
  const matches = rungs.length > 0 ? rungs : withoutUnnamedRungs(worded, words)
  const [only, ...others] = matches
  if (only === undefined) return refuse({ code: 'rule-words-not-found', asked, choices: ofItem.map(choiceOf) })
  return others.length === 0
    ? accept(only)
    : refuse({ code: 'rule-ambiguous', asked, choices: matches.map(choiceOf) })
}

/** Answers the same question once: a file asks for the same words of the same office thousands of times. */
export function ruleFinder(scope: EntryScope) {
  const answers = new Map<string, Result<PlacedRule, RuleLookupRefusal>>()
  return (person: StaffMember, stay: Stay, asked: string, level: string | null) => {
    const key = JSON.stringify([person.post, stay.office, stay.inChargeOf, asked, level])
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = findRule(scope, person, stay, asked, level)
    answers.set(key, answer)
    return answer
  }
}

/** The rules of the sheets that are the person's on that day; a leader's are those of everyone and of the offices led. */
export function rulesWithin(scope: EntryScope, person: StaffMember, stay: Stay): readonly PlacedRule[] {
  const offices = isRolledUp(scope.directory.scheme, person.post)
    ? [stay.office, ...stay.inChargeOf]
    : [stay.office]
  return [...scope.directory.ruleById.values()].filter((placed) =>
    offices.some((office) => isOnSheet(scope.directory, placed, office)),
  )
}

function rulesOfItem(rules: readonly PlacedRule[], itemWords: string): readonly PlacedRule[] {
  const titled = (matches: (title: string) => boolean) =>
    rules.filter(({ item }) => item !== null && matches(plainWords(item.title)))
  const whole = titled((title) => title === itemWords)
  if (whole.length > 0) return whole
  if (rewardNames.has(itemWords)) return rules.filter(({ item, rule }) => item === null && rule.effect !== 'veto')
  if (vetoNames.has(itemWords)) return rules.filter(({ item, rule }) => item === null && rule.effect === 'veto')
  return itemWords === '' ? [] : titled((title) => title.includes(itemWords))
}

/**
 * The rules that have the words in their deed; else in their sentence or rung; else in their clause. One clause often
 * holds several deeds (迟到、早退发现一次扣2分), so the clause decides last.
 */
function rulesWithWords(rules: readonly PlacedRule[], words: string): readonly PlacedRule[] {
  const places: readonly ((rule: Rule) => readonly (string | undefined)[])[] = [
    ({ condition }) => [condition],
    ({ sentence, severity, rank, level }) => [sentence, severity, rank, level],
    ({ source }) => [source?.quote],
  ]
  for (const textsOf of places) {
    const found = rules.filter(({ rule }) => textsOf(rule).some((text) => plainWords(text ?? '').includes(words)))
    if (found.length > 0) return found
  }
  return []
}

/** A clerk who means 造成重大损失 says so: words that fit the plain deed as well mean the plain deed. */
function withoutUnnamedRungs(worded: readonly PlacedRule[], words: string): readonly PlacedRule[] {
  const named = worded.filter(({ rule: { severity, rank, level } }) =>
    [severity, rank, level].every((mark) => mark === undefined || plainWords(mark).includes(words)),
  )
  return named.length > 0 ? named : worded
}

function isRungOf(rule: Rule, level: string): boolean {
  const read = readLevel(level)
  return read !== null && rule.level !== undefined && readLevel(rule.level) === read
}

function itemName({ item }: PlacedRule): string {
  return item?.title ?? '奖励'
}

function choiceOf(placed: PlacedRule): RuleChoice {
  const { rule } = placed
  const quote = rule.source?.quote ?? ''
  return { ruleId: rule.id, item: itemName(placed), words: rule.sentence === '' ? quote : rule.sentence }
}

/** Half and full width, and spaces, make no difference. */
function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** None or several: which there are. At most eight are listed, each shortened. */
export function ruleLookupSentence(refusal: RuleLookupRefusal): string {
  if (refusal.code === 'rule-not-found')
    return `找不到“${refusal.asked}”：请填条款编号，或写成“项目：词语”；此人考核表上的项目有 ${refusal.items.join('、')}。`
  const listed = refusal.choices.slice(0, 8).map(({ ruleId, words }) => `${ruleId}（${shorten(words)}）`)
  const rest = refusal.choices.length > listed.length ? ` 等${String(refusal.choices.length)}条` : ''
  return refusal.code === 'rule-ambiguous'
    ? `“${refusal.asked}”对应多条计分条款，请写得更细或改填条款编号：${listed.join('；')}${rest}。`
    : `“${refusal.asked}”在该项目下没有对应的条款，该项目的条款有：${listed.join('；')}${rest}。`
}

function shorten(words: string): string {
  return words.length > 28 ? `${words.slice(0, 27)}…` : words
}
