import { describe, expect, test } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { inspectionBlocks, type InspectionFinding, type InspectionReport } from './inspection-blocks.ts'

const found = (fields: Partial<InspectionFinding> = {}): InspectionFinding => ({
  office: '党办',
  name: '何青',
  occurredOn: localDate('2026-03-10'),
  clause: '脱岗每次扣2分',
  amount: '1次',
  words: '下午不在',
  state: 'confirmed',
  ...fields,
})

const report = (fields: Partial<InspectionReport> = {}): InspectionReport => ({
  fromOn: localDate('2026-03-09'),
  toOn: localDate('2026-03-13'),
  inspectors: ['郝嘉言'],
  offices: [
    { office: '党办', outcome: 'findings', reason: '' },
    { office: '综治办', outcome: 'nothing', reason: '' },
    { office: '民政办', outcome: 'unvisited', reason: '全员下村' },
  ],
  findings: [found()],
  withNames: false,
  ...fields,
})

const rowsOf = (given: InspectionReport) =>
  inspectionBlocks(given).flatMap((block) => (block.kind === 'table' ? block.rows : []))
const textOf = (given: InspectionReport) => JSON.stringify(inspectionBlocks(given))

describe('督查通报', () => {
  test('写明应到、实到、没有问题和发现问题的办公室，没有去的写原因', () => {
    const [first] = inspectionBlocks(report())
    expect(first).toEqual({
      kind: 'paragraph',
      text: '2026-03-09至2026-03-13，郝嘉言对3个办公室进行督查，实际到2个，其中1个未发现问题，1个发现问题1条。',
    })
    expect(rowsOf(report())).toContainEqual(['民政办', '全员下村'])
  })

  test('不写姓名的，只写人次，现场的话也不写，话里可能有名字', () => {
    const given = report({ findings: [found(), found({ name: '吕平', state: 'recorded' })] })
    expect(rowsOf(given)[0]).toEqual(['2026-03-10', '脱岗每次扣2分', '待考核办确认', '2'])
    expect(textOf(given)).not.toMatch(/何青|吕平|下午不在/)
  })

  test('写姓名的，一人一行，没有确认的注明', () => {
    const given = report({ withNames: true, findings: [found({ state: 'recorded' })] })
    expect(rowsOf(given)[0]).toEqual(['何青', '2026-03-10', '脱岗每次扣2分', '下午不在（待考核办确认）', '1次'])
  })

  test('冲销了的不算发现，那个办公室算没有问题', () => {
    const given = report({ findings: [found({ state: 'reversed' })] })
    expect(textOf(given)).toContain('2个未发现问题，0个发现问题0条')
    expect(textOf(given)).toContain('党办、综治办。')
  })
})
