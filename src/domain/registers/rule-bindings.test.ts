import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { oneItem, rule } from '../../../test/builders/town.ts'
import { compileRegulation } from '../compiler/compile-regulation.ts'
import { sheetDirectory } from '../roster/sheet-directory.ts'
import { placedRules, type Scheme } from '../scheme/scheme.ts'
import {
  bindingFor,
  bindingVariants,
  carryBindings,
  isUnbound,
  readBindingVariant,
  suggestBindings,
} from './rule-bindings.ts'
import type { BindingSubject } from './suggest-rule.ts'

function compiled(path: string): Scheme {
  const url = new URL(`../../../${path}`, import.meta.url)
  return compileRegulation(readFileSync(url, 'utf8'), { repair: true }).scheme
}

const sample = compiled('schemes/sample/regulation-2026.txt')
const before = compiled('schemes/sample/regulation.txt')
const attendance = compiled('test/regulations/02-office-attendance.txt')
const nothing = { chosen: [], carried: [] }

function subject(kind: BindingSubject['kind'], rest: Partial<BindingSubject> = {}): BindingSubject {
  return { kind, variant: null, level: null, office: null, ...rest }
}

function deedOf(scheme: Scheme, ruleId: string | null): string | null {
  const rule = [...placedRules(scheme)].find((placed) => placed.rule.id === ruleId)?.rule
  return rule === undefined ? null : `${rule.effect} ${rule.condition ?? ''}`
}

function bound(scheme: Scheme, about: BindingSubject): string | null {
  const found = bindingFor(nothing, sheetDirectory(scheme), about)
  return found.from === 'suggested' ? deedOf(scheme, found.ruleId) : found.from
}

describe('按条款的词语建议对应', () => {
  test.each([
    ['late', 'deduct 上班迟到（上班时间后30分钟为迟到）'],
    ['early-leave', 'deduct 早退'],
    ['absence', 'none'],
    ['personal-leave-over', 'deduct 事假超过工龄假的，超出'],
    ['whereabouts-unknown', 'deduct 外出去向不明或去向告示牌未注明'],
    ['duty-missed', 'deduct 值班人员脱岗'],
    ['activity-absence', 'deduct 无故不参加各类活动'],
    ['study-absence', 'deduct 无故不参加学习活动'],
    ['study-notes', 'deduct 按学习部署做好读书笔记，全年不少于10000字'],
    ['complaint-upheld', 'deduct 服务态度差，不执行首问责任制，遭到群众投诉'],
    ['commendation', 'open'],
    ['sanction', 'open'],
  ] as const)('%s：%s', (kind, expected) => {
    expect(bound(sample, subject(kind))).toBe(expected)
  })

  test('读书笔记按篇计的，也是它', () => {
    const scheme = oneItem([
      rule('notes', { points: 1, condition: '读书笔记', shortfall: { target: 12, unit: '篇', step: 1 } }),
    ])
    expect(bound(scheme, subject('study-notes'))).toBe('deduct 读书笔记')
  })

  test.each([
    ['commendation', { level: '市' }, 'add 获市级表彰'],
    ['criticism', { level: '国家' }, 'deduct 受到国家级通报批评'],
    ['sanction', { variant: '警告' }, 'deduct 受到党纪、政纪警告处分'],
    ['sanction', { variant: '严重警告' }, 'deduct 受到严重警告、记过处分'],
    ['sanction', { variant: '开除' }, 'zero 工作中有违法、违纪行为，受到撤职以上处分'],
    ['rank', { variant: '公众安全感 末位', level: '区', office: '综治办' }, 'deduct 已达标'],
    ['target-missed', { variant: '公众安全感', office: '综治办' }, 'deduct 公众安全感按区综治委要求达标，未达标'],
    ['target-missed', { variant: '公众安全感', office: '党办' }, 'open'],
    ['task-overdue', { office: '党办' }, 'deduct 承办党委临时交办的任务，未完成'],
    ['task-overdue', { office: '文化站' }, 'none'],
    ['recurring-duty-short', { variant: '党务公开', office: '党办' }, 'deduct 党务公开'],
    ['recurring-duty-short', { office: '党办' }, 'open'],
    ['completion-rate', { variant: '农业项目', office: '农业办' }, 'proportional 推进农业项目建设'],
  ] as const)('%s %o：%s', (kind, rest, expected) => {
    expect(bound(sample, subject(kind, rest))).toBe(expected)
  })

  test.each([
    ['办证率达到95%，每低1个百分点扣0.5分。', 'completion-rate', '办证率'],
    ['政策生育率达到90%，每少一个百分点扣2分。', 'completion-rate', '生育率'],
    ['办证率每低于目标1个百分点扣0.5分。', 'rate-short', '办证率'],
    ['办证率达不到上级要求的，每低1个百分点扣1分。', 'rate-short', '办证率'],
    ['办证率达不到上级要求，每次扣1分。', 'target-missed', '办证率'],
  ] as const)('按百分点的条款：%s归%s，不归别的', (clause, kind, variant) => {
    const { scheme } = compileRegulation(`一、计生工作（10分）\n${clause}`, { repair: true })
    const directory = sheetDirectory(scheme)
    const found = (['completion-rate', 'rate-short', 'target-missed'] as const).filter(
      (one) => bindingFor(nothing, directory, subject(one, { variant })).from === 'suggested',
    )
    expect(found).toEqual([kind])
  })

  test('达到90%记满分又每少一个百分点扣分：是两条，由考核办选', () => {
    const clause = '政策生育率：达到90%记满分，每少一个百分点扣2分。'
    const { scheme } = compileRegulation(`一、计生工作（10分）\n${clause}`, { repair: true })
    const found = bindingFor(nothing, sheetDirectory(scheme), subject('completion-rate', { variant: '生育率' }))
    expect(found.from).toBe('open')
    expect(found.candidates.map((id) => deedOf(scheme, id)?.split(' ')[0])).toEqual(['award', 'deduct'])
  })

  test('名次分得开：全市后三位里的倒数第二，不是全区末位', () => {
    const asked = subject('rank', { variant: '公众安全感 倒数第二', level: '市', office: '综治办' })
    const found = bindingFor(nothing, sheetDirectory(sample), asked)
    const rule = [...placedRules(sample)].find((placed) => placed.rule.id === found.ruleId)?.rule
    expect(rule?.rank).toBe('全市排名后三位')
  })

  test('别的办法也读得出来；一个条款说了几件事，几件事都归它', () => {
    const late = bindingFor(nothing, sheetDirectory(attendance), subject('late'))
    expect(['suggested', 'open']).toContain(late.from)
    expect(suggestBindings(attendance)).toEqual(suggestBindings(attendance))
    expect(suggestBindings(attendance).some(({ ruleId }) => ruleId !== null)).toBe(true)
  })

  test('每条建议都指向方案里有的条款，拿不准的不指', () => {
    for (const scheme of [sample, before, attendance]) {
      const ids = new Set([...placedRules(scheme)].map(({ rule }) => rule.id))
      for (const { ruleId, candidates } of suggestBindings(scheme)) {
        for (const candidate of candidates) expect(ids).toContain(candidate)
        if (ruleId !== null) expect(candidates).toEqual([ruleId])
      }
    }
  })
})

describe('考核办定的对应', () => {
  const directory = sheetDirectory(sample)

  test('先看说得最细的：名次带级别、名次、级别、整类；本办公室的在大家的前面', () => {
    const names = bindingVariants(directory, { variant: '公众安全感 末位', level: '区', office: '综治办' })
    expect(names.slice(0, 3)).toEqual([
      '公众安全感 末位·区@综治办',
      '公众安全感 末位·区',
      '公众安全感 末位@综治办',
    ])
    expect(names.at(-1)).toBe('')
    for (const name of names) {
      const read = readBindingVariant(name)
      expect(bindingVariants(directory, read)[0]).toBe(name)
    }
  })

  test('选了的在沿用的前面，沿用的在建议的前面', () => {
    const late = subject('late')
    const chosen = [{ kind: 'late', variant: '', ruleId: 'c1-s1-i1-r2' }] as const
    const carried = [{ kind: 'late', variant: '', ruleId: 'c1-s1-i1-r3' }] as const
    expect(bindingFor({ chosen, carried }, directory, late)).toMatchObject({
      ruleId: 'c1-s1-i1-r2',
      from: 'chosen',
    })
    expect(bindingFor({ chosen: [], carried }, directory, late)).toMatchObject({
      ruleId: 'c1-s1-i1-r3',
      from: 'carried',
    })
    expect(bindingFor(nothing, directory, late)).toMatchObject({ from: 'suggested' })
  })

  test('定为不对应的，什么也不提；只对一个办公室说的，别的办公室照旧', () => {
    const chosen = [{ kind: 'task-overdue', variant: '@党办', ruleId: null }] as const
    expect(isUnbound({ chosen, carried: [] }, directory, subject('task-overdue', { office: '党办' }))).toBe(true)
    expect(isUnbound({ chosen, carried: [] }, directory, subject('task-overdue', { office: '司法所' }))).toBe(
      false,
    )
  })

  test('换了版本，按沿革带过去；没有了的条款不带', () => {
    const late = bindingFor(nothing, sheetDirectory(before), subject('late')).ruleId
    const bindings = [
      { kind: 'late', variant: '', ruleId: late },
      { kind: 'absence', variant: '', ruleId: null },
      { kind: 'duty-missed', variant: '', ruleId: 'gone' },
    ] as const
    const carried = carryBindings({ scheme: before, bindings }, sample)
    expect(carried.map(({ kind, ruleId }) => [kind, deedOf(sample, ruleId)])).toEqual([
      ['late', 'deduct 上班迟到（上班时间后30分钟为迟到）'],
      ['absence', null],
    ])
  })
})
