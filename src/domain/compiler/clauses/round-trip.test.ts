import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centipoints } from '../../primitives/centipoints.ts'
import { fen } from '../../primitives/fen.ts'
import { quantity } from '../../primitives/quantity.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { renderRule } from '../../scheme/render-rule.ts'
import { placedRules, ruleEffects, ruleSchema, type Rule } from '../../scheme/scheme.ts'
import { compileRegulation } from '../compile-regulation.ts'
import { passageOf } from '../normalised-text.ts'
import { tidyRule } from './effect-rules.ts'
import { readClauses, type DraftRule } from './read-clauses.ts'

type Extra = Partial<Pick<Rule, 'id' | 'source' | 'sentence' | 'origin'>>

function fieldsOf(rule: RuleFields & Extra): object {
  const { id: _id, source: _source, sentence: _sentence, origin: _origin, ...fields } = rule
  return JSON.parse(JSON.stringify(fields))
}

function readBack(sentence: string): readonly DraftRule[] {
  return readClauses(passageOf(sentence), { itemTitle: '', itemPoints: null, interpretations: [], place: 'item' })
    .rules
}

const amount = fc.integer({ min: 1, max: 99_999 })
const points = amount.map(centipoints)
const wholeOrHalf = fc.integer({ min: 1, max: 40_000 }).map((half) => quantity(half * 50))
const unit = fc.constantFrom('次', '件', '天', '字', '个百分点', '人次', '台', '小时', '公里', '户', '桶装水')
const deeds = [
  '上班迟到',
  '未达标，造成不良影响',
  '扣2分的情形，每次扣3分',
  '不少于10000字',
  '出现“吃、拿、卡、要”情况（含一次）',
  '获市级以上表彰',
  '一票否决；不得分',
  '季迟到满10次后',
  '责任人',
  '1,000元以上的',
  '视情节扣5-10分',
  '该项计0分，封顶',
  '2、第二项',
  '（一）旷工',
]
const words = fc.oneof(
  fc.constantFrom(...deeds),
  fc
    .array(
      fc.constantFrom(
        '扣',
        '分',
        '2',
        '每',
        '次',
        '，',
        '的',
        '造成',
        '影响',
        '：',
        '；',
        '（',
        '）',
        '。',
        '“',
        '迟到',
        '不',
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map((chosen) => ownWords(chosen.join(''))),
)
const named = words.filter((own) => own !== '')

/** Every field a rule may have. */
const anyField = {
  effect: fc.constantFrom(...ruleEffects),
  points: fc.option(points),
  yuan: fc.option(amount.map(fen)),
  direction: fc.constantFrom('add', 'award'),
  min: fc.integer({ min: 1, max: 500 }).map(centipoints),
  max: fc.integer({ min: 500, max: 9_999 }).map(centipoints),
  unit,
  per: wholeOrHalf.filter((per) => per !== 100),
  missing: fc.constant(true),
  cap: points,
  uncapped: fc.constant(true),
  grace: fc.record({ count: wholeOrHalf, window: fc.constantFrom('month', 'quarter', 'year') }),
  shortfall: fc.record({ target: wholeOrHalf, unit, step: wholeOrHalf }),
  severity: named,
  rank: named,
  level: named,
  deadline: named,
  subject: named,
  consequence: named,
  payItem: named,
  condition: named,
}

/** A rule with any of the fields its effect may carry, in the one spelling that edits and the reader keep. */
const anyRule: fc.Arbitrary<RuleFields> = fc
  .record(anyField, { requiredKeys: ['effect', 'points', 'yuan'] })
  .map((rule) => inOneSpelling(tidyRule(rule)))

function inOneSpelling(rule: RuleFields): RuleFields {
  const { shortfall, per, missing, unit: ownUnit, ...others } = rule
  if (shortfall !== undefined)
    return {
      // What falls short of nothing that has a name takes the target's own words for its name when it is read.
      ...(isNamed(others) ? {} : { condition: '信息公开' }),
      ...others,
      shortfall,
      unit: shortfall.unit,
      ...(shortfall.step === 100 ? {} : { per: shortfall.step }),
    }
  if (ownUnit === undefined) return others
  return {
    ...others,
    unit: ownUnit,
    ...(per === undefined ? {} : { per }),
    ...(missing === true ? { missing } : {}),
  }
}

function isNamed(rule: RuleFields): boolean {
  const { severity, rank, level, deadline, subject, consequence, payItem, condition } = rule
  const names = [severity, rank, level, deadline, subject, consequence, payItem, condition]
  return names.some((name) => name !== undefined)
}

describe('一条规则一句话，读回来还是它', () => {
  test('条款的每个字段都随机到', () => {
    const ofText = ['id', 'source', 'sentence', 'origin']
    const fields = Object.keys(ruleSchema.shape).filter((field) => !ofText.includes(field))
    expect(Object.keys(anyField).toSorted()).toEqual(fields.toSorted())
  })

  test('任意规则', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(readBack(renderRule(rule)).map(fieldsOf)).toEqual([fieldsOf(rule)])
      }),
      { numRuns: 5000 },
    )
  })

  test('每种效果，带齐它能带的字段', () => {
    fc.assert(
      fc.property(fc.record(anyField), (drawn) => {
        for (const effect of ruleEffects) {
          const rule = inOneSpelling(tidyRule({ ...drawn, effect }))
          expect(readBack(renderRule(rule)).map(fieldsOf)).toEqual([fieldsOf(rule)])
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each(sampleTexts())('%s 的每一条：句子单独编译也得到同一条', (_name, text) => {
    const rules = [...placedRules(compileRegulation(text).scheme)].map(({ rule }) => rule)
    for (const rule of rules) {
      const again = [...placedRules(compileRegulation(rule.sentence).scheme)]
      expect(again.map((placed) => fieldsOf(placed.rule))).toEqual([fieldsOf(rule)])
    }
  })

  test('试过的条款足够多', () => {
    const rules = sampleTexts().flatMap(([, text]) => [...placedRules(compileRegulation(text).scheme)])
    expect(rules.length).toBeGreaterThan(700)
  })
})

/** The real regulations, the sample town's and the marked ones; marks are no part of a text. */
function sampleTexts(): (readonly [name: string, text: string])[] {
  const root = new URL('../../../../', import.meta.url)
  return ['../shared/regulations/', 'schemes/sample/', 'test/regulations/'].flatMap((folder) => {
    const place = new URL(folder, root)
    const names = readdirSync(place).filter((name) => name.endsWith('.txt'))
    return names.map(
      (name) => [name, readFileSync(new URL(name, place), 'utf8').replace(/^» .*\n/gm, '')] as const,
    )
  })
}
