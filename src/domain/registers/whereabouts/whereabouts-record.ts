import { z } from 'zod'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'

/** What a person says of himself with one tap; leave is taken from its own register. */
export const whereaboutsKinds = ['in', 'village', 'meeting', 'out'] as const
export type WhereaboutsKind = (typeof whereaboutsKinds)[number]

export const whereaboutsTitles: Readonly<Record<WhereaboutsKind, string>> = {
  in: '在岗',
  village: '下村',
  meeting: '开会',
  out: '外出',
}

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const writing = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `最多${String(longest)}个字`)
    .nullish()
    .transform((text) => text ?? '')

const shownSchema = z
  .object({
    sort: z.literal('shown'),
    kind: z.enum(whereaboutsKinds),
    /** Which village, where to; empty where nobody said. */
    place: writing(60),
    /** 预计返回, by the town's clock; null: not said, for the rest of the day. */
    backAt: timeOfDay.nullable().default(null),
    /** When it was said: 08:31. */
    at: timeOfDay,
  })
  .readonly()

/** 去向不明: somebody looked, and found the person neither in nor accounted for. */
const checkedSchema = z
  .object({
    sort: z.literal('checked'),
    place: writing(60),
    words: writing(200),
    at: timeOfDay,
  })
  .readonly()

export const whereaboutsBodySchema = z.discriminatedUnion('sort', [shownSchema, checkedSchema])
export type WhereaboutsBody = z.infer<typeof whereaboutsBodySchema>
export type ShownWhereabouts = z.infer<typeof shownSchema>
export type WhereaboutsRecord = RegisterRecord<WhereaboutsBody>

/** 下村（石桥村）, 外出. */
export function shownWords({ kind, place }: Pick<ShownWhereabouts, 'kind' | 'place'>): string {
  return `${whereaboutsTitles[kind]}${place === '' ? '' : `（${place}）`}`
}

export const whereaboutsDefinition: RegisterDefinition<WhereaboutsBody> = {
  id: 'whereabouts',
  bodySchema: whereaboutsBodySchema,
  fields: [
    { key: 'staffNumber', title: '姓名', kind: 'person', required: true, example: '001' },
    { key: 'first', title: '日期', kind: 'day', required: true, example: '2026-03-02' },
    { key: 'at', title: '时间', kind: 'time', required: true, example: '08:31' },
    {
      key: 'kind',
      title: '去向',
      kind: 'choice',
      choices: whereaboutsKinds.map((value) => ({ value, title: whereaboutsTitles[value] })),
      required: false,
      example: '下村',
    },
    { key: 'place', title: '去往', kind: 'text', required: false, example: '石桥村' },
    { key: 'backAt', title: '预计返回', kind: 'time', required: false, example: '15:30' },
    { key: 'words', title: '核实情况', kind: 'long-text', required: false },
  ],
  states: { shown: '已登记', checked: '去向不明' },
  firstState: ({ body }) => body.sort,
  naturalKey: () => null,
  summary: ({ body }) => `${body.at} ${body.sort === 'shown' ? shownWords(body) : '去向不明'}`,
}
