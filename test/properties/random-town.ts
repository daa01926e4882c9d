import fc from 'fast-check'
import { isSheetOf } from './oracle.ts'
import type { FileItem, FileRule } from './oracle-charges.ts'
import { peopleOf, windowsOfYear, yearOfDays } from './oracle-days.ts'
import type { Person } from './oracle-days.ts'
import { officeNames, randomScheme } from './random-scheme.ts'
import type { SchemeFile } from '../../src/domain/scheme/scheme.ts'
import type { SettledRegister, Town, TownAbsence, TownAssignment, TownEntry, TownMark } from './town.ts'

/**
 * Random towns of a few people: movers, joiners, leavers, people who went and came back, leaders with and without
 * roll-up, offices under a second name and offices without a sheet. Most towns are complete, so that ranks and pay
 * are compared too; the others miss awards, marks or registers.
 */

/** The names of the offices that have a sheet, second names too; an incomplete town also has one without a sheet. */
function writtenOffices(scheme: SchemeFile, isComplete: boolean): string[] {
  const sheets = scheme.categories.flatMap((category) => category.sheets ?? [])
  const named = sheets.flatMap(({ office }) =>
    office === officeNames[2] ? [office, '规划办', '国土所'] : (office ?? []),
  )
  return isComplete && named.length > 0 ? named : [...officeNames, '规划办', ...named, '无表所']
}

/** Free choices, bound to people, rules and days once those are known; small numbers first, so that they shrink. */
const pick = fc.nat({ max: 9999 })
const chosen = <Value>(choices: readonly Value[], at: number): Value | undefined =>
  choices[at % Math.max(1, choices.length)]

const rosterRow = fc.record({
  kind: fc.constantFrom('staff', 'staff', 'staff', 'staff', 'deputy', 'principal'),
  year: fc.constantFrom('whole', 'whole', 'whole', 'joiner', 'leaver', 'mover', 'returner'),
  offices: fc.tuple(pick, pick),
  inChargeOf: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
  days: fc.tuple(fc.nat({ max: 364 }), fc.nat({ max: 364 })),
  absence: fc.constantFrom(null, null, null, null, 'secondment' as const, 'long-leave' as const),
  awayDays: fc.tuple(fc.nat({ max: 364 }), fc.nat({ max: 90 }), fc.boolean()),
})
type RosterRow = Omit<typeof rosterRow extends fc.Arbitrary<infer Row> ? Row : never, 'kind'> & {
  readonly kind: string
}

const entryChoice = fc.record({
  person: pick,
  rule: pick,
  day: pick,
  amount: pick,
  level: fc.constantFrom('区', '县', '市', '省', '国家'),
  matter: fc.constantFrom(null, null, null, '甲事', '乙事'),
  state: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'confirmed', 'recorded', 'reversed'),
})
type EntryChoice = typeof entryChoice extends fc.Arbitrary<infer Choice> ? Choice : never

export const randomTown: fc.Arbitrary<Town> = fc
  .record({
    year: fc.constantFrom(2026, 2026, 2028),
    asOf: fc.constantFrom('12-31', '12-31', '12-31', '12-31', '12-31', '12-31', '06-30', '09-15'),
    scheme: randomScheme,
    rows: fc.array(rosterRow, { minLength: 1, maxLength: 6 }),
    entries: fc.array(entryChoice, { maxLength: 14 }),
    marks: fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 8 }),
    isComplete: fc.constantFrom(true, true, true, false),
    registers: fc.constantFrom('entries', 'entries', 'checked', 'waived'),
    perPerson: fc.constantFrom(null, null, 1000, 2000.01),
  })
  .map(({ year, asOf, scheme, rows, entries, marks, isComplete, registers, perPerson }) => {
    const offices = writtenOffices(scheme, isComplete)
    const posted = isComplete ? withLeadable(rows) : rows
    const roster = posted.flatMap((row, index) => assignmentsOf(row, index, year, posted, offices))
    const absences = posted.flatMap((row, index) => absencesOf(row, index, year))
    const people = peopleOf({
      year,
      asOf,
      scheme,
      roster,
      absences,
      entries: [],
      ratings: [],
      settledRegisters: [],
      perPerson,
    })
    const random = entries.flatMap((choice) => entryOf(choice, year, scheme, people))
    const awards = isComplete ? people.flatMap((person) => awardsOf(person, year, scheme, marks)) : []
    const kept = isComplete && registers === 'entries' ? registerEntries(year, scheme, people) : []
    return {
      year,
      asOf: `${String(year)}-${asOf}`,
      scheme,
      roster,
      absences,
      entries: [...awards, ...random, ...kept].map((entry, index) => ({
        ...entry,
        id: `e${String(index + 1)}`,
        position: index + 1,
      })),
      ratings: people.flatMap((person, index) => marksOf(person, scheme, marks, isComplete, index)),
      settledRegisters: isComplete && registers !== 'entries' ? settledRegistersOf(scheme, registers) : [],
      perPerson,
    }
  })

// ------------------------------------------------------------------ roster

/** Rows among which every leader has somebody to lead: the others become staff. */
function withLeadable(rows: readonly RosterRow[]): RosterRow[] {
  const staffed = rows.map((row, index) => (index === 0 ? { ...row, kind: 'staff' } : row))
  const hasDeputy = staffed.some((row) => row.kind === 'deputy')
  return staffed.map((row) => (row.kind === 'principal' && !hasDeputy ? { ...row, kind: 'staff' } : row))
}

const numberOf = (index: number): string => String(index + 1).padStart(3, '0')

function assignmentsOf(
  row: RosterRow,
  index: number,
  year: number,
  rows: readonly RosterRow[],
  offices: readonly string[],
): TownAssignment[] {
  const officeAt = (at: number): string => chosen(offices, at) ?? '党办'
  const staff = rows.filter((other) => other.kind === 'staff')
  const { days } = yearOfDays(year)
  const staffNumber = numberOf(index)
  const post = row.kind === 'staff' ? '工作人员' : row.kind === 'deputy' ? '分管领导' : '主要领导'
  // A deputy usually leads offices that have someone in them.
  const inChargeOf =
    row.kind !== 'deputy' ? [] : row.inChargeOf.map((at) => officeAt(chosen(staff, at)?.offices[0] ?? at))
  const at = (place: number): string => days[place] ?? ''
  const held = (office: number, from: string | null, to: string | null): TownAssignment => ({
    staffNumber,
    office: officeAt(office),
    post,
    inChargeOf: [...new Set(inChargeOf)],
    from,
    to,
  })
  const [first, second] = row.offices
  const [early, late] = row.days.toSorted((left, right) => left - right)
  if (early === undefined || late === undefined) return []
  if (row.year === 'joiner') return [held(first, at(early), null)]
  if (row.year === 'leaver') return [held(first, null, at(late))]
  if (row.kind !== 'staff' || row.year === 'whole' || early === late) return [held(first, null, null)]
  if (row.year === 'mover') return [held(first, null, at(early)), held(second, at(early + 1), null)]
  return [
    held(first, null, at(early)),
    held(second, at(early + 1), at(late)),
    held(first, at(late + 1), null),
  ].filter((stay) => stay.from === null || stay.from !== '')
}

/** Some are away for up to three months, over moves and beyond the year's end; some have not come back. */
function absencesOf(row: RosterRow, index: number, year: number): TownAbsence[] {
  const { days } = yearOfDays(year)
  const [start, length, isOpen] = row.awayDays
  const from = days[start]
  // The first person stays, so that leaders have somebody to lead.
  if (row.absence === null || from === undefined || index === 0) return []
  const to = isOpen && start > 180 ? null : (days[start + length] ?? `${String(year + 1)}-01-31`)
  return [{ staffNumber: numberOf(index), kind: row.absence, from, to }]
}

// ------------------------------------------------------------------ entries

type PlacedItem = { readonly item: FileItem; readonly kind: 'month' | 'quarter' | 'year' }
type OpenEntry = Omit<TownEntry, 'id' | 'position'>

/** The items of the sheets an office stands under. */
function itemsUnder(scheme: SchemeFile, office: string): PlacedItem[] {
  return scheme.categories.flatMap((category) => {
    const sheet = (category.sheets ?? []).find((one) => isSheetOf(one, office))
    return (sheet?.items ?? []).map((item) => ({
      item,
      kind: item.window ?? category.window ?? scheme.window ?? 'year',
    }))
  })
}

const daysOfPerson = new WeakMap<Person, { readonly day: string; readonly office: string }[]>()

function daysOf(person: Person, year: number): { readonly day: string; readonly office: string }[] {
  const known = daysOfPerson.get(person)
  if (known !== undefined) return known
  const made = yearOfDays(year).days.flatMap((day, place) => {
    const office = person.officeOnDay[place] ?? null
    return office === null ? [] : [{ day, office }]
  })
  daysOfPerson.set(person, made)
  return made
}

/** The first day of each stay and of each month: enough to meet every window. */
function firstDaysOf(person: Person, year: number): { readonly day: string; readonly office: string }[] {
  const held = daysOf(person, year)
  return held.filter(({ day, office }, at) => day.endsWith('-01') || held[at - 1]?.office !== office || at === 0)
}

function entryOf(choice: EntryChoice, year: number, scheme: SchemeFile, people: readonly Person[]): OpenEntry[] {
  const person = chosen(people, choice.person)
  const held = person === undefined ? undefined : chosen(daysOf(person, year), choice.day)
  if (person === undefined || held === undefined) return []
  const rules = [
    ...itemsUnder(scheme, held.office).flatMap(({ item }) => item.rules ?? []),
    ...(scheme.rewards ?? []),
    ...(scheme.vetoes ?? []),
  ]
  const rule = chosen(rules, choice.rule)
  if (rule === undefined) return []
  return [
    {
      staffNumber: person.staffNumber,
      ruleId: rule.id,
      quantity: quantityFor(rule, choice.amount),
      occurredOn: held.day,
      state: choice.state,
      level: isOpenReward(rule) ? choice.level : null,
      matter: choice.matter,
      discretion: rule.effect === 'discretionary' ? discretionFor(rule, choice.amount) : null,
    },
  ]
}

/** 区级以上表彰加分: the amount comes from the level of the entry. */
function isOpenReward(rule: FileRule): boolean {
  return rule.id.startsWith('w') && rule.points === null && rule.level === undefined && rule.effect !== 'money'
}

function quantityFor(rule: FileRule, at: number): number {
  if (rule.effect === 'proportional') return (at % 10_001) / 100
  if (rule.shortfall !== undefined) return rule.shortfall.unit === '字' ? (at % 900_000) / 100 + 1 : 1 + (at % 9)
  if (rule.effect !== 'deduct' && rule.effect !== 'add' && rule.effect !== 'money') return 1
  return rule.unit !== undefined && ['天', '字', '小时'].includes(rule.unit)
    ? (1 + (at % 600)) / 100
    : 1 + (at % 4)
}

function discretionFor(rule: FileRule, at: number): number {
  const low = Math.round((rule.min ?? 0.5) * 100)
  const high = Math.round((rule.max ?? 9) * 100)
  return (low + (at % (high - low + 1))) / 100
}

/** One award or completion in every window the person has days in. */
function awardsOf(person: Person, year: number, scheme: SchemeFile, marks: readonly number[]): OpenEntry[] {
  const held = firstDaysOf(person, year)
  const seen = new Set<string>()
  return held.flatMap(({ day, office }) =>
    itemsUnder(scheme, office).flatMap(({ item, kind }) => {
      const setters = (item.rules ?? []).filter(
        (rule) => rule.effect === 'award' || rule.effect === 'proportional' || rule.direction === 'award',
      )
      const window =
        kind === 'year' ? 'year' : (windowsOfYear(year, kind).find((one) => one.last >= day)?.first ?? '')
      const key = `${item.id} ${window}`
      const rule = chosen(setters, marks[0] ?? 0)
      if (rule === undefined || seen.has(key)) return []
      seen.add(key)
      const discretion = rule.effect === 'discretionary' ? discretionFor(rule, marks[1] ?? 0) : null
      return [{ ...confirmed(person, rule, quantityFor(rule, marks[1] ?? 0), day), discretion }]
    }),
  )
}

function confirmed(person: Person, rule: FileRule, quantity: number, occurredOn: string): OpenEntry {
  return {
    staffNumber: person.staffNumber,
    ruleId: rule.id,
    quantity,
    occurredOn,
    state: 'confirmed',
    level: null,
    matter: null,
    discretion: null,
  }
}

/** Registers kept by everyone's first day in each window. */
function registerEntries(year: number, scheme: SchemeFile, people: readonly Person[]): OpenEntry[] {
  const seen = new Set<string>()
  return people.flatMap((person) =>
    firstDaysOf(person, year).flatMap(({ day, office }) =>
      itemsUnder(scheme, office).flatMap(({ item, kind }) =>
        (item.rules ?? []).flatMap((rule) => {
          const window =
            kind === 'year' ? 'year' : (windowsOfYear(year, kind).find((one) => one.last >= day)?.first ?? '')
          const key = `${rule.id} ${window}`
          if (rule.shortfall === undefined || seen.has(key)) return []
          seen.add(key)
          return [confirmed(person, rule, quantityFor(rule, day.charCodeAt(9) * 977), day)]
        }),
      ),
    ),
  )
}

function settledRegistersOf(scheme: SchemeFile, as: 'checked' | 'waived'): SettledRegister[] {
  return scheme.categories.flatMap((category) =>
    (category.sheets ?? []).flatMap((sheet) =>
      (sheet.items ?? []).flatMap((item) =>
        (item.rules ?? []).flatMap((rule) => (rule.shortfall === undefined ? [] : [{ ruleId: rule.id, as }])),
      ),
    ),
  )
}

// ------------------------------------------------------------------ marks

const defaultGroups = ['主要领导', '分管领导', '同事', '村居与服务对象']

function marksOf(
  person: Person,
  scheme: SchemeFile,
  marks: readonly number[],
  isComplete: boolean,
  index: number,
): TownMark[] {
  return scheme.categories.flatMap((category) => {
    if (category.kind !== 'rated') return []
    const markAt = (place: number): number => (marks[(index + place) % marks.length] ?? 0) / 100
    const given = (mark: number, raterGroup: string | null): TownMark => ({
      staffNumber: person.staffNumber,
      mark,
      categoryId: category.id,
      raterGroup,
    })
    if (markAt(0) > 85) return [given(markAt(1), null)]
    const groups = category.raterGroups?.map(({ group }) => group) ?? defaultGroups
    return groups.flatMap((group, place) => {
      // An incomplete town misses some groups; a complete one has one to three marks from each.
      const voters = Math.floor(markAt(place) * 7) % 3
      return Array.from({ length: isComplete ? voters + 1 : voters }, (_, voter) =>
        given(markAt(place + voter), group),
      )
    })
  })
}
