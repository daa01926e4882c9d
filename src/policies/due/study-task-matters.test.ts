import { expect, test } from 'vitest'
import { localDate } from '../../domain/primitives/local-date.ts'
import { studyBodySchema, type StudyRecord } from '../../domain/registers/study/study-record.ts'
import { taskBodySchema, type TaskRecord } from '../../domain/registers/task/task-record.ts'
import type { Subject } from '../permit.ts'
import type { Role } from '../roles.ts'
import { dueOf } from './due-of.ts'
import { studyMatters, taskMatters } from './study-task-matters.ts'

const someone = (role: Role, staffNumber: string | null): Subject => ({
  by: '某人',
  roles: [role],
  staffNumber,
  ownOffices: ['党办'],
  inChargeOf: [],
})
const calendar = { isWorkingDay: () => true, knownUntil: 2026 }
const on = (today: string) => ({ today: localDate(today), calendar })
const common = { id: 'r', office: null, naturalKey: null, revision: 1, at: new Date(0), by: '丁岚' }
const span = { first: localDate('2026-03-02'), last: localDate('2026-03-09') }

function task(state: string, body: object = {}, days = span): TaskRecord {
  const read = taskBodySchema.parse({ title: '报送材料', ...body })
  return { ...common, register: 'task', staffNumber: '013', days, state, body: read }
}
const looks = (record: TaskRecord, today: string, role: Role, staffNumber: string | null) =>
  dueOf(taskMatters([record], on(today)), someone(role, staffNumber), on(today)).map(
    ({ kind, dueOn, isOverdue }) => [kind, dueOn, isOverdue],
  )

test('待办的任务归责任人，交来的归评定的人，自己的不归自己评', () => {
  expect(looks(task('open'), '2026-03-09', 'staff', '013')).toEqual([['task-to-hand-in', '2026-03-09', false]])
  expect(looks(task('open'), '2026-03-10', 'staff', '013')).toEqual([['task-to-hand-in', '2026-03-09', true]])
  expect(looks(task('open'), '2026-03-09', 'staff', '014')).toEqual([])
  expect(looks(task('handed-in'), '2026-03-09', 'office', null)).toEqual([['task-to-judge', null, false]])
  expect(looks(task('handed-in'), '2026-03-09', 'office', '013')).toEqual([])
  expect(looks(task('handed-in'), '2026-03-09', 'staff', '013')).toEqual([])
})

test('交来的也归交办它的分管领导；别人交办的不归他，责任人在内的都不归', () => {
  const byDeputy = { ...task('handed-in', { people: ['014'] }), by: '某人' }
  expect(looks(byDeputy, '2026-03-09', 'deputy', '003')).toEqual([['task-to-judge', null, false]])
  expect(looks(task('handed-in'), '2026-03-09', 'deputy', '003')).toEqual([])
  expect(looks(byDeputy, '2026-03-09', 'deputy', '014')).toEqual([])
  expect(looks(byDeputy, '2026-03-09', 'office', '014')).toEqual([])
  expect(looks(byDeputy, '2026-03-09', 'staff', '015')).toEqual([])
})

test('经常性工作等到本期交够', () => {
  const days = { first: localDate('2026-01-01'), last: localDate('2026-12-31') }
  const handing = {
    id: 'h',
    day: '2026-03-05',
    at: '2026-03-05T02:00:00Z',
    by: '',
    words: '',
    judged: null,
    judgedWords: null,
  }
  const duty = { kind: 'recurring', window: 'month', pieces: 100 }
  expect(looks(task('open', duty, days), '2026-03-20', 'staff', '013')).toEqual([
    ['task-to-hand-in', '2026-03-31', false],
  ])
  expect(looks(task('open', { ...duty, handings: [handing] }, days), '2026-03-20', 'staff', '013')).toEqual([])
})

test('待核对的笔记归考核办，自己的不归自己核对', () => {
  const body = studyBodySchema.parse({ title: '笔记', form: 'typed', words: 100 })
  const note: StudyRecord = {
    ...common,
    register: 'study',
    staffNumber: '013',
    days: span,
    state: 'handed-in',
    body,
  }
  const kinds = (role: Role, staffNumber: string | null) =>
    dueOf(studyMatters([note], on('2026-03-03')), someone(role, staffNumber), on('2026-03-03')).map(
      ({ kind }) => kind,
    )
  expect(kinds('office', null)).toEqual(['study-to-check'])
  expect(kinds('office', '013')).toEqual([])
  expect(kinds('staff', '013')).toEqual([])
})
