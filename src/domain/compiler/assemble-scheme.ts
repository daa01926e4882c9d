import {
  schemeFormat,
  type Category,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
} from '../scheme/scheme.ts'
import {
  firstWords,
  type ReadCategory,
  type ReadItem,
  type ReadOutside,
  type ReadRule,
  type ReadScheme,
} from './read-plan.ts'
import { earnedTitle, ratedTitle } from './category-kind.ts'
import { cite, wordsAt, type Reading } from './stored-text.ts'
import { isEarned } from '../scheme/lint-rules.ts'
import type { Statements } from './statements/find-statements.ts'
import { findRaterGroups } from './statements/rater-groups.ts'
import { sanctionRule, type StatedRewards } from './statements/rewards.ts'
import { statedParts } from './stated-parts.ts'

const unplacedTitle = '未归类'

/** Puts the parts together and names them by their place: c2-s3-i4-r1 is the first rule of the fourth item … */
export function assembleScheme(reading: Reading, read: ReadScheme, statements: Statements): Scheme {
  const placed = read.categories.map((category, i) => categoryOf(reading, category, `c${String(i + 1)}`))
  const unplaced = unplacedCategory(reading, read.outside, `c${String(placed.length + 1)}`)
  const outsideRules = read.outside.flatMap(({ place, rules }) => rules.map((rule) => ({ place, rule })))
  const stated = statedRewardRules(reading, statements.rewards)
  const written = outsideRules.filter(({ place, rule }) => isReward(place, rule)).map(({ rule }) => rule)
  const rewards = [...stated, ...written].toSorted((left, right) => startOf(left) - startOf(right))
  const vetoes = outsideRules.filter(({ rule }) => rule.effect === 'veto').map(({ rule }) => rule)
  const hasRules =
    outsideRules.length + rewards.length > 0 ||
    read.categories.some(({ sheets }) => sheets.some(({ items }) => items.some((item) => item.rules.length > 0)))
  return {
    format: schemeFormat,
    title: statements.title,
    total: statements.total,
    categories: unplaced === null ? placed : [...placed, unplaced],
    rewards: numbered(rewards, 'w'),
    vetoes: numbered(vetoes, 'v'),
    ...statedParts(reading, statements, hasRules),
  }
}

function startOf(rule: ReadRule): number {
  return rule.source?.start ?? 0
}

function numbered(rules: readonly ReadRule[], prefix: string): Rule[] {
  return rules.map((rule, i) => ({ ...rule, id: `${prefix}${String(i + 1)}` }))
}

function categoryOf(reading: Reading, { category, sheets }: ReadCategory, id: string): Category {
  const rules = sheets.flatMap((sheet) => sheet.items.flatMap((item) => item.rules))
  const hasRules = rules.length > 0
  const isEarnedWhole = hasRules && rules.every((rule) => isEarned({ ...rule, id: '' }))
  // 基础积分(100分) that only deductions move is a category like any other, whatever it is called.
  const isCalledEarned =
    earnedTitle.test(category.title) && (!hasRules || rules.some(({ effect }) => effect === 'add'))
  const isRated = !hasRules && ratedTitle.test(category.title)
  const words = sheets.flatMap((sheet) => sheet.items.flatMap(({ item }) => item.blocks))
  const raterGroups = isRated ? findRaterGroups(words.map((block) => wordsAt(reading, block)).join('\n')) : null
  return {
    id,
    title: category.title,
    points: category.points,
    kind: isRated ? 'rated' : isEarnedWhole || isCalledEarned ? 'earned' : 'deductive',
    sheets: isRated
      ? []
      : sheets.map(({ sheet, items }, i): OfficeSheet => {
          const sheetId = `${id}-s${String(i + 1)}`
          return {
            id: sheetId,
            title: sheet.title,
            office: sheet.office,
            points: sheet.stated?.points ?? category.points,
            items: items.map((item, j) => itemOf(reading, item, `${sheetId}-i${String(j + 1)}`)),
            source: cite(reading, sheet.source, sheet.path),
          }
        }),
    source: cite(reading, category.source, category.path),
    ...(category.window === undefined ? {} : { window: category.window }),
    ...(raterGroups === null ? {} : { raterGroups }),
  }
}

function itemOf(reading: Reading, { item, title, rules }: ReadItem, id: string): Item {
  return {
    id,
    title,
    points: item.stated?.points ?? null,
    source: cite(reading, item.source, item.path),
    rules: numbered(rules, `${id}-r`),
  }
}

/** 获市级表彰加3分 outside a heading of its own is a reward all the same. */
function isReward(place: ReadOutside['place'], rule: ReadRule): boolean {
  if (rule.effect === 'veto') return false
  const isHonour =
    rule.effect === 'add' && (rule.level !== undefined || /表彰|荣誉|获奖/.test(rule.condition ?? ''))
  return place === 'rewards' || isHonour
}

/** Clauses whose item the text does not name, under the headings they stand under. */
function unplacedCategory(reading: Reading, outside: readonly ReadOutside[], id: string): Category | null {
  const items = outside.flatMap(({ section, place, rules }) => {
    const left = rules.filter((rule) => rule.effect !== 'veto' && !isReward(place, rule))
    return left.length === 0 ? [] : [{ section, rules: left }]
  })
  if (items.length === 0) return null
  const sheetId = `${id}-s1`
  const sheet: OfficeSheet = {
    id: sheetId,
    title: unplacedTitle,
    office: null,
    points: null,
    items: items.map(({ section, rules }, i): Item => {
      const itemId = `${sheetId}-i${String(i + 1)}`
      const title = section.title === '' ? firstWords(reading.body.text, section) : section.title
      return {
        id: itemId,
        title,
        points: null,
        source: cite(
          reading,
          section.heading.end > section.heading.start ? section.heading : wholeOf(section.blocks),
          section.path,
        ),
        rules: numbered(rules, `${itemId}-r`),
      }
    }),
    source: null,
  }
  return {
    id,
    title: unplacedTitle,
    points: null,
    kind: 'deductive',
    sheets: [sheet],
    source: items[0]?.rules[0]?.source ?? null,
  }
}

function wholeOf(blocks: readonly { readonly start: number; readonly end: number }[]): {
  start: number
  end: number
} {
  return { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 }
}

function statedRewardRules(reading: Reading, rewards: StatedRewards): ReadRule[] {
  const rules = rewards.rules.map(({ rule, words }): ReadRule => ({ ...rule, source: cite(reading, words) }))
  if (rewards.sanction === null) return rules
  const { condition, words } = rewards.sanction
  return [...rules, { ...sanctionRule(condition), source: cite(reading, words) }]
}
