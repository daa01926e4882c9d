import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { person, rule, schemeOf } from '../builders/town.ts'
import { adopt, asColleague, employ, startTown, type Answered, type SignedInTown } from './town-app.ts'

const scheme = schemeOf({
  total: 30,
  categories: [
    {
      id: 'public',
      title: '公共项目',
      points: 10,
      sheets: [
        {
          id: 'everyone',
          title: '公共',
          items: [
            {
              id: 'discipline',
              title: '工作纪律',
              points: 10,
              rules: [
                rule('late', { points: 1, condition: '迟到', grace: { count: 10, window: 'quarter' } }),
                rule('absent', {
                  points: 2,
                  condition: '脱岗',
                  source: { start: 0, end: 6, quote: '脱岗每次扣2分' },
                }),
                rule('judged', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '视情节' }),
                rule('lost', { points: null, condition: '看不清' }),
                rule('fine', { effect: 'money', points: null, yuan: 20, condition: '罚款' }),
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'business',
      title: '业务工作',
      points: 20,
      sheets: [
        {
          id: 'a',
          title: '综治办',
          office: '综治办',
          items: [{ id: 'safety', title: '公众安全感', points: 20, rules: [rule('unsafe', { points: 5 })] }],
        },
        {
          id: 'b',
          title: '党办',
          office: '党办',
          items: [{ id: 'paper', title: '公文', points: 20, rules: [rule('typo', { points: 0.5 })] }],
        },
      ],
    },
  ],
})

const roster = [
  person('001', { name: '何青' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('004', { name: '离岗的人', to: localDate('2026-03-31') }),
]

/** 何青 of 党办 was away from her post once. */
export const finding = {
  about: { kind: 'people', staffNumbers: ['001'] },
  ruleId: 'absent',
  quantity: '1',
  occurredOn: '2026-05-06',
}

/** A town with a scheme in force and people at work, and what an office does with its entries there. */
export type StaffedTown = SignedInTown & {
  readonly record: (changes?: object, key?: string) => Promise<Answered>
  readonly recordOne: (changes?: object) => Promise<string>
  /** As a second person of the office: who recorded may not confirm. */
  readonly confirm: (entryIds: readonly string[], key?: string) => Promise<Answered>
  /** As a third person of the office. */
  readonly reverse: (entryId: string, reason?: string) => Promise<Answered>
  readonly list: (query?: string) => Promise<Answered['body']>
  // oxlint-disable-next-line typescript/no-explicit-any -- rows as the database answers them
  readonly ledgerRows: () => Promise<any[]>
}

export async function startStaffedTown(): Promise<StaffedTown> {
  const town = await startTown()
  await adopt(town, scheme, '2026-01-01')
  await employ(town, roster)
  const second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  const third = await asColleague(town, { userName: '周更正', roles: ['office'] })
  const record = (changes: object = {}, key: string = randomUUID()) =>
    town.send('POST', '/api/entries', { body: { ...finding, ...changes }, key })
  return {
    ...town,
    record,
    recordOne: async (changes) => (await record(changes)).body.entries[0].id,
    confirm: (entryIds, key = randomUUID()) =>
      second.send('POST', '/api/entries/confirmations', { body: { entryIds }, key }),
    reverse: (entryId, reason = '录错人') =>
      third.send('POST', `/api/entries/${entryId}/reversal`, { body: { reason }, key: randomUUID() }),
    list: async (query = '') => (await town.send('GET', `/api/entries?${query}`)).body,
    ledgerRows: () => ledgerRows(town),
  }
}

async function ledgerRows(town: SignedInTown) {
  const client = await town.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.tenant_id = '${town.tenantId}'`)
    const { rows } = await client.query('select * from ledger_row order by position')
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
