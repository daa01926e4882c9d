import { describe, expect, test } from 'vitest'
import { compileRegulation } from './compile-regulation.ts'

/** Two sheets of 30 and one of 40; the amounts to damage are 10, 15 and 5. */
const intact = `某镇考核办法
考核总分100分，其中纪律30分，学习30分，实绩40分。
一、纪律（30分）
1、考勤（10分）迟到一次扣1分。
2、会议（15分）缺席一次扣2分。
3、值班（5分）脱岗一次扣5分。
二、学习（30分）
1、笔记（10分）每少1000字扣1分。
2、考试（15分）不合格扣10分。
3、信息（5分）少一篇扣0.5分。
三、实绩（40分）
1、任务（25分）少一项扣3分。
2、创新（15分）无创新扣5分。
本办法自2023年10月10日起施行。
`

function damaged(token: string, by: string): string {
  return intact.replace(new RegExp(`(?<![\\d.年月])${token}(?=(?:00)?[分字])`, 'g'), by)
}

function pointsOf(text: string): number[] {
  const { categories } = compileRegulation(text).scheme
  return categories.flatMap(({ sheets }) =>
    sheets.flatMap(({ items }) => items.map(({ points }) => (points ?? 0) / 100)),
  )
}

function messagesOf(text: string, code: string): string[] {
  const { diagnostics } = compileRegulation(text)
  return diagnostics.filter((diagnostic) => diagnostic.code === code).map(({ message }) => message)
}

const asMeant = [10, 15, 5, 10, 15, 5, 25, 15]

describe('用合计证明的数字修复', () => {
  test('完好的办法不动', () => {
    expect(pointsOf(intact)).toEqual(asMeant)
    expect(messagesOf(intact, 'number-repaired')).toEqual([])
    expect(messagesOf(intact, 'sum-mismatch')).toEqual([])
  })

  test.each([
    ['10', '2023'],
    ['10', '88'],
    ['10', '6.66'],
    ['15', '51'],
    ['15', '2024'],
    ['30', '2022'],
    ['40', '2023'],
    ['25', '2023'],
  ])('“%s”被换成“%s”：读回原来的分值', (token, by) => {
    expect(pointsOf(damaged(token, by))).toEqual(asMeant)
    expect(messagesOf(damaged(token, by), 'number-repaired')[0]).toContain(`${by} → ${token}`)
    expect(messagesOf(damaged(token, by), 'sum-mismatch')).toEqual([])
  })

  test.each([
    ['10', '12', '“12”读作“10”、“5”读作“3”'],
    ['5', '1', '“10”读作“14”、“1”读作“5”'],
  ])('“%s”被换成“%s”：两种读法都合计相符，只问不改', (token, by, ways) => {
    const text = damaged(token, by)
    expect(messagesOf(text, 'number-repaired')).toEqual([])
    expect(messagesOf(text, 'ambiguous-reading').filter((message) => message.includes(ways))).toHaveLength(1)
    expect(messagesOf(text, 'sum-mismatch')).toHaveLength(2)
  })

  test.each([
    ['只错一处', intact.replace('考勤（10分）', '考勤（12分）')],
    ['错在两处，各是各的', intact.replace('考勤（10分）', '考勤（12分）').replace('任务（25分）', '任务（23分）')],
    ['与总分同形', damaged('10', '100')],
    ['换成别处也有的数，修了别处就不符', damaged('5', '15')],
  ])('%s：不修复，报合计不符', (_, text) => {
    expect(messagesOf(text, 'number-repaired')).toEqual([])
    expect(messagesOf(text, 'sum-mismatch').length).toBeGreaterThan(0)
  })

  test('表格分值栏里的光数字一并修复', () => {
    const text =
      '考核内容\t分值\t评分标准\n考勤\t2023\t迟到扣1分\n会议\t20\t缺席扣2023分\n值班\t70\t脱岗扣5分\n合计\t100'
    expect(pointsOf(text)).toEqual([10, 20, 70])
  })
})
