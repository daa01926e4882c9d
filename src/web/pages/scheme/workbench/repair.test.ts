import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { isProof, isRepairApplied, sheetProofs } from './repair.ts'
import { readModel } from './workbench-model.ts'

const repaired = (start: number, quote: string): Diagnostic => ({
  severity: 'warning',
  code: 'number-repaired',
  message: '读作别的数',
  span: { start, end: start + quote.length },
  quote,
})
const token = repaired(12, '2023')
const longer = repaired(40, '2023000')
const modelWith = (points: number, findings: readonly Diagnostic[] = [token, longer]) =>
  readModel(
    {
      format: 'gongdao-scheme/1',
      categories: [
        {
          id: 'common',
          title: '公共项目',
          points: 20,
          sheets: [
            {
              id: 'all',
              title: '公共项目',
              points: 20,
              items: [
                { id: 'a', title: '纪律', points, source: { start: 10, end: 20, quote: '' } },
                { id: 'b', title: '廉洁', points: 10 },
              ],
            },
          ],
        },
      ],
    },
    '',
    findings,
  )

describe('能证明的数字改读', () => {
  it('项目已按改读后的数计分才算改了；没有证明的只是说说，项目仍是原文的数', () => {
    expect(isRepairApplied(modelWith(10), token)).toBe(true)
    expect(isRepairApplied(modelWith(2023), token)).toBe(false)
  })

  it('证明写在那个数本身的一处，不写在随它改读的长数上', () => {
    const model = modelWith(10)
    expect(isProof(model, token)).toBe(true)
    expect(isProof(model, longer)).toBe(false)
  })

  it('证明就是各表各项相加', () => {
    expect(sheetProofs(modelWith(10)).map(({ parts, agrees }) => [parts, agrees])).toEqual([[[1000, 1000], true]])
    expect(sheetProofs(modelWith(2023)).map(({ agrees }) => agrees)).toEqual([false])
  })
})
