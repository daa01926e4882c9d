import { randomUUID } from 'node:crypto'
import { person } from '../builders/town.ts'
import { asColleague, employ } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

/** Notes handed in, taken back and checked; tasks handed in, sent back, extended, cancelled, reported and taken over. */
export async function driveStudyAndTasks(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' })])
  const one = await asColleague(town, { userName: '何青', roles: ['staff'], staffNumber: '001' })
  const post = (who: typeof town, path: string, body: object) =>
    who.send('POST', path, { body, key: randomUUID() })
  const idOf = ({ body }: { readonly body: { readonly record: { readonly id: string } } }) => body.record.id

  const study = '/api/registers/study'
  const note = { title: '学习笔记', text: '认真学习全会精神，结合本职岗位谈几点体会。' }
  const typed = await watch.leavesRow(town, 'fileStudyNote', () => post(one, `${study}/own`, note))
  await watch.leavesRow(town, 'takeBackStudyNote', () =>
    post(one, `${study}/${idOf(typed)}/taking-back`, { revision: 1 }),
  )
  const filed = await watch.leavesRow(town, 'fileStudyDocument', () =>
    one.send('POST', `${study}/own/files`, { body: formOf(note.text, { title: note.title }), key: randomUUID() }),
  )
  await watch.leavesRow(town, 'checkStudyNote', () =>
    post(town, `${study}/${idOf(filed)}/check`, { revision: 1, outcome: 'accepted', words: null }),
  )

  const another = await post(one, `${study}/own`, { ...note, title: '第二篇' })
  await watch.leavesRow(town, 'checkStudyNotes', () =>
    post(town, `${study}/checks`, { checks: [{ recordId: idOf(another), revision: 1, outcome: 'accepted' }] }),
  )

  const tasks = '/api/registers/task'
  const assigned = async (first: string, last: string, body: object) =>
    idOf(await post(town, tasks, { staffNumber: '001', office: null, first, last, body }))
  const task = `${tasks}/${await assigned('2026-11-18', '2026-11-27', { title: '报送材料' })}`
  await watch.leavesRow(town, 'handInTask', () => post(one, `${task}/handing-in`, { revision: 1, words: '已报' }))
  await watch.leavesRow(town, 'judgeTask', () =>
    post(town, `${task}/judgement`, { revision: 2, outcome: 'returned', words: '缺签字' }),
  )
  await watch.leavesRow(town, 'extendTask', () =>
    post(town, `${task}/extension`, { revision: 3, last: '2026-11-30', reason: '上级延后' }),
  )
  await watch.leavesRow(town, 'cancelTask', () =>
    post(town, `${task}/cancellation`, { revision: 4, reason: '不再需要' }),
  )
  const incident = await assigned('2026-11-18', '2026-11-18', { kind: 'incident', title: '纠纷', time: '09:00' })
  await watch.leavesRow(town, 'reportIncident', () =>
    post(town, `${tasks}/${incident}/report`, { revision: 1, on: '2026-11-18', time: '15:00' }),
  )
  await assigned('2026-01-01', '2026-12-31', { kind: 'recurring', title: '公开', window: 'month', pieces: 100 })
  await watch.leavesRow(town, 'renewRecurringDuties', () => post(town, `${tasks}/renewal`, { year: 2027 }))
}
