import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import type { SchemeFile } from '../../../../domain/scheme/scheme.ts'
import { diagnosticId, wholeScheme } from './text-marks.ts'
import { chosenPartOf, neighbourPending, partsOf, pendingByPart, readModel, rulesAt } from './workbench-model.ts'

const at = (start: number, end: number) => ({ start, end, quote: '' })
const finding = (start: number, fields: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'warning',
  code: 'no-unit',
  message: '请确认',
  span: { start, end: start + 4 },
  quote: '',
  ...fields,
})
const sheet = (id: string, office: string | null, start: number) => ({
  id,
  title: id,
  office,
  points: 60,
  source: at(start, start + 5),
  items: [
    {
      id: `${id}-item`,
      title: '项目',
      points: 60,
      source: at(start + 5, start + 9),
      rules: [{ id: `${id}-rule`, effect: 'deduct' as const, points: 2, source: at(start + 10, start + 20) }],
    },
  ],
})
const scheme: SchemeFile = {
  format: 'gongdao-scheme/1',
  categories: [
    { id: 'common', title: '公共项目', points: 60, source: at(0, 5), sheets: [sheet('all', null, 100)] },
    {
      id: 'business',
      title: '业务工作',
      points: 60,
      source: at(10, 15),
      sheets: [sheet('party', '党办', 200), sheet('farm', '农业办', 300)],
    },
  ],
}
const findings = [
  finding(312),
  finding(112),
  finding(2),
  finding(213, { severity: 'error' }),
  finding(250, { severity: 'info' }),
  finding(260, { settled: { act: 'leave', span: { start: 260, end: 264 }, code: 'no-unit' } }),
]
const model = readModel(scheme, '', findings)

describe('工作台所看的方案', () => {
  it('待确认的只有没处理过的错误和警告，按原文次序', () => {
    expect(model.pending.map(({ span }) => span.start)).toEqual([2, 112, 213, 312])
    expect(model.blocking.map(({ span }) => span.start)).toEqual([213])
  })

  it('下一处从眼前这处往后走，走到头回到第一处；处理掉的那处也知道后面是哪处', () => {
    const [first, second, , last] = model.pending
    expect(neighbourPending(model.pending, null, 1)).toBe(first)
    expect(neighbourPending(model.pending, first ?? null, 1)).toBe(second)
    expect(neighbourPending(model.pending, last ?? null, 1)).toBe(first)
    expect(neighbourPending(model.pending, first ?? null, -1)).toBe(last)
    expect(neighbourPending(model.pending, finding(260), 1)).toBe(last)
    expect(neighbourPending([], null, 1)).toBeNull()
  })

  it('待确认数算在前面最近的考核表上，全体一张表的算在类别上', () => {
    expect(Object.fromEntries(pendingByPart(model))).toEqual({ all: 1, common: 2, party: 1, farm: 1 })
  })

  it('手工部分的问题没有原文，按所指的部分认出、打开、计数', () => {
    const none = { span: { start: 0, end: 0 } }
    const byHand = readModel(scheme, '', [
      finding(0, { ...none, about: { kind: 'item', id: 'farm-item' } }),
      finding(0, { ...none, about: { kind: 'category', id: 'business' } }),
      finding(0, { ...none, about: { kind: 'scheme', id: null } }),
    ])
    const ids = byHand.pending.map(diagnosticId)
    expect(new Set(ids).size).toBe(3)
    expect(ids.map((id) => chosenPartOf(byHand, { kind: 'diagnostic', id }))).toEqual([
      { kind: 'item', id: 'farm-item' },
      { kind: 'category', id: 'business' },
      wholeScheme,
    ])
    expect(partsOf(byHand, { kind: 'diagnostic', id: ids[0] ?? '' })).toEqual(['farm-item', 'farm', 'business'])
    expect(Object.fromEntries(pendingByPart(byHand))).toEqual({ farm: 1, business: 1, scheme: 1 })
  })

  it('条款和问题都知道自己在结构的哪一处', () => {
    expect(rulesAt(model, { start: 213, end: 217 }).map(({ rule }) => rule.id)).toEqual(['party-rule'])
    expect(partsOf(model, { kind: 'rule', id: 'farm-rule' })).toEqual([
      'farm-rule',
      'farm-item',
      'farm',
      'business',
    ])
    expect(partsOf(model, { kind: 'diagnostic', id: 'no-unit:213:217' })).toContain('party-item')
    expect(chosenPartOf(model, { kind: 'diagnostic', id: 'no-unit:213:217' })).toEqual({
      kind: 'rule',
      id: 'party-rule',
    })
  })
})
