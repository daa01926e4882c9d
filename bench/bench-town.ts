import { localDate } from '../src/domain/primitives/local-date.ts'
import { centipoints } from '../src/domain/primitives/centipoints.ts'
import { quantity } from '../src/domain/primitives/quantity.ts'
import { schemeSchema, type Rule, type Scheme } from '../src/domain/scheme/scheme.ts'
import type { LedgerEntry, RatingMark } from '../src/domain/ledger/entry.ts'
import type { Assignment } from '../src/domain/roster/assignment.ts'

/** A town of any size whose entries meet every kind of rule; the same size gives the same town. */
export type BenchTown = {
  readonly scheme: Scheme
  readonly year: number
  readonly roster: readonly Assignment[]
  readonly entries: readonly LedgerEntry[]
  readonly ratings: readonly RatingMark[]
}

const offices = ['党办', '政府办', '国土所', '司法所', '综治办', '计生办', '农业办'] as const
const entriesPerPerson = 50
const benchYear = 2026

const officeSheet = (office: string) => ({
  id: office,
  title: office,
  office,
  points: 60,
  items: [
    {
      id: `${office}-duty`,
      title: '日常工作',
      points: 20,
      rules: [
        { id: `${office}-duty-late`, effect: 'deduct', points: 0.5, unit: '天' },
        { id: `${office}-duty-batch`, effect: 'deduct', points: 1, unit: '件', per: 3 },
        { id: `${office}-duty-praise`, effect: 'add', points: 0.5, unit: '件', cap: 2 },
        { id: `${office}-duty-fine`, effect: 'money', yuan: 20, unit: '次' },
      ],
    },
    {
      id: `${office}-task`,
      title: '年度任务',
      points: 20,
      rules: [20, 15, 10].map((points, band) => ({ id: `${office}-task-${band}`, effect: 'award', points })),
    },
    {
      id: `${office}-build`,
      title: '项目进度',
      points: 10,
      rules: [{ id: `${office}-build-share`, effect: 'proportional', unit: '%' }],
    },
    {
      id: `${office}-rank`,
      title: '名次',
      points: 10,
      rules: [
        { id: `${office}-rank-district`, effect: 'deduct', points: 3, rank: '全区末位', condition: '排名' },
        { id: `${office}-rank-city`, effect: 'deduct', points: 6, rank: '全市后三位', condition: '排名' },
      ],
    },
  ],
})

function benchScheme(): Scheme {
  return schemeSchema.parse({
    format: 'gongdao-scheme/1',
    title: '测速镇',
    total: 100,
    categories: [
      {
        id: 'common',
        title: '公共项目',
        points: 20,
        sheets: [{ id: 'everyone', title: '全体', office: null, points: 20, items: commonItems }],
      },
      { id: 'business', title: '业务工作', points: 60, sheets: offices.map(officeSheet) },
      {
        id: 'rating',
        title: '综合评议',
        kind: 'rated',
        points: 20,
        raterGroups: raterGroups.map(([group, weight]) => ({ group, weight })),
      },
    ],
    rewards: [
      ...[1, 2, 3, 5].map((points, rung) => ({
        id: `honour-${rung}`,
        effect: 'add',
        points,
        level: levels[rung],
      })),
      ...[1, 2].map((points, rung) => ({ id: `blame-${rung}`, effect: 'deduct', points, level: levels[rung] })),
    ],
    vetoes: [{ id: 'veto', effect: 'veto' }],
    pay: { perPerson: 2000, formula: 'pool-by-score' },
  })
}

const levels = ['区', '市', '省', '国家'] as const
const raterGroups = [
  ['主要领导', 30],
  ['分管领导', 30],
  ['同事', 20],
  ['村居与服务对象', 20],
] as const

const commonItems = [
  {
    id: 'discipline',
    title: '工作纪律',
    points: 10,
    rules: [
      { id: 'late', effect: 'deduct', points: 1, unit: '次', grace: { count: 5, window: 'quarter' } },
      { id: 'absent', effect: 'deduct', points: 2, unit: '次' },
      { id: 'complaint', effect: 'deduct', points: 1, condition: '投诉' },
      { id: 'complaint-harm', effect: 'deduct', points: 3, condition: '投诉', severity: '造成不良影响' },
      { id: 'badge', effect: 'money', yuan: 10, unit: '次', grace: { count: 1, window: 'month' } },
      { id: 'idea', effect: 'add', points: 0.5, unit: '件', cap: 1 },
    ],
  },
  {
    id: 'integrity',
    title: '廉洁自律',
    points: 5,
    rules: [
      { id: 'gift', effect: 'forfeit' },
      { id: 'offence', effect: 'zero' },
      { id: 'judged', effect: 'discretionary', min: 0.5, max: 3 },
    ],
  },
  {
    id: 'study',
    title: '政治学习',
    points: 5,
    rules: [
      { id: 'notes', effect: 'deduct', points: 1, shortfall: { target: 10_000, unit: '字', step: 1000 } },
      { id: 'skipped', effect: 'deduct', points: 0.5, unit: '次' },
    ],
  },
]

/** How often a rule is met, of 1,000 entries; what a person has exactly once or twice is written apart. */
const frequencies: readonly (readonly [rule: string, share: number])[] = [
  ['late', 260],
  ['absent', 40],
  ['complaint', 40],
  ['complaint-harm', 20],
  ['badge', 80],
  ['idea', 60],
  ['gift', 2],
  ['offence', 1],
  ['judged', 12],
  ['notes', 60],
  ['skipped', 65],
  ['*-duty-late', 90],
  ['*-duty-batch', 90],
  ['*-duty-praise', 60],
  ['*-duty-fine', 40],
  ['*-rank-district', 12],
  ['*-rank-city', 8],
  ['honour-0', 20],
  ['honour-1', 15],
  ['honour-2', 5],
  ['honour-3', 2],
  ['blame-0', 10],
  ['blame-1', 6],
  ['veto', 2],
]

export function benchTown(people: number): BenchTown {
  const scheme = benchScheme()
  const random = seededRandom(people)
  const below = (limit: number): number => Math.floor(random() * limit)
  const rules = new Map(rulesOf(scheme).map((rule) => [rule.id, rule]))
  const wheel = frequencies.flatMap(([rule, share]) => Array.from({ length: share }, () => rule))
  const roster: Assignment[] = []
  const entries: LedgerEntry[] = []
  const ratings: RatingMark[] = []

  for (let index = 0; index < people; index += 1) {
    const staffNumber = String(index + 1).padStart(5, '0')
    const office = offices[index % offices.length] ?? '党办'
    roster.push({
      staffNumber,
      name: `测${staffNumber}`,
      office,
      post: '工作人员',
      inChargeOf: [],
      employment: '事业',
      from: null,
      to: null,
    })
    const chosen = [`${office}-task-${below(3)}`, `${office}-build-share`, 'notes', 'notes']
    while (chosen.length < entriesPerPerson)
      chosen.push((wheel[below(wheel.length)] ?? 'late').replace('*', office))
    for (const ruleId of chosen) {
      const rule = rules.get(ruleId)
      if (rule === undefined) throw new Error(`no rule ${ruleId}`)
      entries.push(entryFor(rule, staffNumber, entries.length + 1, below))
    }
    for (const [group] of raterGroups)
      for (let voter = 0; voter < 2; voter += 1)
        ratings.push({ staffNumber, mark: quantity(7000 + below(3001)), categoryId: 'rating', raterGroup: group })
  }
  return { scheme, year: benchYear, roster, entries, ratings }
}

function entryFor(
  rule: Rule,
  staffNumber: string,
  position: number,
  below: (limit: number) => number,
): LedgerEntry {
  const day = `${benchYear}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  return {
    id: `e${position}`,
    position,
    staffNumber,
    ruleId: rule.id,
    quantity: quantity(quantityFor(rule, below)),
    occurredOn: localDate(day),
    state: below(20) === 0 ? 'recorded' : 'confirmed',
    level: null,
    matter: below(3) === 0 ? `事项${below(4)}` : null,
    discretion: rule.effect === 'discretionary' ? centipoints(50 + below(251)) : null,
    place: null,
    note: null,
    basis: null,
  }
}

function quantityFor(rule: Rule, below: (limit: number) => number): number {
  if (rule.effect === 'proportional') return below(10_001)
  if (rule.shortfall !== undefined) return 100 * (1000 + below(4000))
  if (rule.unit === '天') return 25 * (1 + below(8))
  return rule.unit === undefined ? 100 : 100 * (1 + below(3))
}

export function rulesOf(scheme: Scheme): Rule[] {
  const placed = scheme.categories.flatMap(({ sheets }) =>
    sheets.flatMap(({ items }) => items.flatMap(({ rules }) => rules)),
  )
  return [...placed, ...scheme.rewards, ...scheme.vetoes]
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
