import { describe, expect, it } from 'vitest'
import type { RuleChoice } from '../../../http/contract/entries.ts'
import { findRules, firstRules, placeOf } from './find-rule.ts'
import { ruleChoice } from './rule-choice.fixture.ts'

const late = ruleChoice({ ruleId: 'r1', sentence: '迟到，每次扣1分', clause: '上班迟到的，每次扣1分' })
const early = ruleChoice({ ruleId: 'r2', sentence: '早退，每次扣1分', clause: '早退的，每次扣1分' })
const notes = ruleChoice({
  ruleId: 'r3',
  sentence: '学习笔记每少1篇，扣2分',
  clause: '学习笔记少一篇扣2分',
  itemId: 'study',
  itemTitle: '政治学习',
})
const rules = [late, early, notes]

function titles(words: string, recent: readonly string[] = []) {
  return findRules(rules, words, recent).map((group) => [
    group.title,
    group.rules.map((rule: RuleChoice) => rule.ruleId),
  ])
}

describe('找条款', () => {
  it('按考核表和项目分组，次序同原文', () => {
    expect(titles('')).toEqual([
      ['公共工作 · 工作纪律', ['r1', 'r2']],
      ['公共工作 · 政治学习', ['r3']],
    ])
  })

  it('几个词都要有，词在条款、原文、项目名里都算', () => {
    expect(titles('扣 迟到')).toEqual([['公共工作 · 工作纪律', ['r1']]])
    expect(titles('政治')).toEqual([['公共工作 · 政治学习', ['r3']]])
    expect(titles('迟到 早退')).toEqual([])
  })

  it('条款自己说到的在前，只是同一句原文里有的在后', () => {
    const clause = '受到党纪处分或通报批评减分'
    const criticism = ruleChoice({ ruleId: 'r1', sentence: '通报批评，扣1分', clause })
    const sanction = ruleChoice({ ruleId: 'r2', sentence: '受到党纪处分，扣分', clause })
    const [group] = findRules([criticism, sanction], '党纪', [])
    expect(group?.rules.map(({ ruleId }) => ruleId)).toEqual(['r2', 'r1'])
  })

  it('没有输入时最近用过的在最前，不重复列出；不在此人考核表上的不列', () => {
    expect(titles('', ['r3', 'gone'])).toEqual([
      ['最近用过', ['r3']],
      ['公共工作 · 工作纪律', ['r1', 'r2']],
    ])
  })

  it('太多时只列前面的，仍按组', () => {
    const shown = firstRules(findRules(rules, '', []), 1)
    expect(shown.map((group) => group.rules.map((rule) => rule.ruleId))).toEqual([['r1']])
    expect(firstRules(findRules(rules, '', []), 9)).toHaveLength(2)
  })

  it('考核表与类别同名时只写一次', () => {
    expect(placeOf(ruleChoice({ categoryTitle: '公共工作', sheetTitle: '公共工作' }))).toBe('公共工作 · 工作纪律')
  })
})
