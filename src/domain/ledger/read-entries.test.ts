import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../test/builders/table.ts'
import { person, rule, schemeOf } from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import { entryScope } from './entry-scope.ts'
import { latestEntryYear, readEntries } from './read-entries.ts'

const scheme = schemeOf({
  categories: [
    {
      id: 'p',
      title: '公共项目',
      points: 20,
      sheets: [
        {
          id: 'ps',
          title: '公共',
          items: [
            {
              id: 'pi',
              title: '工作纪律',
              points: 20,
              rules: [
                rule('p1', { condition: '上班迟到' }),
                rule('p2', {
                  condition: '上班早退',
                  source: { start: 0, end: 10, quote: '上班迟到、早退，扣2分' },
                }),
                rule('p3', { condition: '事假超过一天', unit: '天' }),
                rule('p4', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '其他违规' }),
                rule('p5', { points: null, condition: '分值缺失的条款' }),
                rule('p6', { effect: 'proportional', points: null, unit: '%', condition: '完成比例' }),
                rule('p7', { condition: '遗失文件' }),
                rule('p8', { points: 5, condition: '遗失文件', severity: '造成重大损失' }),
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'b',
      title: '业务工作',
      points: 60,
      sheets: ['党办', '综治办'].map((office) => ({
        id: office,
        title: office,
        office,
        items: [
          {
            id: `${office}项`,
            title: `${office}工作`,
            points: 60,
            rules: [rule(`${office}1`, { condition: '出现失误' })],
          },
        ],
      })),
    },
  ],
  rewards: [
    rule('w1', { effect: 'add', points: null, condition: '区级以上表彰' }),
    rule('w2', { points: null, condition: '党纪政纪处分' }),
    rule('w3', { effect: 'add', points: 2, level: '市', condition: '先进集体' }),
    rule('w4', { effect: 'add', points: 3, level: '省', condition: '先进集体' }),
  ],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
})

const scope = entryScope(
  scheme,
  [
    person('001'),
    person('002', { office: '综治办' }),
    person('003', { office: '综治办', to: localDate('2026-06-30') }),
    person('800', { post: '分管领导', office: '镇领导', inChargeOf: ['综治办'] }),
    person('777', { to: localDate('2025-12-31') }),
  ],
  2026,
)
const header = ['工号', '规则', '数量', '日期', '等级', '事项', '裁量分', '说明', '依据']
const read = (...rows: readonly (readonly string[])[]) => readEntries(tableOf(header, ...rows), scope)
const problems = (row: readonly string[]) => {
  const result = read(row)
  return result.ok ? [] : result.refusal.map(({ column, code }) => [column, code])
}

describe('记录表', () => {
  it('按编号或“项目：词语”找到条款，全角半角都可以', () => {
    const result = read(
      ['001', 'p1', '3', '2026-03-09', '', '', '', '点名未到', '考勤'],
      ['001', '工作纪律：早退', '１', '2026/3/9'],
      ['001', '工作纪律:迟到', '1,000', '2026年3月9日'],
      ['001', '奖励：先进集体', '1', '2026-03-09', '省级'],
    )
    expect(
      result.ok &&
        result.value.map(({ ruleId, quantity, occurredOn, level }) => [ruleId, quantity, occurredOn, level]),
    ).toEqual([
      ['p1', 300, '2026-03-09', null],
      ['p2', 100, '2026-03-09', null],
      ['p1', 100_000, '2026-03-09', null],
      ['w4', 100, '2026-03-09', '省'],
    ])
  })

  it('同一行为有轻重两条：没写后果的是普通的一条，写了后果的是重的一条', () => {
    const result = read(
      ['001', '工作纪律：遗失文件', '1', '2026-03-09'],
      ['001', '工作纪律：重大损失', '1', '2026-03-10'],
    )
    expect(result.ok && result.value.map(({ ruleId }) => ruleId)).toEqual(['p7', 'p8'])
  })

  it('@综治办：当日在这张考核表上的每个人一条，同一事项', () => {
    const result = read(
      ['@综治办', '综治办工作：失误', '1', '2026-06-30'],
      ['@综治办', '综治办1', '1', '2026-07-01', '', '越级访'],
    )
    expect(result.ok && result.value.map(({ staffNumber, matter }) => [staffNumber, matter])).toEqual([
      ['002', '综治办 2026-06-30 第2行'],
      ['003', '综治办 2026-06-30 第2行'],
      ['002', '越级访'],
    ])
  })

  it.each([
    ['没有这个人', ['1', 'p1', '1', '2026-03-09'], '工号', 'unknown-person'],
    ['已经离开的人', ['003', 'p1', '1', '2026-07-01'], '日期', 'off-roster'],
    ['当年不在岗的人', ['777', 'p1', '1', '2026-07-01'], '日期', 'off-roster'],
    ['年度之外', ['001', 'p1', '1', '2025-12-31'], '日期', 'outside-year'],
    ['不是日期', ['001', 'p1', '1', '昨天'], '日期', 'bad-date'],
    ['没有这条', ['001', 'p99', '1', '2026-03-09'], '规则', 'rule-not-found'],
    ['没有这个项目', ['001', '廉洁：迟到', '1', '2026-03-09'], '规则', 'rule-not-found'],
    ['项目下没有这个词', ['001', '工作纪律：旷工', '1', '2026-03-09'], '规则', 'rule-words-not-found'],
    ['对应多条', ['001', '工作纪律：上班', '1', '2026-03-09'], '规则', 'rule-ambiguous'],
    ['别的办公室的条款', ['001', '综治办1', '1', '2026-03-09'], '规则', 'rule-not-on-sheet'],
    ['没有这个办公室', ['@综治科', 'p1', '1', '2026-03-09'], '工号', 'unknown-office'],
    ['数量0', ['001', 'p1', '0', '2026-03-09'], '数量', 'quantity-too-small'],
    ['数量−1', ['001', 'p1', '-1', '2026-03-09'], '数量', 'quantity-too-small'],
    ['数量1e9', ['001', 'p1', '1e9', '2026-03-09'], '数量', 'bad-quantity'],
    ['数量十亿', ['001', 'p1', '1000000000', '2026-03-09'], '数量', 'quantity-too-large'],
    ['数量半', ['001', 'p1', '半', '2026-03-09'], '数量', 'bad-quantity'],
    ['按次的条款填小数', ['001', 'p1', '1.5', '2026-03-09'], '数量', 'quantity-not-whole'],
    ['按天的条款填0', ['001', 'p3', '0', '2026-03-09'], '数量', 'quantity-too-small'],
    ['数量空', ['001', 'p1', '', '2026-03-09'], '数量', 'bad-quantity'],
    ['按等级的奖励没有等级', ['001', 'w1', '1', '2026-03-09'], '等级', 'level-missing'],
    ['等级不认识', ['001', 'w1', '1', '2026-03-09', '乡'], '等级', 'level-unknown'],
    ['等级与条款不符', ['001', 'w3', '1', '2026-03-09', '省'], '等级', 'level-mismatch'],
    ['处分还没有定分值', ['001', 'w2', '1', '2026-03-09'], '规则', 'sanction-unanswered'],
    ['分值缺失', ['001', 'p5', '1', '2026-03-09'], '规则', 'amount-lost'],
    ['裁量没有裁量分', ['001', 'p4', '1', '2026-03-09'], '裁量分', 'discretion-missing'],
    ['裁量超出幅度', ['001', 'p4', '1', '2026-03-09', '', '', '6'], '裁量分', 'discretion-out-of-bounds'],
    ['裁量分不是数', ['001', 'p4', '1', '2026-03-09', '', '', '酌情'], '裁量分', 'bad-discretion'],
    ['不是裁量却填裁量分', ['001', 'p1', '1', '2026-03-09', '', '', '2'], '裁量分', 'discretion-not-wanted'],
  ])('%s', (_, row, column, code) => {
    expect(problems(row)).toEqual([[column, code]])
  })

  it('按天的可填小数，完成比例可填0，裁量在幅度之内', () => {
    const result = read(
      ['001', 'p3', '0.5', '2026-03-09'],
      ['001', 'p6', '0', '2026-03-09'],
      ['001', 'p4', '1', '2026-03-09', '', '', '2.5', '', '领导小组3月会议'],
    )
    expect(result.ok && result.value.map(({ quantity, discretion }) => [quantity, discretion])).toEqual([
      [50, null],
      [0, null],
      [100, 250],
    ])
  })

  it('取平均分的领导没有考核表，任何条款的记录都收下', () => {
    expect(read(['800', '综治办1', '1', '2026-03-09'], ['800', '综治办工作：失误', '1', '2026-03-09']).ok).toBe(
      true,
    )
  })

  it('对应多条时列出是哪些', () => {
    const result = read(['001', '工作纪律：上班', '1', '2026-03-09'])
    expect(!result.ok && result.refusal[0]?.message).toBe(
      '“工作纪律：上班”对应多条计分条款，请写得更细或改填条款编号：p1（p1的计分条款）；p2（p2的计分条款）。',
    )
  })

  it('年度取最晚一条记录的年份', () => {
    const table = tableOf(
      header,
      ['001', 'p1', '1', '2026-03-09'],
      ['001', 'p1', '1', '2025-12-31'],
      ['001', 'p1', '1', '坏'],
    )
    expect(latestEntryYear(table)).toBe(2026)
    expect(latestEntryYear(tableOf(header))).toBeNull()
  })
})
