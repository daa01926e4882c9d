import { z } from 'zod'
import { bodyTime, optionalWords } from '../body-fields.ts'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'

/** What a person says of himself with one tap; leave is taken from its own register. */
export const whereaboutsKinds = ['in', 'village', 'meeting', 'out'] as const
export type WhereaboutsKind = (typeof whereaboutsKinds)[number]

export const whereaboutsTitles: Readonly<Record<WhereaboutsKind | 'missing', string>> = {
  in: '在岗',
  village: '下村',
  meeting: '开会',
  out: '外出',
  missing: '去向不明',
}

export const whereaboutsBodySchema = z
  .object({
    /** missing: somebody looked, and found the person neither in nor accounted for. */
    kind: z.enum([...whereaboutsKinds, 'missing'], '请选择去向'),
    /** When it was said or seen: 08:31. */
    at: bodyTime('时间'),
    /** Which village, where to; of a missing person where he was looked for. */
    place: optionalWords('去往', 60).default(null),
    /** 预计返回, by the town's clock; null: not said, for the rest of the day. */
    backAt: bodyTime('预计返回').nullable().default(null),
    /** What was found, of a missing person. */
    words: optionalWords('核实情况', 200).default(null),
  })
  .readonly()

export type WhereaboutsBody = z.infer<typeof whereaboutsBodySchema>
export type WhereaboutsRecord = RegisterRecord<WhereaboutsBody>

/** Vouches for the body by reading it. */
export function toWhereabouts(record: RegisterRecord): WhereaboutsRecord {
  return { ...record, body: whereaboutsBodySchema.parse(record.body) }
}

/** 下村（石桥村）, 外出. */
export function shownWords({ kind, place }: Pick<WhereaboutsBody, 'kind' | 'place'>): string {
  return `${whereaboutsTitles[kind]}${place === null ? '' : `（${place}）`}`
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
      choices: [...whereaboutsKinds, 'missing' as const].map((value) => ({
        value,
        title: whereaboutsTitles[value],
      })),
      required: true,
      example: '下村',
      note: '督查时找不到人、告示牌也没有注明的，选去向不明；提出登记建议，由考核办决定。',
    },
    {
      key: 'place',
      title: '去往',
      kind: 'text',
      required: false,
      example: '石桥村',
      note: '去向不明的写在哪里查的岗。',
    },
    { key: 'backAt', title: '预计返回', kind: 'time', required: false, example: '15:30' },
    { key: 'words', title: '核实情况', kind: 'long-text', required: false, example: '', inList: false },
  ],
  states: { shown: '已登记', checked: '待核实' },
  firstState: ({ body }) => (body.kind === 'missing' ? 'checked' : 'shown'),
  naturalKey: ({ staffNumber, days, body }) => JSON.stringify([staffNumber, days.first, body.at, body.kind]),
  summary: ({ days, body }) => `${days.first} ${body.at} ${shownWords(body)}`,
  fault: ({ days }, today) =>
    days.first > today ? { key: 'first', message: `${days.first}还没有到，请核对日期。` } : null,
}
