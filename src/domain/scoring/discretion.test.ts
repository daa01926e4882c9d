import { describe, expect, it } from 'vitest'
import { entry, itemOf, oneItem, points, rule, schemeOf, sheetOfOne } from '../../../test/builders/town.ts'
import { lineReasonSentence } from './line-reason-sentence.ts'

const decided = (ruleId: string, plain: number, day = '2026-05-06') =>
  entry(ruleId, 1, day, { discretion: points(plain), basis: '领导小组会议' })

describe('裁量：扣、加、计，三个方向', () => {
  const scheme = oneItem([
    rule('酌扣', { effect: 'discretionary', points: null, min: 1, max: 5 }),
    rule('酌加', { effect: 'discretionary', points: null, direction: 'add', min: 1, max: 3 }),
  ])

  it('加的抵扣的，仍以满分为限', () => {
    expect(itemOf(sheetOfOne(scheme, [decided('酌扣', 5), decided('酌加', 3)])).score).toBe(points(8))
    expect(itemOf(sheetOfOne(scheme, [decided('酌加', 3)])).score).toBe(points(10))
  })

  it('计分：没有决定时为空，有了就从它起算，以最近一次为准', () => {
    const valued = oneItem([
      rule('评定', { effect: 'discretionary', points: null, direction: 'award', min: 8, max: 10 }),
      rule('扣', { points: 1 }),
    ])
    expect(itemOf(sheetOfOne(valued, [entry('扣', 1, '2026-05-06')])).score).toBeNull()
    const item = itemOf(
      sheetOfOne(valued, [decided('评定', 8), decided('评定', 9.5, '2026-11-02'), entry('扣', 1, '2026-05-06')]),
    )
    expect(item.score).toBe(points(8.5))
    expect(item.lines.map(({ change, reason }) => [change, reason?.code ?? null])).toEqual([
      [points(0), 'superseded'],
      [points(-1), null],
      [points(9.5), null],
    ])
  })
})

describe('奖励合计封顶', () => {
  const scheme = schemeOf({
    rewards: [
      rule('表彰', { effect: 'add', points: 3 }),
      rule('批评', { effect: 'deduct', points: 2 }),
      rule('酌情奖', { effect: 'discretionary', points: null, direction: 'add', max: 5 }),
      rule('评定奖', { effect: 'discretionary', points: null, direction: 'award', max: 5 }),
    ],
    rewardCap: { points: 5 },
  })

  it('各条加分合计到顶为止，批评另扣，最后一行写明', () => {
    const sheet = sheetOfOne(scheme, [
      entry('表彰', 1, '2026-02-01'),
      entry('批评', 1, '2026-03-01'),
      entry('表彰', 1, '2026-04-01'),
      decided('酌情奖', 1.5),
    ])
    expect(sheet.reward).toBe(points(3))
    expect(sheet.rewards?.score).toBe(points(3))
    const lines = sheet.rewards?.lines ?? []
    expect(lines.map(({ kind, change, after }) => [kind, change, after])).toEqual([
      ['entry', points(3), points(3)],
      ['entry', points(-2), points(1)],
      ['entry', points(3), points(4)],
      ['entry', points(1.5), points(5.5)],
      ['limit', points(-2.5), points(3)],
    ])
    const [reason] = lines.flatMap((line) => (line.kind === 'limit' && line.reason !== null ? [line.reason] : []))
    expect(reason && lineReasonSentence(reason)).toBe('奖励加分合计以5分为限')
  })

  it('恰好到顶不多一行；评定的奖励也是加分', () => {
    const sheet = sheetOfOne(scheme, [entry('表彰', 1, '2026-02-01'), decided('评定奖', 2)])
    expect(sheet.reward).toBe(points(5))
    expect(sheet.rewards?.lines.some(({ kind }) => kind === 'limit')).toBe(false)
  })
})
