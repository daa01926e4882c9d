import { describe, expect, test } from 'vitest'
import { placedRules } from '../scheme/scheme.ts'
import { compileRegulation } from './compile-regulation.ts'
import { silenceSentences } from './silence-reason.ts'

const explainedIn = (text: string) =>
  compileRegulation(text).coverage.explained.map(({ phrase, reason }) => [phrase, reason])

describe('不计分的词语，逐个说明理由', () => {
  const clause = (words: string): string => `考核办法\n一、纪律（10分）\n1、迟到一次扣1分。${words}\n`

  test.each([
    ['该项扣完为止。', [['该项扣完为止', 'floor-wording']]],
    ['同一事项不重复扣分。', [['不重复扣分', 'combination-wording']]],
    ['扣分依据由考核办保存。', [['扣分依据', 'method-prose']]],
    ['考核办每月登记扣分。', [['登记扣分', 'procedure']]],
    ['总分减去所扣的分为得分。', [['减去所扣的分', 'score-formula']]],
    ['事假可与工龄假相抵扣。', [['相抵扣', 'other-word']]],
  ])('%s', (words, explained) => {
    expect(explainedIn(clause(words))).toEqual(explained)
  })

  test.each([
    '完成任务的按比例得分。',
    '获奖的奖励2分。',
    '工作突出的加1-3分。',
    '脱岗的取消评优资格。',
    '全部完成的得全分。',
  ])('也算计分词语，都在条款之下：%s', (words) => {
    const { tokens, underRule, unexplained } = compileRegulation(clause(words)).coverage
    expect([tokens, underRule, unexplained]).toEqual([2, 2, []])
  })

  test('该项计0分是条款，不是项目的分值', () => {
    const { scheme, coverage } = compileRegulation('考核办法\n一、纪律（10分）\n未按要求完成的，该项计0分。\n')
    expect([...placedRules(scheme)].map(({ rule }) => rule.sentence)).toEqual(['「未按要求完成」：该项不得分。'])
    expect(coverage).toMatchObject({ underRule: 1, explained: [] })
  })

  test('标题里的加分、扣分也有理由', () => {
    expect(
      explainedIn('考核办法\n一、加分事项\n1、获市级表彰的加2分。\n二、纪律（10分）\n1、迟到一次扣1分。\n'),
    ).toEqual([['一、加分事项', 'heading']])
  })

  test('理由是通顺的一句话，各不相同', () => {
    const sentences = Object.values(silenceSentences)
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^。]{8,60}。$/)
  })
})
