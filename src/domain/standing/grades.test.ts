import { describe, expect, it } from 'vitest'
import { centipoints } from '../primitives/centipoints.ts'
import { quantity } from '../primitives/quantity.ts'
import type { Employment } from '../roster/assignment.ts'
import type { GradeClause, Post } from '../scheme/scheme.ts'
import { gradesOf } from './grades.ts'

type Given = { score?: number; post?: Post; employment?: Employment | null; vetoed?: boolean }

const veto = {
  kind: 'uncounted',
  effect: 'veto',
  entryId: 'e',
  ruleId: 'r',
  occurredOn: null,
  quantity: null,
  chargedSteps: null,
  clause: '一票否决',
  before: null,
  change: centipoints(0),
  after: null,
  matter: null,
  note: null,
  reason: { code: 'not-points' },
} as const

const someone = ({ score = 90, post = '工作人员', employment = '事业', vetoed = false }: Given) => ({
  post,
  employment,
  score: centipoints(score * 100),
  otherLines: vetoed ? [veto] : [],
})
const excellent: GradeClause = { grade: '优秀', quotaPercent: quantity(2000), source: null }
const band = (grade: string, from?: number, below?: number): GradeClause => ({
  grade,
  source: null,
  ...(from === undefined ? {} : { from: centipoints(from * 100) }),
  ...(below === undefined ? {} : { below: centipoints(below * 100) }),
})
const named = (people: readonly Given[], clauses: readonly GradeClause[]) =>
  gradesOf(people.map(someone), clauses).map(
    ({ grade, tiedFor }) => grade ?? (tiedFor === null ? null : `${tiedFor}?`),
  )

describe('等次', () => {
  it('名额向下取整，按职务和编制分开数，高分在前', () => {
    const nine = Array.from({ length: 9 }, (_, at) => ({ score: 80 + at }))
    const deputies = Array.from({ length: 5 }, (_, at) => ({ score: 70 + at, post: '分管领导' as const }))
    const grades = named([...nine, ...deputies], [excellent])
    expect(grades.map((grade, at) => (grade === '优秀' ? at : -1)).filter((at) => at >= 0)).toEqual([8, 13])
  })

  it('名额边上同分的谁都不给，留给领导小组定；同分都放得下就都给', () => {
    const ten = [95, 94, 94, ...Array.from({ length: 7 }, () => 60)].map((score) => ({ score }))
    expect(named(ten, [excellent]).slice(0, 4)).toEqual(['优秀', '优秀?', '优秀?', null])
    const tied = [94, 94, 93, ...Array.from({ length: 7 }, () => 60)].map((score) => ({ score }))
    expect(named(tied, [excellent]).slice(0, 3)).toEqual(['优秀', '优秀', null])
  })

  it('分数段含下限、不含上限；先满足的条款先给', () => {
    const clauses = [band('优秀', 90), band('合格', 60, 90), band('不合格', undefined, 60)]
    expect(named([{ score: 90 }, { score: 89.99 }, { score: 60 }, { score: 59.99 }], clauses)).toEqual([
      '优秀',
      '合格',
      '合格',
      '不合格',
    ])
  })

  it('一票否决的人不占优秀名额，名额给后面的人；没有名额也没有分数段的等次谁都不给', () => {
    const five = [{ score: 99, vetoed: true }, { score: 98 }, ...Array.from({ length: 3 }, () => ({ score: 60 }))]
    expect(named(five, [excellent])).toEqual([null, '优秀', null, null, null])
    expect(named(five, [band('先进')])).toEqual([null, null, null, null, null])
  })

  it('只给某类编制的等次', () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ score: 90 + at, employment: '编外' as const }))
    expect(named(five, [{ ...excellent, employment: '事业' }])).toEqual([null, null, null, null, null])
    expect(named(five, [{ ...excellent, employment: '编外' }])[4]).toBe('优秀')
  })
})
