import { monthlyBlocks } from '../../src/domain/bulletin/monthly-blocks.ts'
import { noTerms } from '../../src/domain/bulletin/bulletin-terms.ts'
import { spanOfMonth } from '../../src/domain/ledger/month-close.ts'
import type { LedgerRow } from '../../src/domain/ledger/ledger-row.ts'
import { finalPayList } from '../../src/domain/pay/final-pay-list.ts'
import { fen } from '../../src/domain/primitives/fen.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import { shortHex } from '../../src/domain/proof/short-hex.ts'
import { assessmentPeriod } from '../../src/queries/assessment-period.ts'
import { draftResult } from '../../src/queries/draft-result.ts'
import { readAssessedYear } from '../../src/queries/read-assessed-year.ts'
import { loggedTown, sha256, value, type LoggedTown } from './logged-town.ts'
import { person, rule, schemeOf } from './town.ts'

/** 清源镇 through 2025: two versions, three closed months, a quarter and its correction, the annual result, the pay. */

const deeds = (late: number) => [
  rule('迟到', { points: late, condition: '迟到' }),
  rule('缺席', { points: 3, condition: '会议缺席' }),
  rule('罚', { effect: 'money', points: null, yuan: 20, condition: '未戴工牌' }),
]

function scheme(late: number) {
  return schemeOf({
    title: '清源镇绩效考核办法',
    categories: [
      {
        id: 'c',
        title: '公共项目',
        points: 80,
        sheets: [
          { id: 's', title: '公共', items: [{ id: 'i', title: '工作纪律', points: 80, rules: deeds(late) }] },
        ],
      },
      { id: 'r', title: '综合评议', points: 20, kind: 'rated' },
    ],
    rewards: [rule('表彰', { effect: 'add', points: 1, level: '区', condition: '受到表彰' })],
    rollUps: [
      { post: '分管领导', of: '工作人员', method: 'mean' },
      { post: '主要领导', of: '分管领导', method: 'mean' },
    ],
    grades: [
      { grade: '优秀', quotaPercent: 20 },
      { grade: '合格', from: 60 },
    ],
    pay: { perPerson: 2000, formula: 'pool-by-score' },
  })
}

export const names = ['何青', '宋岚', '周远', '吴桐', '郑和', '王晓'] as const

const roster = [
  ...names.map((name, place) =>
    person(`00${String(place + 1)}`, {
      name,
      office: place < 3 ? '党办' : '综治办',
      employment: place % 2 === 0 ? '公务员' : '事业',
    }),
  ),
  person('011', { name: '李分管', office: '', post: '分管领导', inChargeOf: ['党办', '综治办'] }),
  person('021', { name: '赵书记', office: '', post: '主要领导' }),
]

type Told = { readonly day: string; readonly who: string; readonly ruleId: string; readonly units?: number }

function recorder(town: LoggedTown) {
  return ({ day, who, ruleId, units = 1 }: Told): LedgerRow =>
    town.record({
      staffNumber: who,
      schemeVersion: day < '2025-07-01' ? 1 : 2,
      ruleId,
      clause: `${ruleId}的条款`,
      quantity: quantity(units * 100),
      occurredOn: localDate(day),
      level: ruleId === '表彰' ? '区' : null,
      matter: ruleId === '表彰' ? `先进 ${day}` : null,
      discretion: null,
      place: '会议室',
      note: `${day}记`,
      basis: null,
    })
}

async function closeMonth(town: LoggedTown, month: string): Promise<void> {
  const [today, span] = [localDate('2026-01-10'), spanOfMonth(month)]
  const figures = value(await readAssessedYear(town.ports, assessmentPeriod(month, today, null)))
  const ledgerPosition = await town.ports.ledger.lastPosition()
  const title = `清源镇${month}月考核表`
  const bulletin = town.issue(
    'town',
    ledgerPosition,
    town.backing({ figures, ledgerPosition }),
    ({ number, publishedOn }) => ({
      format: 'gongdao-bulletin/1',
      kind: 'monthly',
      town: '清源镇',
      period: month,
      year: 2025,
      number,
      title,
      subtitle: null,
      blocks: [
        ...monthlyBlocks({
          span,
          sheets: figures.sheets,
          lateChanges: [],
          withoutBalance: false,
          closedOver: null,
        }),
      ],
      asOf: span.last,
      publishedOn,
      engineVersion: '0.1.0',
      ledgerPosition,
      schemes: [],
      notice: null,
      correction: null,
      figures: figures.sheets.map(({ name, office, post, score }) => ({
        name,
        office,
        post,
        score,
        rank: null,
        grade: null,
      })),
    }),
    null,
    { kind: 'monthly', period: month, terms: noTerms, notice: null, staffNumber: null },
  )
  town.close(month, bulletin)
}

function answerOne(town: LoggedTown): void {
  town.issue(
    'person',
    town.rows.length,
    null,
    ({ number, publishedOn }) => ({
      format: 'gongdao-bulletin/1',
      kind: 'objection-answer',
      town: '清源镇',
      period: 'o-1',
      year: 2025,
      number,
      title: '关于何青异议的答复',
      subtitle: null,
      blocks: [{ kind: 'paragraph', text: '经核实，登记无误。' }],
      asOf: publishedOn,
      publishedOn,
      engineVersion: '0.1.0',
      ledgerPosition: town.rows.length,
      schemes: [],
      notice: null,
      correction: null,
      figures: null,
    }),
    null,
    { kind: 'objection-answer', period: 'o-1', terms: noTerms, notice: null, staffNumber: '001' },
  )
}

export async function provenYear(key = '清源镇的钥匙') {
  const town = loggedTown({ name: '清源镇', roster, key })
  const record = recorder(town)
  town.adopt(scheme(1), localDate('2025-01-01'), '迟到每次扣1分。')
  const happened = (month: number): LedgerRow[] => {
    const day = (date: number) => `2025-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    town.setClock(`${day(20)}T02:00:00.000Z`)
    const rows = [
      record({ day: day(3), who: `00${String((month % 6) + 1)}`, ruleId: '迟到', units: (month % 3) + 1 }),
      record({ day: day(9), who: `00${String(((month * 5) % 6) + 1)}`, ruleId: month % 2 === 0 ? '缺席' : '罚' }),
      record({ day: day(15), who: '001', ruleId: month % 4 === 0 ? '表彰' : '迟到' }),
    ]
    town.setClock(`${day(25)}T02:00:00.000Z`)
    for (const row of rows) town.confirm(row.id)
    return rows
  }
  const rows = [1, 2, 3].flatMap(happened)
  const [first] = rows
  for (const month of ['2025-01', '2025-02', '2025-03']) {
    town.setClock('2025-04-02T02:00:00.000Z')
    await closeMonth(town, month)
  }
  town.setClock('2025-04-03T02:00:00.000Z')
  const quarter = await town.publish('quarterly', '2025-Q1')
  const earlyHead = { ...quarter.head }
  town.setClock('2025-04-08T02:00:00.000Z')
  town.finalise(quarter)
  answerOne(town)
  const second = rows[2]
  if (second !== undefined) town.reverse(second.id)
  town.setClock('2025-04-10T02:00:00.000Z')
  const corrected = await town.publish('quarterly', '2025-Q1', { reason: '第二条记录更正' })
  town.setClock('2025-04-15T02:00:00.000Z')
  town.finalise(corrected)
  const earlier = await town.proof('full')
  const receipt = first === undefined ? new Uint8Array() : town.receipt(first)
  town.setClock('2025-06-20T02:00:00.000Z')
  town.adopt(scheme(2), localDate('2025-07-01'), '迟到每次扣2分。')
  for (const month of [7, 8, 9, 10, 11, 12]) happened(month)
  town.setClock('2026-01-04T02:00:00.000Z')
  for (const [place] of names.entries())
    town.mark({
      staffNumber: `00${String(place + 1)}`,
      categoryId: 'r',
      year: 2025,
      mark: quantity(9000 + place * 100),
    })
  const draft = await draftResult(town.ports, {
    year: 2025,
    today: localDate('2026-01-05'),
    engineVersion: '0.1.0',
  })
  const { result } = value(draft)
  town.approve(result)
  town.setClock('2026-01-05T02:00:00.000Z')
  const annual = await town.publish('annual', '2025')
  town.setClock('2026-01-12T02:00:00.000Z')
  town.finalise(annual)
  town.approve(value(finalPayList(result, { number: 1, perPerson: fen(200_000) })))
  await town.publish('payroll', '2025')
  const printed = ({ size, root }: { size: number; root: string }) => `${String(size)} ${shortHex(root)}`
  return {
    town,
    full: await town.proof('full'),
    pay: await town.proof('pay'),
    own: await town.proof('public', '001'),
    earlier,
    receipt,
    heads: { early: printed(earlyHead), last: printed(town.head()) },
    sha256,
  }
}
export type ProvenYear = Awaited<ReturnType<typeof provenYear>>
