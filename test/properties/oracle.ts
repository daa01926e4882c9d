import {
  decimal,
  fraction,
  larger,
  minus,
  nothing,
  over,
  plus,
  smaller,
  times,
  toHundredth,
  total,
} from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { chargesOf, countedEntries, fenTaken, ladderKey, largestOfEach, withinCap } from './oracle-charges.ts'
import type { FileCategory, FileRule, FileSheet } from './oracle-charges.ts'
import { peopleOf, yearOfDays } from './oracle-days.ts'
import type { Person } from './oracle-days.ts'
import { itemScore } from './oracle-items.ts'
import { poolFen, publishedMean, ranksOf, sharesOf } from './oracle-pay.ts'
import type { Town, TownEntry } from './town.ts'

/**
 * A second, independent reading of SPEC §4, made to be checked against the product: exact rationals throughout, one
 * office per day, every sum taken afresh from the entries. It is slow and plain on purpose and shares no code with
 * src/domain beyond the type of the scheme file.
 */
export type Verdict = {
  readonly staffNumber: string
  readonly items: readonly { readonly itemId: string; readonly score: Fraction | null }[]
  readonly categories: readonly {
    readonly categoryId: string
    readonly score: Fraction | null
    readonly soFar: Fraction
  }[]
  readonly work: Fraction | null
  readonly reward: Fraction
  readonly score: Fraction | null
  readonly soFar: Fraction
  readonly moneyFen: bigint
  /** By the published scores; all null while anyone is partial. */
  readonly final: Standing
  /** By what is known so far. */
  readonly provisional: Standing
}
export type Standing = {
  readonly rank: number | null
  readonly payFen: bigint | null
  readonly netFen: bigint | null
}
export type TownVerdict = { readonly people: readonly Verdict[]; readonly poolFen: bigint | null }

type Personal = Omit<Verdict, 'final' | 'provisional'>
type Part = { readonly score: Fraction | null; readonly soFar: Fraction }

export function judge(town: Town): TownVerdict {
  const people = peopleOf(town)
  const counted = countedEntries(town)
  const scored = new Map<string, Personal>()
  for (const post of ['工作人员', '分管领导', '主要领导'])
    for (const person of people.filter((candidate) => candidate.post === post))
      scored.set(
        person.staffNumber,
        isRolledUp(town, person) ? leader(town, person, people, counted, scored) : staff(town, person, counted),
      )
  const personal = people.flatMap((person) => scored.get(person.staffNumber) ?? [])
  return withPay(town, people, personal)
}

const isRolledUp = (town: Town, person: Person): boolean =>
  (town.scheme.rollUps ?? []).some((rollUp) => rollUp.post === person.post)

// ------------------------------------------------------------------ one person

function staff(town: Town, person: Person, counted: readonly TownEntry[]): Personal {
  const mine = counted.filter((entry) => entry.staffNumber === person.staffNumber)
  const items: { itemId: string; score: Fraction | null }[] = []
  const categories = town.scheme.categories.map((category) => ({
    categoryId: category.id,
    ...categoryPart(town, person, category, mine, counted, items),
  }))
  const known = total(categories.map(({ soFar }) => soFar))
  const work = categories.some(({ score }) => score === null) ? null : known
  return finished(town, person, mine, { work, known, items, categories })
}

function finished(
  town: Town,
  person: Person,
  mine: readonly TownEntry[],
  parts: { work: Fraction | null; known: Fraction } & Pick<Personal, 'items' | 'categories'>,
): Personal {
  const reward = rewardOf(town, mine)
  const isZeroed = mine.some((entry) => ruleOf(town, entry.ruleId)?.effect === 'zero')
  const clamp = (sum: Fraction): Fraction => larger(nothing, plus(sum, reward))
  return {
    staffNumber: person.staffNumber,
    items: parts.items,
    categories: parts.categories,
    work: parts.work,
    reward,
    score: isZeroed ? nothing : parts.work === null ? null : clamp(parts.work),
    soFar: isZeroed ? nothing : clamp(parts.known),
    moneyFen: moneyOf(town, mine),
  }
}

function rewardOf(town: Town, mine: readonly TownEntry[]): Fraction {
  const rules = (town.scheme.rewards ?? []).filter((rule) =>
    ['add', 'deduct', 'discretionary'].includes(rule.effect),
  )
  const isBonus = (rule: FileRule): boolean => rule.effect === 'add' || rule.direction !== undefined
  const kept = largestOfEach(chargesOf(town, rules, mine, 'year'), ({ rule, entry }) =>
    entry.matter === null ? null : `${isBonus(rule) ? '+' : '-'} ${entry.matter}`,
  )
  const ofRule = (rule: FileRule): Fraction =>
    total(withinCap(kept.filter((charge) => charge.rule.id === rule.id)))
  const gained = total(rules.filter(isBonus).map(ofRule))
  const lost = total(rules.filter((rule) => !isBonus(rule)).map(ofRule))
  const limit = town.scheme.rewardCap
  return minus(limit === undefined ? gained : smaller(gained, decimal(limit.points)), lost)
}

function moneyOf(town: Town, mine: readonly TownEntry[]): bigint {
  const groups: { rules: readonly FileRule[]; kind: 'month' | 'quarter' | 'year' }[] = [
    { rules: town.scheme.rewards ?? [], kind: 'year' },
    { rules: town.scheme.vetoes ?? [], kind: 'year' },
  ]
  for (const category of town.scheme.categories)
    for (const sheet of category.sheets ?? [])
      for (const item of sheet.items ?? [])
        groups.push({
          rules: item.rules ?? [],
          kind: item.window ?? category.window ?? town.scheme.window ?? 'year',
        })
  return groups.reduce((sum, { rules, kind }) => {
    const money = rules.filter((rule) => rule.effect === 'money')
    return sum + fenTaken(largestOfEach(chargesOf(town, money, mine, kind), ladderKey(money)))
  }, 0n)
}

function ruleOf(town: Town, ruleId: string): FileRule | undefined {
  for (const category of town.scheme.categories)
    for (const sheet of category.sheets ?? [])
      for (const item of sheet.items ?? [])
        for (const rule of item.rules ?? []) if (rule.id === ruleId) return rule
  return [...(town.scheme.rewards ?? []), ...(town.scheme.vetoes ?? [])].find((rule) => rule.id === ruleId)
}

// ------------------------------------------------------------------ one category

function categoryPart(
  town: Town,
  person: Person,
  category: FileCategory,
  mine: readonly TownEntry[],
  everyones: readonly TownEntry[],
  items: { itemId: string; score: Fraction | null }[],
): Part {
  if (category.kind === 'rated') return ratedPart(town, person, category)
  const sheets = category.sheets ?? []
  const sheetOnDay = person.officeOnDay.map((office) =>
    office === null ? null : (sheets.find((sheet) => isSheetOf(sheet, office)) ?? 'none'),
  )
  const rosterDays = person.officeOnDay.map((office) => office !== null)
  let score: Fraction | null = nothing
  let soFar = nothing
  for (const sheet of new Set(sheetOnDay)) {
    if (sheet === null) continue
    const markedDays = sheetOnDay.map((other) => other === sheet)
    const share = fraction(BigInt(markedDays.filter(Boolean).length), BigInt(person.daysOnRoster))
    const part = sheet === 'none' ? { score: null, soFar: nothing } : sheetPart(sheet)
    score = score === null || part.score === null ? null : plus(score, times(share, part.score))
    soFar = plus(soFar, times(share, part.soFar))

    function sheetPart(held: FileSheet): Part {
      const scores = (held.items ?? []).map((item) => {
        const kind = item.window ?? category.window ?? town.scheme.window ?? 'year'
        const earned = category.kind === 'earned'
        return {
          itemId: item.id,
          score: itemScore(item, { town, kind, earned, markedDays, rosterDays, mine, everyones }),
        }
      })
      items.push(...scores)
      const sum = total(scores.map((one) => one.score ?? nothing))
      return { score: scores.some((one) => one.score === null) ? null : sum, soFar: sum }
    }
  }
  return { score: score === null ? null : toHundredth(score), soFar: toHundredth(soFar) }
}

/** SPEC §7: the sheet's office itself, the name before its brackets, or any name within them. */
export function isSheetOf(sheet: FileSheet, office: string): boolean {
  if (sheet.office === null || sheet.office === undefined || sheet.office === office) return true
  return sheet.office.split(/[()（）、,，]/).includes(office)
}

const defaultGroups = [
  { group: '主要领导', weight: 30 },
  { group: '分管领导', weight: 30 },
  { group: '同事', weight: 20 },
  { group: '村居与服务对象', weight: 20 },
]

function ratedPart(town: Town, person: Person, category: FileCategory): Part {
  const mine = town.ratings.filter(
    (row) => row.staffNumber === person.staffNumber && row.categoryId === category.id,
  )
  const missing = { score: null, soFar: nothing }
  if (category.points === null || category.points === undefined) return missing
  const ofFull = over(decimal(category.points), fraction(100n))
  const publish = (mark: Fraction): Part => {
    const score = toHundredth(times(mark, ofFull))
    return { score, soFar: score }
  }
  const whole = mine.find((row) => row.raterGroup === null)
  if (whole !== undefined) return publish(decimal(whole.mark))

  const groups = (category.raterGroups ?? defaultGroups).map(({ group, weight }) => {
    const marks = mine.filter((row) => row.raterGroup === group).map((row) => decimal(row.mark))
    return {
      weight: decimal(weight),
      mean: marks.length === 0 ? null : over(total(marks), fraction(BigInt(marks.length))),
    }
  })
  const marked = groups.flatMap(({ weight, mean }) => (mean === null ? [] : [{ weight, mean }]))
  if (marked.length === 0 || (marked.length < groups.length && category.missingRaterGroup !== 'spread'))
    return missing
  const weighted = total(marked.map(({ weight, mean }) => times(weight, mean)))
  return publish(over(weighted, total(marked.map(({ weight }) => weight))))
}

// ------------------------------------------------------------------ leaders, pay, ranks

function leader(
  town: Town,
  person: Person,
  people: readonly Person[],
  counted: readonly TownEntry[],
  scored: ReadonlyMap<string, Personal>,
): Personal {
  const mine = counted.filter((entry) => entry.staffNumber === person.staffNumber)
  const of = town.scheme.rollUps?.find((rollUp) => rollUp.post === person.post)?.of
  const leads = (office: string | null): boolean =>
    office !== null && (of !== '工作人员' || person.inChargeOf.some((named) => isSameOffice(town, named, office)))
  const members = people
    .filter((other) => other.post === of)
    .map((other) => ({ own: scored.get(other.staffNumber), days: other.officeOnDay.filter(leads).length }))
    .flatMap(({ own, days }) => (own === undefined || days === 0 ? [] : [{ own, days }]))
  if (members.length === 0)
    return finished(town, person, mine, { work: null, known: nothing, items: [], categories: [] })
  const known = publishedMean(members.map(({ own, days }) => ({ score: own.soFar, days })))
  const work = members.some(({ own }) => own.score === null) ? null : known
  return finished(town, person, mine, { work, known, items: [], categories: [] })
}

/** Two written offices are one when they are the same words or stand under the same sheet. */
function isSameOffice(town: Town, one: string, other: string): boolean {
  if (one === other) return true
  const sheets = town.scheme.categories
    .flatMap((category) => category.sheets ?? [])
    .filter((sheet) => sheet.office !== null && sheet.office !== undefined)
  return sheets.some((sheet) => isSheetOf(sheet, one) && isSheetOf(sheet, other))
}

function withPay(town: Town, people: readonly Person[], personal: readonly Personal[]): TownVerdict {
  const perPerson = town.perPerson ?? town.scheme.pay?.perPerson ?? null
  const days = people.map((person) => person.daysOnRoster)
  const pool = perPerson === null ? null : poolFen(perPerson, days, yearOfDays(town.year).days.length)
  const final = standingsOf(people, personal, pool, (own) => own.score)
  const provisional = standingsOf(people, personal, pool, (own) => own.soFar)
  const none = { rank: null, payFen: null, netFen: null }
  return {
    poolFen: pool,
    people: personal.map((own, index) => ({
      ...own,
      final: final[index] ?? none,
      provisional: provisional[index] ?? none,
    })),
  }
}

/** Ranks and pay by the scores taken; nobody has either while one of them is missing. */
function standingsOf(
  people: readonly Person[],
  personal: readonly Personal[],
  pool: bigint | null,
  scoreOf: (own: Personal) => Fraction | null,
): Standing[] {
  const claims = personal.flatMap((own, index) => {
    const score = scoreOf(own)
    const person = people[index]
    return score === null || person === undefined
      ? []
      : [{ score, group: person.post, days: person.daysOnRoster, takenFen: own.moneyFen }]
  })
  if (claims.length < personal.length) return []
  const shares = pool === null ? null : sharesOf(pool, claims)
  return ranksOf(claims).map((rank, index) => ({
    rank,
    payFen: shares?.[index]?.payFen ?? null,
    netFen: shares?.[index]?.netFen ?? null,
  }))
}
