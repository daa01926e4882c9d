import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disagreements } from './compare.ts'
import { hundredthsOf } from './fraction.ts'
import { judge, type TownVerdict } from './oracle.ts'
import { randomTown } from './random-town.ts'
import { withEarlierVersion } from './random-versions.ts'
import type { Town } from './town.ts'

describe('独立算法对照', () => {
  it('一万个随机镇：得分、名次、绩效工资与另一种算法逐项一致', () => {
    const seen = {
      people: 0,
      complete: 0,
      paid: 0,
      movers: 0,
      leaders: 0,
      absent: 0,
      windows: 0,
      decided: 0,
      capped: 0,
    }
    fc.assert(
      fc.property(randomTown, (town) => {
        const verdict = judge(town)
        countVariety(town, verdict, seen)
        expect(disagreements(town, verdict)).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    // A generator that stopped making something would pass in silence.
    expect(seen.people).toBeGreaterThan(25_000)
    expect(seen.complete).toBeGreaterThan(5_000)
    expect(seen.paid).toBeGreaterThan(4_000)
    expect(seen.movers).toBeGreaterThan(2_000)
    expect(seen.leaders).toBeGreaterThan(3_000)
    expect(seen.absent).toBeGreaterThan(2_000)
    expect(seen.windows).toBeGreaterThan(1_000)
    expect(seen.decided).toBeGreaterThan(200)
    expect(seen.capped).toBeGreaterThan(200)
  })

  it('年中换过版的两千个镇：每条记录按当日的条款，也逐项一致', () => {
    let moved = 0
    fc.assert(
      fc.property(withEarlierVersion(randomTown), (town) => {
        const verdict = judge(town)
        expect(disagreements(town, verdict)).toEqual([])
        if (disagreements({ ...town, earlier: undefined }, verdict).length > 0) moved += 1
      }),
      { numRuns: 2_000 },
    )
    // An earlier version that made no difference would prove nothing.
    expect(moved).toBeGreaterThan(250)
  })
})

function countVariety(
  town: Town,
  { people }: TownVerdict,
  seen: Record<
    'people' | 'complete' | 'paid' | 'movers' | 'leaders' | 'absent' | 'windows' | 'decided' | 'capped',
    number
  >,
) {
  seen.people += people.length
  if (people.every(({ score }) => score !== null)) seen.complete += 1
  if (people.some(({ final }) => final.payFen !== null)) seen.paid += 1
  if (new Set(town.roster.map(({ staffNumber }) => staffNumber)).size < town.roster.length) seen.movers += 1
  if (town.roster.some(({ post }) => post !== '工作人员')) seen.leaders += 1
  if ((town.absences ?? []).length > 0) seen.absent += 1
  if (town.scheme.window !== undefined) seen.windows += 1
  if (town.entries.some(({ ruleId }) => ofDirection(town).has(ruleId))) seen.decided += 1
  const cap = town.scheme.rewardCap?.points
  if (cap !== undefined && people.some(({ reward }) => Number(hundredthsOf(reward)) === Math.round(cap * 100)))
    seen.capped += 1
}

/** Rules under which the leading group adds points or says what the item is worth. */
function ofDirection({ scheme }: Town): ReadonlySet<string> {
  const items = scheme.categories.flatMap(({ sheets }) => (sheets ?? []).flatMap((sheet) => sheet.items ?? []))
  const rules = [...items.flatMap((item) => item.rules ?? []), ...(scheme.rewards ?? [])]
  return new Set(rules.filter(({ direction }) => direction !== undefined).map(({ id }) => id))
}
