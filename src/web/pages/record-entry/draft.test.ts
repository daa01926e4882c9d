import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import type { Person } from '../../../http/contract/people.ts'
import { addWhom, dayToStartWith, draftBody, draftProblems, emptyDraft, nextDraft, type Draft } from './draft.ts'
import { officeWhom, personWhom } from './find-person.ts'
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

  it('裁量扣分要在范围内，并写明领导小组的决定', () => {
    const rule = ruleChoice({
      effect: 'discretionary',
      discretion: { min: centipoints(500), max: centipoints(1000) },
    })
    expect(sentences({ rule, discretion: '12', basis: '9月12日会议' })).toEqual(['分值应在5到10分之间'])
    expect(sentences({ rule, discretion: '5' })).toHaveLength(1)
    expect(sentences({ rule, discretion: '5', basis: '9月12日会议' })).toEqual([])
  })

  it('分档的加分要选级别，分值未定的条款不能登记', () => {
    expect(sentences({ rule: ruleChoice({ needsLevel: true }) })).toEqual(['请选择级别'])
    expect(sentences({ rule: ruleChoice({ blocked: '处分分值未定，请先在方案里补上' }) })).toEqual([
      '处分分值未定，请先在方案里补上',
    ])
  })
})

describe('登记的内容', () => {
  it('普通扣分带数量，裁量只带裁量分', () => {
    expect(draftBody({ ...ready, quantity: ' 3 ' })).toMatchObject({
      quantity: '3',
      discretion: null,
      level: null,
    })
    const rule = ruleChoice({ effect: 'discretionary', discretion: { min: null, max: null } })
    expect(draftBody({ ...ready, rule, quantity: '7', discretion: '2.5', basis: '会议' })).toMatchObject({
      quantity: '1',
      discretion: '2.5',
    })
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
