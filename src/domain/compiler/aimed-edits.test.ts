import { describe, expect, test } from 'vitest'
import { assert } from '../primitives/result.ts'
import type { Interpretation } from '../regulation/diagnostic.ts'
import type { SchemeEdit } from '../scheme/edit-scheme.ts'
import { placedRules, type Rule, type Scheme } from '../scheme/scheme.ts'
import { replayDraft, type DraftWork } from './replay-draft.ts'

const text = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次口2分。
会议迟到，发现一次扣1分。
2、廉洁自律（40分）
收受礼品，发现一次扣5分。`

const answer = (interpretation: Interpretation): DraftWork => ({ kind: 'interpretation', interpretation })
const at = text.indexOf('口2分')
const readAsDeduction = answer({ act: 'read-as', span: { start: at, end: at + 1 }, text: '扣' })

const plain = replayDraft(text, '', [])

function ruleAbout(scheme: Scheme, words: string): Rule {
  const found = [...placedRules(scheme)].find(({ rule }) => rule.source?.quote.includes(words))
  assert(found !== undefined, `a rule is about ${words}`)
  return found.rule
}

/** The edit as it is recorded: with the words it was aimed at. */
function recorded(one: SchemeEdit): DraftWork {
  return { kind: 'edit', edit: one, aims: replayDraft(text, '', [{ kind: 'edit', edit: one }]).aims[0] }
}

const late = ruleAbout(plain.scheme, '会议迟到')
const lateCostsFour = recorded({ act: 'change-rule', rule: late.id, fields: { points: 4 } })

describe('手工修改跟着原文走，不跟着编号走', () => {
  test('后来的答复让前面多读出一条：改过的还是原来那一条', () => {
    const { scheme, aims } = replayDraft(text, '', [lateCostsFour, readAsDeduction])
    expect(ruleAbout(scheme, '会议迟到')).toMatchObject({ points: 400, origin: 'person' })
    expect(ruleAbout(scheme, '脱岗')).toMatchObject({ points: 200 })
    expect(ruleAbout(scheme, '脱岗').origin).not.toBe('person')
    expect(ruleAbout(scheme, '脱岗').id).toBe(late.id)
    expect(aims[0]).toEqual(lateCostsFour.kind === 'edit' ? lateCostsFour.aims : null)
  })

  test('移动一条：移的、移到哪、排在谁前面，都跟着原文', () => {
    const gift = ruleAbout(plain.scheme, '收受礼品')
    const item = [...placedRules(plain.scheme)].find(({ rule }) => rule === late)?.item?.id ?? ''
    const move = recorded({ act: 'move-rule', rule: gift.id, place: { item }, before: late.id })
    const { scheme } = replayDraft(text, '', [move, readAsDeduction])
    const quotes = [...placedRules(scheme)].map(({ rule }) => rule.source?.quote ?? '')
    expect(quotes.map((quote) => quote.slice(0, 2))).toEqual(['上班', '收受', '会议'])
  })

  test('几条出自同一句话：按次序认', () => {
    const ladder = text.replace('会议迟到，发现一次扣1分', '获得市、省级表彰的，分别加3分、5分')
    const rungsOf = (scheme: Scheme) =>
      [...placedRules(scheme)].flatMap(({ rule }) => (rule.source?.quote.includes('表彰') ? [rule] : []))
    const rungs = rungsOf(replayDraft(ladder, '', []).scheme)
    expect(new Set(rungs.map(({ source }) => source?.start)).size).toBe(1)
    for (const [index, { id }] of rungs.entries()) {
      const edit = { act: 'change-rule', rule: id, fields: { points: 4 } } as const
      const { aims } = replayDraft(ladder, '', [{ kind: 'edit', edit }])
      const { scheme } = replayDraft(ladder, '', [{ kind: 'edit', edit, aims: aims[0] }, readAsDeduction])
      expect(rungsOf(scheme).map(({ points }) => points)).toEqual(index === 0 ? [400, 500] : [300, 400])
    }
  })

  test('手工加的没有原文，按编号认', () => {
    const item = [...placedRules(plain.scheme)].find(({ rule }) => rule === late)?.item?.id ?? ''
    const add: DraftWork = {
      kind: 'edit',
      edit: { act: 'add-rule', place: { item }, rule: { effect: 'deduct', points: 1, condition: '甲' } },
    }
    const change: SchemeEdit = { act: 'change-rule', rule: 'hand-rule-1', fields: { points: 2 } }
    const { aims, scheme } = replayDraft(text, '', [add, { kind: 'edit', edit: change }])
    expect(aims[1]).toEqual([])
    expect([...placedRules(scheme)].find(({ rule }) => rule.id === 'hand-rule-1')?.rule.points).toBe(200)
  })
})

describe('原文里再也读不到的', () => {
  const gone: DraftWork = {
    kind: 'edit',
    edit: { act: 'change-rule', rule: 'c1-s1-i1-r9', fields: { points: 4 } },
    aims: [{ kind: 'rule', id: 'c1-s1-i1-r9', start: 0, end: 6, nth: 0 }],
  }

  test('没有用上，在原来的地方说出来；核对过就不再问，也不妨碍通过', () => {
    const reading = replayDraft(text, '', [gone])
    expect(reading.refusedEdits).toHaveLength(1)
    const found = reading.diagnostics.filter(({ code }) => code === 'edit-idle')
    expect(found).toMatchObject([{ severity: 'warning', quote: '某镇考核办法' }])
    expect(found[0]?.message).toContain('手工改过')
    const fix = found[0]?.fix?.interpretation
    assert(fix !== undefined, 'it can be marked as seen')
    const seen = replayDraft(text, '', [gone, answer(fix)])
    expect(seen.diagnostics.find(({ code }) => code === 'edit-idle')?.settled).toEqual(fix)
    expect(seen.idleAnswers).toEqual([])
    expect(seen.adoptable).toBe(plain.adoptable)
  })

  test('没有记下原文的旧步骤，也说出来', () => {
    const old: DraftWork = { kind: 'edit', edit: { act: 'remove-item', item: 'c9-s9-i9' } }
    const { diagnostics } = replayDraft(text, '', [old])
    expect(diagnostics.filter(({ code }) => code === 'edit-idle')).toMatchObject([{ span: { start: 0, end: 0 } }])
  })

  test('编号还在、说的却是别的话：不改到别的条款头上', () => {
    const other = recorded({ act: 'remove-rule', rule: late.id })
    const without = text.replace('会议迟到，发现一次扣1分。\n', '').replace('口2分', '扣2分')
    const { scheme, refusedEdits } = replayDraft(without, '', [other])
    expect(refusedEdits).toHaveLength(1)
    expect(ruleAbout(scheme, '脱岗').points).toBe(200)
  })
})
