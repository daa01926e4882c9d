import { describe, expect, it } from 'vitest'
import { applySchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { schemeSchema } from '../../../../domain/scheme/scheme.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'
import {
  dayOf,
  draftOfExample,
  emptyExample,
  emptyGiven,
  exampleFaults,
  inputOfExample,
  signedNumber,
} from './example-draft.ts'

const late = {
  id: 'late',
  effect: 'deduct' as const,
  points: 2,
  unit: '次',
  condition: '上班迟到',
  sentence: '迟到扣2分。',
}
const scheme = schemeSchema.parse({
  format: 'gongdao-scheme/1',
  total: 20,
  categories: [
    {
      id: 'c',
      title: '公共项目',
      points: 20,
      sheets: [
        {
          id: 's',
          title: '公共项目',
          points: 20,
          items: [
            { id: 'i', title: '工作纪律', points: 20, rules: [late, { ...late, id: 'early', condition: '早退' }] },
          ],
        },
      ],
    },
  ],
})
const draft = {
  ...emptyExample,
  title: '迟到三次',
  given: [{ ...emptyGiven, ruleId: 'late', quantity: '3', on: '3月15日' }],
  points: '−6',
}

describe('算例的表单', () => {
  it('日期和分数照人的写法读，读不懂的指出来', () => {
    expect(['3-15', '03/15', '3月15日', '0315', '３．１５'].map(dayOf)).toEqual(Array(5).fill('03-15'))
    expect(['13-01', '3-32', '三月'].map(dayOf)).toEqual([null, null, null])
    expect(['−2', '-2', '－2', '+3', '0', '1.5'].map(signedNumber)).toEqual([-2, -2, -2, 3, 0, 1.5])
    expect(['', '二', '1.234'].map(signedNumber)).toEqual([null, null, null])
  })

  it('条款记作“项目：情形”，换了版本也找得到；再打开和填的一样', () => {
    const input = inputOfExample(scheme, draft)
    expect(input?.given[0]).toEqual({ rule: '工作纪律：上班迟到', quantity: 3, on: '03-15' })
    const edited = input === null ? null : applySchemeEdit(scheme, { act: 'add-example', example: input })
    const stored = edited?.ok === true ? edited.value.examples?.[0] : undefined
    if (stored === undefined) throw new Error('stored')
    expect(reckonExample(scheme, stored).movedCentipoints).toBe(-600)
    expect(draftOfExample(scheme, stored)).toEqual({
      ...draft,
      points: '-6',
      given: [{ ...draft.given[0], on: '03-15' }],
    })
  })

  it('缺了什么逐项指出；没填应计分数时也能先试算', () => {
    const open = { ...emptyExample, given: [emptyGiven, { ...emptyGiven, ruleId: 'late', on: '2-40' }] }
    expect([...exampleFaults(open)]).toEqual(['title', 'rule-0', 'on-1', 'points'])
    expect(inputOfExample(scheme, open)).toBeNull()
    const untitled = { ...draft, title: '', points: '' }
    expect(inputOfExample(scheme, untitled)).toBeNull()
    expect(inputOfExample(scheme, untitled, 0)?.expected).toEqual({ points: 0 })
  })
})
