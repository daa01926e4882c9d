import { z } from 'zod'
import { localDate, startOfTownDay, type LocalDate } from '../../primitives/local-date.ts'
import { bodyDay, bodyQuantity, bodyTime, optionalWords, requiredWords } from '../body-fields.ts'
import type { NewRecord, RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'

/** One thing to be done by a day; something due again and again; something that has to be reported within hours. */
export const taskKinds = ['task', 'recurring', 'incident'] as const
export type TaskKind = (typeof taskKinds)[number]
export const taskKindWords: Readonly<Record<TaskKind, string>> = {
  task: '交办任务',
  recurring: '经常性工作',
  incident: '限时上报',
}

export const taskSources = ['meeting', 'leader', 'superior', 'duty'] as const
export const taskSourceWords: Readonly<Record<(typeof taskSources)[number], string>> = {
  meeting: '会议',
  leader: '领导交办',
  superior: '上级来文',
  duty: '办法规定',
}

export const taskWindows = ['month', 'quarter', 'year'] as const
export type TaskWindow = (typeof taskWindows)[number]
export const taskWindowWords: Readonly<Record<TaskWindow, string>> = {
  month: '每月',
  quarter: '每季度',
  year: '每年',
}

/** What was handed in, and what was said of it. */
const handingSchema = z
  .object({
    id: z.string(),
    /** The day it counts for: of what came on paper, the day it came. */
    day: bodyDay('交来日期'),
    /** Instant, ISO 8601. */
    at: z.string(),
    by: z.string(),
    words: z.string().max(2000, '最多2000个字'),
    judged: z.enum(['passed', 'failed', 'returned']).nullable(),
    judgedWords: z.string().max(200).nullable(),
  })
  .readonly()
export type Handing = z.infer<typeof handingSchema>

export const mostHandings = 400

export const taskBodySchema = z
  .object({
    kind: z.enum(taskKinds, '请选择类型').default('task'),
    title: requiredWords('事项', 80),
    source: z.enum(taskSources, '请选择来源').nullable().default(null),
    /** 出处: which meeting, whose words, which document. */
    basis: optionalWords('出处', 100).default(null),
    wanted: optionalWords('要求', 1000).default(null),
    /** Of an office: who answers for it. */
    people: z.array(z.string()).max(20, '最多20人').readonly().default([]),
    /** Of a task: the hour of its last day; null: the whole day. Of an incident: when it happened. */
    time: bodyTime('时刻').nullable().default(null),
    window: z.enum(taskWindows, '请选择周期').nullable().default(null),
    /** Pieces due in each window, in hundredths. */
    pieces: bodyQuantity('每期数量', 10_000).nullable().default(null),
    /** In hundredths; null: 48. */
    hours: bodyQuantity('时限', 24_000).nullable().default(null),
    /** When the incident was reported. */
    reportedOn: bodyDay('上报日期').nullable().default(null),
    reportedTime: bodyTime('上报时刻').nullable().default(null),
    handings: z.array(handingSchema).max(mostHandings).readonly().default([]),
  })
  .readonly()

export type TaskBody = z.infer<typeof taskBodySchema>
export type TaskRecord = RegisterRecord<TaskBody>
export type NewTask = NewRecord<TaskBody>

/** Vouches for the body by reading it. */
export function toTask(record: RegisterRecord): TaskRecord {
  return { ...record, body: taskBodySchema.parse(record.body) }
}

export const taskStates = {
  open: '待办',
  'handed-in': '已交',
  done: '办结',
  failed: '办结（不合格）',
  cancelled: '已取消',
} as const

/** The 48 hours of most regulations, where nothing else is written in. */
const usualHours = 4800

/** Who answers for it: the person, or those named of the office. */
export function responsibleFor({ staffNumber, body }: Pick<NewTask, 'staffNumber' | 'body'>): readonly string[] {
  return [...new Set([...(staffNumber === null ? [] : [staffNumber]), ...body.people])]
}

/** When it is over, in milliseconds since 1970: the end of the last day, or of its minute. */
export function deadlineOf({ days, body }: Pick<NewTask, 'days' | 'body'>): number {
  return body.time === null ? startOfTownDay(days.last) + dayMs : momentOf(days.last, body.time) + minuteMs
}

/** When an incident has to be reported by, in milliseconds since 1970; exactly then is still in time. */
export function reportDueAt({ days, body }: Pick<NewTask, 'days' | 'body'>): number {
  return momentOf(days.first, body.time ?? '00:00') + ((body.hours ?? usualHours) / 100) * hourMs
}

export function reportedAt({ body }: Pick<NewTask, 'body'>): number | null {
  const { reportedOn, reportedTime } = body
  if (reportedOn === null) return null
  return momentOf(localDate(reportedOn), reportedTime ?? '00:00')
}

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000]

function momentOf(day: LocalDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return startOfTownDay(day) + hour * hourMs + minute * minuteMs
}

export const taskDefinition: RegisterDefinition<TaskBody> = {
  id: 'task',
  bodySchema: taskBodySchema,
  fields: [
    { key: 'title', title: '事项', kind: 'text', required: true, example: '报送防汛隐患排查情况' },
    {
      key: 'kind',
      title: '类型',
      kind: 'choice',
      choices: taskKinds.map((value) => ({ value, title: taskKindWords[value] })),
      required: true,
      example: '交办任务',
    },
    { key: 'staffNumber', title: '责任人', kind: 'person', required: false, example: '013' },
    {
      key: 'office',
      title: '责任办公室',
      kind: 'office',
      required: false,
      example: '',
      note: '责任人和责任办公室只填一个；填办公室的，要写明责任人员。',
    },
    { key: 'people', title: '责任人员', kind: 'people', required: false, inList: false, example: '' },
    {
      key: 'first',
      title: '交办日期',
      kind: 'day',
      required: true,
      example: '2026-03-02',
      note: '经常性工作填起始日期，限时上报填发生日期。',
    },
    {
      key: 'last',
      title: '截止日期',
      kind: 'day',
      required: false,
      example: '2026-03-09',
      note: '经常性工作填结束日期；限时上报不填，按时限推算。',
    },
    {
      key: 'time',
      title: '时刻',
      kind: 'time',
      required: false,
      inList: false,
      example: '',
      note: '交办任务：截止到几点，不填为当天结束；限时上报：几点发生的，必填。',
    },
    {
      key: 'source',
      title: '来源',
      kind: 'choice',
      choices: taskSources.map((value) => ({ value, title: taskSourceWords[value] })),
      required: false,
      example: '会议',
    },
    { key: 'basis', title: '出处', kind: 'text', required: false, inList: false, example: '3月2日党政联席会' },
    { key: 'wanted', title: '要求', kind: 'long-text', required: false, inList: false, example: '' },
    {
      key: 'window',
      title: '周期',
      kind: 'choice',
      choices: taskWindows.map((value) => ({ value, title: taskWindowWords[value] })),
      required: false,
      inList: false,
      example: '',
      note: '经常性工作必填。',
    },
    {
      key: 'pieces',
      title: '每期数量',
      kind: 'quantity',
      required: false,
      inList: false,
      example: '',
      note: '经常性工作必填：每个周期应交几期（篇、次）。',
    },
    {
      key: 'hours',
      title: '上报时限（小时）',
      kind: 'quantity',
      required: false,
      inList: false,
      example: '',
      note: '限时上报用；不填按48小时。',
    },
    { key: 'reportedOn', title: '上报日期', kind: 'day', required: false, inList: false, example: '' },
    { key: 'reportedTime', title: '上报时刻', kind: 'time', required: false, inList: false, example: '' },
  ],
  states: taskStates,
  stepWords: {
    'handed-in': '交来',
    passed: '评定合格',
    failed: '评定不合格',
    returned: '退回',
    extended: '延期',
    cancelled: '取消',
    reported: '上报',
  },
  firstState: ({ body }) => (body.kind === 'incident' && body.reportedOn !== null ? 'done' : 'open'),
  naturalKey: ({ staffNumber, office, days, body }) =>
    [body.kind, staffNumber ?? `@${office ?? ''}`, days.first, body.time ?? '', body.title].join('/'),
  summary: taskSummary,
  fault: findTaskFault,
  concerns: ({ body }) => ({ staffNumbers: body.people, offices: [] }),
}

function taskSummary({ days, body }: NewTask): string {
  if (body.kind === 'recurring')
    return `${body.title}（${taskWindowWords[body.window ?? 'month']}${String((body.pieces ?? 100) / 100)}期）`
  if (body.kind === 'incident') return `${body.title}（${shortDay(days.first)}${body.time ?? ''}发生）`
  return `${body.title}（${shortDay(days.last)}${body.time ?? ''}前）`
}

function findTaskFault({ staffNumber, office, days, body }: NewTask, today: LocalDate) {
  if ((staffNumber === null) === (office === null))
    return { key: 'staffNumber', message: '责任人和责任办公室填一个，只填一个。' }
  if (office !== null && body.people.length === 0)
    return { key: 'people', message: '请写明办公室的责任人员，逾期时按这些人提建议。' }
  if (body.kind === 'recurring') {
    if (body.window === null) return { key: 'window', message: '经常性工作请选择周期。' }
    if (body.pieces === null || body.pieces < 100 || body.pieces % 100 !== 0)
      return { key: 'pieces', message: '请填写每个周期应交几期（篇、次），整数，至少1。' }
    return days.last === days.first ? { key: 'last', message: '经常性工作请填写结束日期，一般到年底。' } : null
  }
  if (body.kind === 'task') return null
  if (body.time === null) return { key: 'time', message: '请填写几点发生的。' }
  if (days.first > today) return { key: 'first', message: `${days.first}还没有到，请核对发生日期。` }
  if (body.hours !== null && body.hours < 100) return { key: 'hours', message: '上报时限至少1小时。' }
  if (body.reportedOn === null) return null
  if (body.reportedTime === null) return { key: 'reportedTime', message: '请填写几点上报的。' }
  if (body.reportedOn > today)
    return { key: 'reportedOn', message: `${body.reportedOn}还没有到，请核对上报日期。` }
  const reported = reportedAt({ body })
  return reported !== null && reported < momentOf(days.first, body.time)
    ? { key: 'reportedOn', message: '上报不能早于发生。' }
    : null
}

/** 3月9日. */
export function shortDay(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}
