import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { compareSchemes, type PartChange, type SchemeChange } from '../../src/domain/scheme/compare-schemes.ts'
import { applySchemeEdit, type SchemeEdit } from '../../src/domain/scheme/edit-scheme.ts'
import { isAmountLost } from '../../src/domain/scheme/effects/index.ts'
import { placedRules, type Scheme } from '../../src/domain/scheme/scheme.ts'

const folder = new URL('../../../shared/regulations/', import.meta.url)
const schemes = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, scheme: compileRegulation(readFileSync(new URL(name, folder), 'utf8')).scheme }))
  .filter(({ scheme }) => [...placedRules(scheme)].some(({ item, rule }) => item !== null && !isAmountLost(rule)))

const anyScheme = fc.constantFrom(...schemes)

function edited(scheme: Scheme, edit: SchemeEdit): Scheme {
  const result = applySchemeEdit(scheme, edit)
  assert(result.ok, `the edit fits: ${JSON.stringify(result)}`)
  return result.value
}

function partChanges(changes: readonly SchemeChange[]): PartChange[] {
  return changes.flatMap((change) => (change.about === 'scheme' ? [] : [change]))
}

/** One rule of a scheme that stands in an item and has its amount, by chance. */
const anyRule = fc.tuple(anyScheme, fc.nat()).map(([{ scheme }, index]) => {
  const rules = [...placedRules(scheme)].filter(({ item, rule }) => item !== null && !isAmountLost(rule))
  const placed = rules[index % rules.length]
  assert(placed !== undefined, 'there is a rule')
  return { scheme, rule: placed.rule, itemId: placed.item?.id ?? '' }
})

describe('真实办法编译出的方案', () => {
  test('和自己没有差别', () => {
    expect(schemes.length).toBeGreaterThan(5)
    for (const { name, scheme } of schemes) expect(compareSchemes(scheme, scheme), name).toEqual([])
  })

  test('删一条：只说少了这一条；反过来比：只说多了这一条', () => {
    fc.assert(
      fc.property(anyRule, ({ scheme, rule }) => {
        const without = edited(scheme, { act: 'remove-rule', rule: rule.id })
        const [gone, ...others] = partChanges(compareSchemes(scheme, without))
        expect(others).toEqual([])
        expect(gone).toMatchObject({ about: 'rule', after: null, before: { part: { sentence: rule.sentence } } })
        const [come, ...rest] = partChanges(compareSchemes(without, scheme))
        expect(rest).toEqual([])
        expect(come).toMatchObject({ about: 'rule', before: null, after: { part: { sentence: rule.sentence } } })
      }),
      { numRuns: 200 },
    )
  })

  test('改一条的措辞以外的字段：只说这一条改了', () => {
    fc.assert(
      fc.property(anyRule, ({ scheme, rule }) => {
        const after = edited(scheme, { act: 'change-rule', rule: rule.id, fields: { subject: '责任人甲' } })
        const [change, ...others] = partChanges(compareSchemes(scheme, after))
        expect(others).toEqual([])
        expect(change).toMatchObject({ about: 'rule', fields: ['subject'], moved: false })
      }),
      { numRuns: 200 },
    )
  })

  test('加一条从来没有的：只说多了这一条', () => {
    fc.assert(
      fc.property(anyRule, ({ scheme, itemId }) => {
        const rule = { effect: 'deduct', points: 1, condition: '饲养鹦鹉扰民' } as const
        const after = edited(scheme, { act: 'add-rule', place: { item: itemId }, rule })
        expect(partChanges(compareSchemes(scheme, after))).toMatchObject([
          { about: 'rule', before: null, after: { part: { condition: '饲养鹦鹉扰民' } } },
        ])
      }),
      { numRuns: 200 },
    )
  })
})
