import { z } from 'zod'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'
import type { ObservationKind } from '../observation-kinds.ts'

export const gatheringKinds = ['meeting', 'activity', 'study'] as const
export type GatheringKind = (typeof gatheringKinds)[number]

export const gatheringKindWords: Readonly<Record<GatheringKind, string>> = {
  meeting: '会议',
  activity: '活动',
  study: '学习',
}

/** What staying away from it is. */
export const absenceKindOf = {
  meeting: 'meeting-absence',
  activity: 'activity-absence',
  study: 'study-absence',
} as const satisfies Record<GatheringKind, ObservationKind>

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间请写成09:00')

export const gatheringBodySchema = z
  .object({
    kind: z.enum(gatheringKinds),
    title: z.string().trim().min(1, '请填写名称').max(80, '最多80个字'),
    startsAt: time,
    place: z.string().trim().max(60, '最多60个字').nullable().default(null),
    /** Called: everybody of these offices and these people; neither: everybody. */
    offices: z.array(z.string().min(1).max(60)).max(200).readonly().default([]),
    people: z.array(z.string().min(1).max(40)).max(2_000).readonly().default([]),
    /** changing: another each minute. */
    code: z.enum(['changing', 'fixed']).default('changing'),
    /** In the order they came; each person once. `at`: an instant, ISO 8601. */
    signedIn: z
      .array(z.object({ staffNumber: z.string(), at: z.string(), how: z.enum(['code', 'list']) }).readonly())
      .readonly()
      .default([]),
    excused: z
      .array(z.object({ staffNumber: z.string(), reason: z.string().min(1).max(100) }).readonly())
      .readonly()
      .default([]),
  })
  .readonly()

export type GatheringBody = z.infer<typeof gatheringBodySchema>
export type GatheringRecord = RegisterRecord<GatheringBody>

export const gatheringStates = { called: '已召集', ended: '点名结束' } as const

export const gatheringDefinition: RegisterDefinition<GatheringBody> = {
  id: 'gathering',
  bodySchema: gatheringBodySchema,
  fields: [
    {
      key: 'kind',
      title: '类型',
      kind: 'choice',
      choices: gatheringKinds.map((value) => ({ value, title: gatheringKindWords[value] })),
      required: true,
      example: '会议',
    },
    { key: 'title', title: '名称', kind: 'text', required: true, example: '周工作例会' },
    { key: 'first', title: '日期', kind: 'day', required: true, example: '2026-03-02' },
    { key: 'startsAt', title: '开始时间', kind: 'time', required: true, example: '09:00' },
    { key: 'place', title: '地点', kind: 'text', required: false, example: '二楼会议室' },
    {
      key: 'offices',
      title: '参加办公室',
      kind: 'offices',
      required: false,
      inList: false,
      note: '办公室和人员都不选，就是全体人员。',
    },
    { key: 'people', title: '参加人员', kind: 'people', required: false, inList: false },
    {
      key: 'code',
      title: '签到码',
      kind: 'choice',
      choices: [
        { value: 'changing', title: '每分钟换' },
        { value: 'fixed', title: '固定' },
      ],
      required: true,
      inList: false,
      example: '每分钟换',
    },
  ],
  states: gatheringStates,
  stepWords: {
    'signed-in': '签到',
    ticked: '点名',
    excused: '登记请假、公务',
    ended: '结束点名',
    reopened: '重新点名',
  },
  firstState: () => 'called',
  naturalKey: ({ days, body }) => [days.first, body.startsAt, body.title].join('/'),
  summary: ({ days, body }) =>
    `${dayWords(days.first)} ${body.startsAt} ${gatheringKindWords[body.kind]}：${body.title}`,
}

function dayWords(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}
