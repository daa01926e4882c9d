import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import type { Person } from '../../../http/contract/people.ts'
import {
  addWhom,
  dayToStartWith,
  draftBody,
  draftProblems,
  emptyDraft,
  nextDraft,
  proposalBody,
  type Draft,
} from './draft.ts'
import { officeWhom, personWhom } from './find-person.ts'
import { discretionRange } from '../../text/discretion-range.ts'
import { ruleChoice } from './rule-choice.fixture.ts'

function person(staffNumber: string): Person {
  return { staffNumber, name: '魏知秋', pinyin: 'weizhiqiu', initials: 'wzq', stays: [], absences: [] }
}
const wei = personWhom(person('001'))
const wen = personWhom(person('002'))
const office = officeWhom({ office: '综治办', pinyin: 'zongzhiban', initials: 'zzb' }, [])

const ready: Draft = { ...emptyDraft('2026-03-09'), about: [wei], rule: ruleChoice({}) }

function sentences(changes: Partial<Draft>) {
  return draftProblems({ ...ready, ...changes }).map((problem) => problem.sentence)
}

describe('登记前的检查', () => {
  it('空白的页面先要人，再要条款', () => {
    expect(draftProblems(emptyDraft('2026-03-09')).map((problem) => problem.field)).toEqual(['about', 'rule'])
  })

  it.each([
    ['0', '按次计的须是1以上的整数'],
    ['1.5', '按次计的须是1以上的整数'],
    ['半', '“半”不是数字（最多两位小数）'],
    ['-1', '不能小于0'],
    ['', '请填写数量，如1'],
  ])('数量写成“%s”时说清楚', (quantity, sentence) => {
    expect(sentences({ quantity })).toEqual([sentence])
  })

  it('按天、按字计的可以有小数，实绩可以是0', () => {
    const rule = ruleChoice({ unit: '天', isCountUnit: false })
    expect(sentences({ rule, quantity: '0.5' })).toEqual([])
    expect(sentences({ rule, quantity: '0' })).toEqual([])
  })

  it('裁量的条款不要分值和依据，要事实', () => {
    const rule = ruleChoice({
      effect: 'discretionary',
      discretion: { min: centipoints(500), max: centipoints(1000) },
    })
    expect(sentences({ rule })).toEqual(['请写明事实，至少5个字，领导小组据此裁量'])
    expect(sentences({ rule, note: ' 争吵  ' })).toHaveLength(1)
    expect(sentences({ rule, note: '接待群众时争吵' })).toEqual([])
  })

  it('分档的加分要选级别，分值未定的条款不能登记', () => {
    expect(sentences({ rule: ruleChoice({ needsLevel: true }) })).toEqual(['请选择级别'])
    expect(sentences({ rule: ruleChoice({ blocked: '处分分值未定，请先在方案里补上' }) })).toEqual([
      '处分分值未定，请先在方案里补上',
    ])
  })
})

describe('登记的内容', () => {
  it('普通扣分带数量，当场登记', () => {
    expect(draftBody({ ...ready, quantity: ' 3 ' })).toMatchObject({ quantity: '3', level: null })
    expect(proposalBody(ready)).toBeNull()
  })

  it('裁量的条款提请领导小组，不登记，也不带分值', () => {
    const rule = ruleChoice({ effect: 'discretionary', discretion: { min: null, max: null } })
    const proposal: Draft = {
      ...ready,
      rule,
      quantity: '7',
      matter: '接访',
      note: '接待群众时争吵',
      basis: '会议',
    }
    expect(draftBody(proposal)).toBeNull()
    expect(proposalBody(proposal)).toEqual({
      about: { kind: 'people', staffNumbers: ['001'] },
      ruleId: 'r1',
      quantity: '1',
      occurredOn: '2026-03-09',
      matter: '接访',
      place: '',
      facts: '接待群众时争吵',
    })
    expect(proposalBody({ ...proposal, note: '' })).toBeNull()
  })

  it('日期从今天起；在看别的年度时从那年最后一天起', () => {
    expect(dayToStartWith('2026-11-22', 2026)).toBe('2026-11-22')
    expect(dayToStartWith('2026-11-22', 2025)).toBe('2025-12-31')
  })

  it('没填完整就没有内容可提交', () => {
    expect(draftBody({ ...ready, quantity: '半' })).toBeNull()
    expect(draftBody({ ...ready, about: [] })).toBeNull()
  })

  it('几个人一起，或整个办公室，两者不混', () => {
    expect(addWhom([wei], wen)).toEqual([wei, wen])
    expect(addWhom([wei, wen], wei)).toEqual([wen, wei])
    expect(addWhom([wei, wen], office)).toEqual([office])
    expect(addWhom([office], wei)).toEqual([wei])
    expect(draftBody({ ...ready, about: [office] })?.about).toEqual({ kind: 'office', office: '综治办' })
  })

  it('换下一条：日期、地点、依据留着，事项和说明清掉，人或条款按选择留', () => {
    const saved = { ...ready, quantity: '3', matter: '周督查', note: '说明', place: '政务大厅', basis: '督查记录' }
    expect(nextDraft(saved, 'rule')).toEqual({
      ...emptyDraft('2026-03-09'),
      rule: ready.rule,
      place: '政务大厅',
      basis: '督查记录',
    })
    expect(nextDraft(saved, 'person').about).toEqual([wei])
    expect(nextDraft(saved, 'nothing').about).toEqual([])
  })
})

it('办法规定的分值幅度', () => {
  expect(discretionRange(500, 1000)).toBe('在5到10分之间')
  expect(discretionRange(500, null)).toBe('不少于5分')
  expect(discretionRange(null, 1000)).toBe('大于0且不超过10分')
  expect(discretionRange(null, null)).toBe('大于0')
})
