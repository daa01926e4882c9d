import fc from 'fast-check'
import type { FileCategory, FileItem, FileRule, FileSheet } from './oracle-charges.ts'
import type { SchemeFile } from '../../src/domain/scheme/scheme.ts'

/** Random schemes with every effect, qualifier, window and ladder. Ids are given by place when the scheme is put together. */

export const officeNames = ['党办', '政府办', '国土所(规划办)'] as const

type Ladder = readonly Omit<FileRule, 'id'>[]

const points = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }).map((hundredths) => hundredths / 100) },
)
/** Present once in so many. */
const sometimes = <Value>(value: fc.Arbitrary<Value>, oneIn = 3): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const window = fc.constantFrom('month', 'quarter', 'year')
const countUnit = fc.constantFrom('次', '件', '篇')
const measure = fc.constantFrom('天', '字', '小时')

/** One rule per occurrence or unit, with grace, steps and a cap now and then. */
const stepped: fc.Arbitrary<Ladder> = fc
  .record({
    effect: fc.constantFrom('deduct', 'deduct', 'deduct', 'add', 'add', 'money'),
    amount: points,
    unit: fc.oneof(fc.constant(undefined), countUnit, measure),
    per: sometimes(fc.integer({ min: 2, max: 4 })),
    cap: sometimes(fc.integer({ min: 1, max: 4 })),
    grace: sometimes(fc.record({ count: fc.integer({ min: 1, max: 4 }), window })),
    uncapped: sometimes(fc.constant(true)),
    subject: sometimes(fc.constantFrom('责任人', '负责人')),
    deadline: sometimes(fc.constant('48小时内')),
  })
  .map(({ effect, amount, cap, uncapped, ...rest }) => [
    {
      ...rest,
      effect,
      ...(effect === 'money' ? { yuan: amount, points: null } : { points: amount }),
      ...(effect === 'money' || cap === undefined ? {} : { cap }),
      ...(effect === 'add' && uncapped === true ? { uncapped } : {}),
    },
  ])

/** Two or three rules that differ in level, severity or rank and amount alone. */
const ladder: fc.Arbitrary<Ladder> = fc
  .record({
    effect: fc.constantFrom('deduct', 'deduct', 'add', 'money'),
    amounts: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
    rung: fc.constantFrom('level', 'severity', 'rank'),
    unit: sometimes(countUnit),
  })
  .map(({ effect, amounts, rung, unit }) =>
    amounts.map((amount, index) => ({
      effect,
      unit,
      ...(effect === 'money' ? { yuan: amount, points: null } : { points: amount }),
      [rung]: rungNames[rung][index],
    })),
  )
const rungNames = {
  level: ['区', '市', '省'],
  severity: [undefined, '造成不良影响', '造成重大损失'],
  rank: ['全区末位', '全市后三位', '全省末位'],
} as const

const shortfall: fc.Arbitrary<Ladder> = fc
  .record({
    points,
    target: fc.integer({ min: 2, max: 12 }),
    step: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom('次', '字'),
    cap: sometimes(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ target, step, unit, cap, ...rest }) => [
    {
      ...rest,
      effect: 'deduct' as const,
      cap,
      shortfall: unit === '字' ? { target: target * 1000, step: step * 500, unit } : { target, step, unit },
    },
  ])

const whole: fc.Arbitrary<Ladder> = fc.oneof(
  fc.constant<Ladder>([{ effect: 'forfeit' }]),
  fc.constant<Ladder>([{ effect: 'zero' }]),
  fc.constant<Ladder>([{ effect: 'veto' }]),
  fc.constant<Ladder>([{ effect: 'discretionary', min: 1, max: 5 }]),
  fc.constant<Ladder>([{ effect: 'discretionary' }]),
  fc.constant<Ladder>([{ effect: 'discretionary', direction: 'add', min: 1, max: 3 }]),
)

const lostAmount: fc.Arbitrary<Ladder> = fc.constant<Ladder>([{ effect: 'deduct', points: null }])

const award: fc.Arbitrary<Ladder> = fc
  .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 })
  .map((values) =>
    values.map((value, index) => ({
      effect: 'award' as const,
      points: value,
      condition: `完成${String(90 - index * 10)}%`,
    })),
  )

const decidedValue: fc.Arbitrary<Ladder> = fc.constant<Ladder>([
  { effect: 'discretionary', direction: 'award', min: 2, max: 10 },
])

const proportional: fc.Arbitrary<Ladder> = fc.constant<Ladder>([{ effect: 'proportional', unit: '%' }])

const item: fc.Arbitrary<Omit<FileItem, 'id'>> = fc
  .record({
    points: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1, max: 20 }) },
      { weight: 6, arbitrary: fc.constant(7.25) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    window: sometimes(window, 8),
    setters: fc.oneof(
      { weight: 8, arbitrary: fc.constant<readonly Ladder[]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(fc.oneof(award, proportional, decidedValue), { minLength: 1, maxLength: 2 }),
      },
    ),
    ladders: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: stepped },
        { weight: 5, arbitrary: ladder },
        { weight: 3, arbitrary: whole },
        { weight: 2, arbitrary: shortfall },
        { weight: 1, arbitrary: lostAmount },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ setters, ladders, ...rest }) => ({
    ...rest,
    title: '',
    rules: [...setters, ...ladders].flatMap(toRules),
  }))

/** The rules of one ladder share their deed; two ladders of an item never do. */
function toRules(rungs: Ladder, place: number): FileRule[] {
  return rungs.map((rung, index) => ({
    ...rung,
    id: `${String(place)}-${String(index)}`,
    condition: `${rung.condition ?? ''}行为${String(place)}`,
    unit: rung.unit,
  }))
}

const items = fc.array(item, { minLength: 1, maxLength: 2 })

const raterGroups: fc.Arbitrary<FileCategory['raterGroups']> = fc.constantFrom(
  undefined,
  [
    { group: '主要领导', weight: 30 },
    { group: '同事', weight: 20 },
  ],
  [
    { group: '同事', weight: 0.5 },
    { group: '村居与服务对象', weight: 1 },
    { group: '分管领导', weight: 2 },
  ],
)

const everyoneCategory: fc.Arbitrary<FileCategory> = fc
  .record({
    window: sometimes(window, 6),
    items,
    kind: fc.constantFrom('deductive', 'deductive', 'deductive', 'earned'),
  })
  .map(({ window: own, items: held, kind }) => ({
    id: '',
    title: '公共项目',
    kind,
    points: 20,
    window: own,
    sheets: [sheetOf(null, held)],
  }))

const officeCategory: fc.Arbitrary<FileCategory> = fc
  .record({
    window: sometimes(window, 6),
    sheets: fc.tuple(items, items, items),
    held: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ window: own, sheets, held }) => ({
    id: '',
    title: '业务工作',
    kind: 'deductive' as const,
    points: 60,
    window: own,
    sheets: sheets.slice(0, held).map((one, index) => sheetOf(officeNames[index] ?? '党办', one)),
  }))

const ratedCategory: fc.Arbitrary<FileCategory> = fc
  .record({ groups: raterGroups, spread: fc.boolean(), points: fc.constantFrom(20, 15, 12.5) })
  .map(({ groups, spread, points: full }) => ({
    id: '',
    title: '综合评议',
    kind: 'rated' as const,
    points: full,
    sheets: [],
    raterGroups: groups,
    missingRaterGroup: spread ? ('spread' as const) : undefined,
  }))

function sheetOf(office: string | null, held: readonly Omit<FileItem, 'id'>[]): FileSheet {
  return { id: '', title: office ?? '全体', office, points: 0, items: held.map((one) => ({ ...one, id: '' })) }
}

const reward: fc.Arbitrary<Ladder> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('区', '市', '省', '国家')
      .map((level): Ladder => [{ effect: 'add', level, points: rewardPoints[level] }]),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('区', '市', '省', '国家')
      .map((level): Ladder => [{ effect: 'deduct', level, points: rewardPoints[level] }]),
  },
  { weight: 2, arbitrary: fc.constantFrom('add', 'deduct').map((effect): Ladder => [{ effect, points: null }]) },
  { weight: 1, arbitrary: stepped },
  { weight: 1, arbitrary: fc.constant<Ladder>([{ effect: 'zero' }]) },
  { weight: 1, arbitrary: fc.constant<Ladder>([{ effect: 'discretionary', max: 10 }]) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('add' as const, 'award' as const)
      .map((direction): Ladder => [{ effect: 'discretionary', direction, max: 5 }]),
  },
)
const rewardPoints = { 区: 1, 市: 2, 省: 3, 国家: 5 } as const

const rollUps = fc.constantFrom(
  ['分管领导', '主要领导'] as const,
  ['分管领导', '主要领导'] as const,
  ['分管领导'] as const,
  [] as const,
)

export const randomScheme: fc.Arbitrary<SchemeFile> = fc
  .record({
    window: sometimes(window, 6),
    everyone: fc.array(everyoneCategory, { minLength: 1, maxLength: 2 }),
    offices: fc.option(officeCategory, { nil: undefined, freq: 6 }),
    rated: sometimes(ratedCategory, 2),
    rewards: fc.array(reward, { maxLength: 4 }),
    rewardCap: sometimes(points),
    rollUps,
    perPerson: fc.constantFrom(2000, 2000, 1333.33, 0.01, null),
  })
  .map(({ window: own, everyone, offices, rated, rewards, rewardCap, rollUps: posts, perPerson }) =>
    numbered({
      format: 'gongdao-scheme/1' as const,
      title: '随机镇',
      total: 100,
      window: own,
      categories: [...everyone, offices, rated].filter((category) => category !== undefined),
      rewards: rewards.flatMap(toRules),
      rewardCap: rewardCap === undefined ? undefined : { points: rewardCap },
      vetoes: [{ id: '', effect: 'veto' as const }],
      rollUps: posts.map((post) => ({
        post,
        of: post === '分管领导' ? ('工作人员' as const) : ('分管领导' as const),
        method: 'mean' as const,
      })),
      pay: { perPerson, formula: 'pool-by-score' as const },
      cadence: [],
    }),
  )

/** Ids by place: c1, c1.s1, c1.s1.i1, c1.s1.i1.r1; w1 for rewards, v1 for vetoes. */
function numbered(scheme: SchemeFile): SchemeFile {
  const rules = (held: readonly FileRule[] | undefined, owner: string): FileRule[] =>
    (held ?? []).map((rule, index) => ({ ...rule, id: `${owner}${String(index + 1)}` }))
  return {
    ...scheme,
    categories: scheme.categories.map((category, categoryPlace) => {
      const categoryId = `c${String(categoryPlace + 1)}`
      return {
        ...category,
        id: categoryId,
        sheets: (category.sheets ?? []).map((sheet, sheetPlace) => {
          const sheetId = `${categoryId}.s${String(sheetPlace + 1)}`
          return {
            ...sheet,
            id: sheetId,
            items: (sheet.items ?? []).map((one, itemPlace) => {
              const itemId = `${sheetId}.i${String(itemPlace + 1)}`
              return { ...one, id: itemId, rules: rules(one.rules, `${itemId}.r`) }
            }),
          }
        }),
      }
    }),
    rewards: rules(scheme.rewards, 'w'),
    vetoes: rules(scheme.vetoes, 'v'),
  }
}
