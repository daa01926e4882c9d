import { describe, expect, it } from 'vitest'
import { schemeOf } from '../../../test/builders/town.ts'
import { tableOf } from '../../../test/builders/table.ts'
import { officeCandidates, officeNames } from './office-names.ts'
import { readRoster } from './read-roster.ts'

const scheme = schemeOf({
  categories: [
    {
      id: 'c',
      title: '业务工作',
      points: 60,
      sheets: ['党办', '综治办', '国土所(规划办)'].map((office) => ({
        id: office,
        title: office,
        office,
        items: [],
      })),
    },
  ],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
})

const header = ['姓名', '工号', '办公室', '职务', '分管办公室', '编制', '起始日期', '结束日期']
const roster = (...rows: readonly string[][]) => readRoster(tableOf(header, ...rows), scheme)
const staff = (number: string, fields: readonly string[] = []) => [
  '张示例',
  number,
  '党办',
  '工作人员',
  '',
  '事业',
  ...fields,
]

function problemsOf(read: ReturnType<typeof readRoster>) {
  return read.ok ? [] : read.refusal.map(({ row, column, code }) => [row, column, code])
}

describe('花名册', () => {
  it('读出每一行：工号是文字，分管办公室以顿号分开，在编为未注明', () => {
    const read = roster(staff('001'), ['李示例', '800', '党办', '分管领导', '党办、规划办', '在编'])
    expect(read.ok && read.value).toEqual([
      {
        staffNumber: '001',
        name: '张示例',
        office: '党办',
        post: '工作人员',
        inChargeOf: [],
        employment: '事业',
        from: null,
        to: null,
      },
      {
        staffNumber: '800',
        name: '李示例',
        office: '党办',
        post: '分管领导',
        inChargeOf: ['党办', '规划办'],
        employment: null,
        from: null,
        to: null,
      },
    ])
  })

  it('表头可用英文、任意次序，可选的列可以没有', () => {
    const read = readRoster(
      tableOf(['post', 'ID', 'office', 'name'], ['工作人员', '001', '国土所', '张示例']),
      scheme,
    )
    expect(
      read.ok && read.value.map(({ staffNumber, office, employment }) => [staffNumber, office, employment]),
    ).toEqual([['001', '国土所', null]])
  })

  it('不认识的、重复的、缺少的表头都指出来', () => {
    const read = readRoster(tableOf(['姓名', '工号', '工号', '科室', '职务'], staff('001')), scheme)
    expect(problemsOf(read)).toEqual([
      [1, '工号', 'repeated-column'],
      [1, '科室', 'unknown-column'],
      [1, '办公室', 'missing-column'],
    ])
  })

  it.each([
    ['姓名空', ['', '001', '党办', '工作人员'], '姓名', 'missing-name'],
    ['工号空', ['张示例', '', '党办', '工作人员'], '工号', 'missing-number'],
    ['职务不对', ['张示例', '001', '党办', '科长'], '职务', 'bad-post'],
    ['编制不对', ['张示例', '001', '党办', '工作人员', '', '临聘'], '编制', 'bad-employment'],
    ['日期不对', ['张示例', '001', '党办', '工作人员', '', '', '2026-02-30'], '起始日期', 'bad-date'],
    [
      '日期颠倒',
      ['张示例', '001', '党办', '工作人员', '', '', '2026-03-01', '2026-02-01'],
      '结束日期',
      'dates-reversed',
    ],
    ['办公室不认识', ['张示例', '001', '综治科', '工作人员'], '办公室', 'unknown-office'],
    ['分管领导没有分管', ['张示例', '001', '党办', '分管领导'], '分管办公室', 'in-charge-of-nothing'],
    ['分管的办公室不认识', ['张示例', '001', '党办', '分管领导', '党办、水务所'], '分管办公室', 'unknown-office'],
  ])('%s', (_, row, column, code) => {
    expect(problemsOf(roster(row))).toEqual([[2, column, code]])
  })

  it('所有错误一次说完，办公室不认识时给出相近的', () => {
    const read = roster(['', '001', '综治科', '科长'], ['张示例', '002', '综治科', '工作人员'])
    expect(problemsOf(read).length).toBe(3)
    expect(!read.ok && read.refusal.at(-1)?.message).toBe('方案里没有“综治科”的考核表，是否为：综治办。')
  })

  it('同一工号两行：日期不重叠是调动，重叠或换了名字是错', () => {
    const moved = roster(staff('001', ['', '2026-06-30']), [
      '张示例',
      '001',
      '综治办',
      '工作人员',
      '',
      '事业',
      '2026-07-01',
      '',
    ])
    expect(moved.ok).toBe(true)
    expect(problemsOf(roster(staff('001', ['', '2026-07-01']), staff('001', ['2026-07-01', ''])))).toEqual([
      [3, '工号', 'repeated-number'],
    ])
    expect(
      problemsOf(
        roster(staff('001', ['', '2026-06-30']), ['李示例', '001', '党办', '工作人员', '', '', '2026-07-01']),
      ),
    ).toEqual([[3, '工号', 'number-of-another']])
  })

  it('没有方案时办公室照填的认，没有人员则说明', () => {
    expect(readRoster(tableOf(header, ['张示例', '001', '水务所', '工作人员']), null).ok).toBe(true)
    expect(problemsOf(roster())).toEqual([[1, null, 'no-rows']])
  })

  it('办公室的括号里外都是它的名称', () => {
    expect(officeNames('国土所（规划办、地籍室）')).toEqual([
      '国土所(规划办、地籍室)',
      '国土所',
      '规划办',
      '地籍室',
    ])
    expect(officeCandidates('水务', ['党办', '综治办'])).toEqual(['党办', '综治办'])
  })
})
