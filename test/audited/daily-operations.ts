import { randomUUID } from 'node:crypto'
import { rule, schemeOf } from '../builders/town.ts'
import { adopt, asColleague } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

const key = () => randomUUID()

const scheme = schemeOf({
  total: 30,
  categories: [
    {
      id: 'public',
      title: '公共项目',
      points: 20,
      sheets: [
        {
          id: 's',
          title: '公共',
          items: [
            {
              id: 'i',
              title: '工作纪律',
              points: 20,
              rules: [
                rule('late', { points: 1, condition: '迟到' }),
                rule('notes', {
                  points: 1,
                  condition: '读书笔记',
                  shortfall: { target: 10_000, unit: '字', step: 1000 },
                }),
              ],
            },
          ],
        },
      ],
    },
    { id: 'rated', title: '综合评议', points: 10, kind: 'rated' },
  ],
  pay: { perPerson: 1000, formula: 'pool-by-score' },
})

/** People, entries, marks and registers, and looks at scores. */
export async function driveDailyWork(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await adopt(town, scheme, '2025-01-01')
  const second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  const third = await asColleague(town, { userName: '周更正', roles: ['office'] })
  const upload = (path: string, content: string, fields: Record<string, string> = { mode: 'commit' }) =>
    town.send('POST', path, { body: formOf(content, fields), key: key() })
  const templates = {
    downloadRosterTemplate: 'roster',
    downloadChangeTemplate: 'changes',
    downloadEntryTemplate: 'entries',
    downloadRatingTemplate: 'ratings',
  } as const
  for (const name of ['downloadRosterTemplate', 'downloadChangeTemplate', 'downloadEntryTemplate'] as const)
    await watch.leavesRow(town, name, () => town.send('GET', `/api/templates/${templates[name]}`))
  await watch.leavesRow(town, 'downloadRatingTemplate', () => town.send('GET', '/api/templates/ratings'))

  const roster = '姓名,工号,办公室,职务\r\n何青,001,党办,工作人员\r\n吕平,002,党办,工作人员'
  await watch.leavesRow(town, 'importRoster', () => upload('/api/imports/roster', roster))
  await watch.leavesRow(town, 'markRosterProblems', () => upload('/api/imports/roster/problems', roster, {}))
  const change = { kind: 'leave', on: '2026-11-30' }
  await watch.leavesRow(town, 'changePeople', () =>
    town.send('POST', '/api/people/changes', {
      body: { staffNumbers: ['002'], change, reason: '退休' },
      key: key(),
    }),
  )
  const changes = '工号,姓名,变动,日期\r\n001,何青,离岗,2026-12-30'
  await watch.leavesRow(town, 'importChanges', () => upload('/api/imports/changes', changes))
  await watch.leavesRow(town, 'markChangeProblems', () => upload('/api/imports/changes/problems', changes, {}))

  const finding = {
    about: { kind: 'people', staffNumbers: ['001'] },
    ruleId: 'late',
    quantity: '1',
    occurredOn: '2026-05-06',
  }
  const recorded = await watch.leavesRow(town, 'recordEntry', () =>
    town.send('POST', '/api/entries', { body: finding, key: key() }),
  )
  const entryId = recorded.body.entries[0].id
  await watch.leavesRow(town, 'downloadReceipt', () => town.send('GET', `/api/proof/receipts/${entryId}`))
  await watch.leavesRow(town, 'confirmEntries', () =>
    second.send('POST', '/api/entries/confirmations', { body: { entryIds: [entryId] }, key: key() }),
  )
  await watch.leavesRow(town, 'reverseEntry', () =>
    third.send('POST', `/api/entries/${entryId}/reversal`, { body: { reason: '录错' }, key: key() }),
  )
  const entries = '工号,规则,数量,日期\r\n001,late,1,2026-05-07'
  await watch.leavesRow(town, 'importEntries', () => upload('/api/imports/entries', entries))
  await watch.leavesRow(town, 'markEntryProblems', () => upload('/api/imports/entries/problems', entries, {}))

  const mark = { year: 2026, staffNumber: '001', categoryId: 'rated', group: null, mark: '91', source: '评议表' }
  const marked = await watch.leavesRow(town, 'addMark', () =>
    town.send('POST', '/api/ratings', { body: mark, key: key() }),
  )
  await watch.leavesRow(town, 'withdrawMark', () =>
    town.send('POST', `/api/ratings/${marked.body.rating.whole.id}/withdrawal`, { body: { reason: '录错' } }),
  )
  const ratings = '工号,得分\r\n001,92'
  const fields = { mode: 'commit', year: '2026', source: '评议表' }
  await watch.leavesRow(town, 'importRatings', () => upload('/api/imports/ratings', ratings, fields))
  await watch.leavesRow(town, 'markRatingProblems', () => upload('/api/imports/ratings/problems', ratings, fields))
  const window = { first: '2025-01-01', last: '2025-12-31' }
  await watch.leavesRow(town, 'settleRegister', () =>
    town.send('POST', '/api/registers/settlements', {
      body: { ruleId: 'notes', window, kind: 'waived', reason: '会议决定' },
      key: key(),
    }),
  )
  await watch.leavesRow(town, 'listRatings', () => town.send('GET', '/api/ratings?year=2026'))
  await watch.leavesRow(town, 'readMonthFigures', () => town.send('GET', '/api/month-figures?month=2026-05'))
  await watch.leavesRow(town, 'readStandings', () => town.send('GET', '/api/standings?period=2026'))
  await watch.leavesRow(town, 'readScoreSheet', () => town.send('GET', '/api/people/001/score-sheet?period=2026'))
  await watch.leavesRow(town, 'downloadStandings', () => town.send('GET', '/api/standings.xlsx?period=2026'))
  await watch.leavesRow(town, 'readPay', () => town.send('GET', '/api/pay?year=2026'))
}
