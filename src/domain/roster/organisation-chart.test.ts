import { describe, expect, test } from 'vitest'
import { person, schemeOf } from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import type { RollUp } from '../scheme/scheme.ts'
import type { Assignment } from './assignment.ts'
import { chartProblemSentence, isHint } from './chart-problem.ts'
import { organisationChart } from './organisation-chart.ts'

const mean = (post: RollUp['post'], of: RollUp['of']) => ({ post, of, method: 'mean' as const })
const rolledUp = [mean('分管领导', '工作人员'), mean('主要领导', '分管领导')]
const scheme = (rollUps = rolledUp) =>
  schemeOf({
    categories: [
      {
        id: 'b',
        title: '业务',
        points: 60,
        sheets: ['党办', '综治办', '国土所(规划办)'].map((office) => ({
          id: office,
          title: office,
          office,
          items: [],
        })),
      },
    ],
    rollUps,
  })

const deputy = (staffNumber: string, name: string, inChargeOf: readonly string[], office = ''): Assignment =>
  person(staffNumber, { name, office, post: '分管领导', inChargeOf })
const principal = person('1', { name: '书记甲', office: '', post: '主要领导' })
const staff = (staffNumber: string, office: string, fields: Partial<Assignment> = {}) =>
  person(staffNumber, { office, ...fields })

const sound = [
  principal,
  deputy('2', '分管乙', ['党办', '规划办']),
  deputy('3', '分管丙', ['综治办']),
  staff('4', '党办'),
  staff('5', '国土所'),
  staff('6', '综治办'),
]
const chartOf = (roster: readonly Assignment[], on = '2026-05-01', rollUps = rolledUp) =>
  organisationChart(scheme(rollUps), roster, localDate(on))
const problemsOf = (...args: Parameters<typeof chartOf>) => chartOf(...args).problems.map(chartProblemSentence)

describe('机构图', () => {
  test('谁的成绩从哪里来：工作人员看考核表，分管领导取分管各办的平均，主要领导取分管领导的平均', () => {
    const chart = chartOf(sound)
    expect(chart.problems).toEqual([])
    expect(chart.principals.map(({ name, scoredBy }) => [name, scoredBy])).toEqual([
      ['书记甲', { kind: 'mean', of: '分管领导', offices: null, members: 2 }],
    ])
    expect(chart.deputies.map(({ scoredBy }) => scoredBy)).toEqual([
      { kind: 'mean', of: '工作人员', offices: ['党办', '规划办'], members: 2 },
      { kind: 'mean', of: '工作人员', offices: ['综治办'], members: 1 },
    ])
    expect(chart.offices.map(({ office, leaders }) => [office, leaders.map(({ name }) => name)])).toEqual([
      ['党办', ['分管乙']],
      ['国土所', ['分管乙']],
      ['综治办', ['分管丙']],
    ])
  })

  test('方案没有取平均分的条款，人人看自己的考核表', () => {
    const chart = chartOf([principal, deputy('2', '分管乙', [])], '2026-05-01', [])
    expect([...chart.principals, ...chart.deputies].map(({ scoredBy }) => scoredBy.kind)).toEqual([
      'own-sheet',
      'own-sheet',
    ])
    expect(chart.problems.every(isHint)).toBe(true)
  })

  test('看的是那一天：之前之后的不在图上，借调的在图上但不算人数', () => {
    const absences = [
      { kind: 'secondment' as const, from: localDate('2026-03-01'), to: localDate('2026-05-31'), note: '' },
    ]
    const roster = [
      ...sound.slice(0, 5),
      staff('6', '综治办', { to: localDate('2026-04-30') }),
      staff('7', '综治办', { absences }),
    ]
    expect(chartOf(roster).offices[2]?.staff.map(({ staffNumber, away }) => [staffNumber, away])).toEqual([
      ['7', 'secondment'],
    ])
    expect(problemsOf(roster)[0]).toBe(
      '分管丙分管的综治办当天没有在册的工作人员，成绩无从取平均分；请核对分管办公室，或先把人员调入。',
    )
    expect(problemsOf(roster, '2026-06-01')).toEqual([])
  })

  test.each([
    [
      '分管领导没有分管办公室',
      [...sound, deputy('8', '分管丁', [])],
      '分管丁没有分管任何办公室，成绩无从取平均分；请填写分管办公室。',
    ],
    [
      '主要领导之下没有分管领导',
      [principal, staff('4', '党办')],
      '当天没有分管领导，书记甲的成绩无从取平均分；请先任命分管领导。',
    ],
    [
      '没有考核表的办公室',
      [...sound, staff('9', '规化办')],
      '职员9在规化办，方案里没有“规化办”的考核表，是否为：国土所(规划办)、党办、综治办；业务部分评不出来，请改正办公室或补上考核表。',
    ],
    [
      '分管的办公室不存在',
      [...sound, deputy('8', '分管丁', ['党办', '妇联'])],
      '分管丁分管妇联，方案里没有“妇联”的考核表，是否为：党办、综治办、国土所(规划办)；请核对分管办公室。',
    ],
    [
      '没有分管领导的办公室',
      sound.filter(({ staffNumber }) => staffNumber !== '3'),
      '综治办有1名工作人员，没有分管领导；他们的成绩照常计算，只是不进入任何分管领导的平均分。',
    ],
    [
      '两位领导互相分管',
      [...sound.slice(2), deputy('8', '分管丁', ['综治办'], '党办'), deputy('9', '分管戊', ['党办'], '综治办')],
      '分管关系绕成了一圈：分管丁分管分管戊所在的办公室，分管戊分管分管丁所在的办公室；请改正其中一人的分管办公室。',
    ],
  ])('%s：点名', (_what, roster, sentence) => {
    expect(problemsOf(roster)).toContain(sentence)
  })

  test('方案里的取分关系绕成一圈，说出是哪几种职务', () => {
    const circle = [mean('分管领导', '主要领导'), mean('主要领导', '工作人员'), mean('工作人员', '分管领导')]
    expect(problemsOf(sound, '2026-05-01', circle)[0]).toBe(
      '方案里的取分关系绕成了一圈：分管领导取主要领导的平均分，主要领导取工作人员的平均分，工作人员取分管领导的平均分；谁的成绩都算不出来，请在方案中改正。',
    )
  })

  test('还没有方案也能画：办公室按写法归并', () => {
    const chart = organisationChart(
      null,
      [staff('5', '国土所(规划办)'), deputy('2', '分管乙', ['国土所'])],
      localDate('2026-05-01'),
    )
    expect(chart.offices.map(({ office, leaders }) => [office, leaders.length])).toEqual([['国土所(规划办)', 1]])
    expect(chart.problems).toEqual([])
  })
})
