import { describe, expect, test } from 'vitest'
import { person } from '../../../test/builders/town.ts'
import { inChargeCircles } from './in-charge-circle.ts'

const leader = (name: string, office: string, inChargeOf: readonly string[]) =>
  person(name, { name, office, post: '分管领导', inChargeOf })
const namesOf = (...leaders: Parameters<typeof inChargeCircles>[0]) =>
  inChargeCircles(leaders).map((circle) => circle.map(({ name }) => name))

describe('分管绕成一圈', () => {
  test.each([
    ['一条线到头', [leader('甲', '党办', ['综治办']), leader('乙', '综治办', ['农业办'])], []],
    ['分管自己所在的办公室', [leader('甲', '党办', ['党办'])], []],
    ['两人互相分管', [leader('甲', '党办', ['综治办']), leader('乙', '综治办', ['党办'])], [['甲', '乙']]],
    [
      '三人一圈，按括号里的名称也认得',
      [
        leader('甲', '国土所(规划办)', ['党办']),
        leader('乙', '党办', ['综治办']),
        leader('丙', '综治办', ['规划办']),
      ],
      [['甲', '乙', '丙']],
    ],
    [
      '圈外的人通到圈里，只说圈里的人',
      [leader('甲', '', ['党办']), leader('乙', '党办', ['综治办']), leader('丙', '综治办', ['党办'])],
      [['乙', '丙']],
    ],
  ])('%s', (_what, leaders, circles) => {
    expect(namesOf(...leaders)).toEqual(circles)
  })

  test('人人互相分管也很快说完，每人至多点名一次', () => {
    const offices = Array.from({ length: 120 }, (_, index) => `第${String(index)}办`)
    const leaders = offices.map((office, index) => leader(`领导${String(index)}`, office, offices))
    const named = namesOf(...leaders).flat()
    expect(named.length).toBeGreaterThan(1)
    expect(new Set(named).size).toBe(named.length)
  })
})
