import { describe, expect, it } from 'vitest'
import { ruleSchema } from '../../../../domain/scheme/scheme.ts'
import { draftOfRule, inputOfDraft, patchOfDraft, wrongFields } from './rule-draft.ts'

const late = ruleSchema.parse({
  id: 'late',
  effect: 'deduct',
  points: 2,
  unit: '次',
  grace: { count: 10, window: 'quarter' },
  condition: '上班迟到',
})

describe('条款表单', () => {
  it('原样打开再保存，什么都不改', () => {
    expect(patchOfDraft(late, draftOfRule(late))).toEqual({})
  })

  it('只送改过的字段，清空的字段送 null', () => {
    const draft = { ...draftOfRule(late), points: '1.5', graceCount: '', severity: '造成不良影响' }
    expect(patchOfDraft(late, draft)).toEqual({ points: 1.5, grace: null, severity: '造成不良影响' })
  })

  it('换了效力，旧效力才有的字段一并去掉', () => {
    const draft = { ...draftOfRule(late), effect: 'zero' as const }
    expect(patchOfDraft(late, draft)).toEqual({ effect: 'zero', points: null, unit: null, grace: null })
  })

  it('必填的分值、写错的数字、缺单位的目标都指出来', () => {
    const draft = { ...draftOfRule(null), points: '', cap: '三', shortfallTarget: '10000' }
    expect(wrongFields(draft)).toEqual(['cap', 'points', 'shortfallUnit'])
    expect(wrongFields({ ...draftOfRule(late), points: '-2' })).toEqual(['points'])
    expect(wrongFields(draftOfRule(late))).toEqual([])
  })

  it('每少一期：按缺少的计只在没有目标、效力容得下时才送', () => {
    const draft = { ...draftOfRule(null), points: '1', unit: '期', missing: true }
    expect(inputOfDraft(draft).missing).toBe(true)
    expect(inputOfDraft({ ...draft, shortfallTarget: '12', shortfallUnit: '期' }).missing).toBeUndefined()
    expect(inputOfDraft({ ...draft, effect: 'zero' }).missing).toBeUndefined()
    const short = ruleSchema.parse({ id: 'short', effect: 'deduct', points: 1, unit: '期', missing: true })
    expect(patchOfDraft(short, draftOfRule(short))).toEqual({})
    expect(patchOfDraft(short, { ...draftOfRule(short), missing: false })).toEqual({ missing: null })
  })

  it('目标缺额带上单位和每档数量', () => {
    const draft = {
      ...draftOfRule(null),
      points: '1',
      shortfallTarget: '10000',
      shortfallUnit: '字',
      shortfallStep: '1000',
    }
    expect(inputOfDraft(draft).shortfall).toEqual({ target: 10000, unit: '字', step: 1000 })
  })
})
