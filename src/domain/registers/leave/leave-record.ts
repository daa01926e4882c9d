import { z } from 'zod'
import { daysBetween, localDate, type DaySpan, type LocalDate } from '../../primitives/local-date.ts'
import { formatQuantity, type Quantity } from '../../primitives/quantity.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import { bodyDay, optionalWords } from '../body-fields.ts'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'
import { daysOfHalves, halfAt, halfDaysOf, halfSpanOf, type HalfDay, type HalfSpan } from './half-days.ts'
import { leaveKinds, leaveTerms } from './leave-kinds.ts'

export const leaveBodySchema = z
  .object({
    kind: z.enum(leaveKinds, '请选择假别'),
    /** null: in the morning. */
    begins: z.enum(['morning', 'noon'], '起是上午起或下午起').nullable().default(null),
    /** null: in the evening. */
    ends: z.enum(['noon', 'evening'], '止是下午止或上午止').nullable().default(null),
    reason: optionalWords('事由', 200).default(null),
    /** Where to. */
    place: optionalWords('去往', 60).default(null),
    /** asked: here, by the person. noted: asked for on paper, written in by the office. */
    source: z.enum(['asked', 'noted']).default('noted'),
    askedOn: bodyDay('请假日期').nullable().default(null),
    decision: z
      .object({
        outcome: z.enum(['approved', 'refused']),
        on: bodyDay('审批日期'),
        /** Of the leader who decided; `onBehalfOf` names whom he stood in for. */
        staffNumber: z.string(),
        name: z.string(),
        onBehalfOf: z.string().nullable(),
        reason: z.string(),
      })
      .readonly()
      .nullable()
      .default(null),
    registeredOn: bodyDay('备案日期').nullable().default(null),
    /** Back at work. */
    back: z
      .object({ on: bodyDay('销假日期'), at: z.enum(['morning', 'noon']) })
      .readonly()
      .nullable()
      .default(null),
  })
  .readonly()

export type LeaveBody = z.infer<typeof leaveBodySchema>
export type LeaveRecord = RegisterRecord<LeaveBody>

/** Vouches for the body by reading it. */
export function toLeave(record: RegisterRecord): LeaveRecord {
  return { ...record, body: leaveBodySchema.parse(record.body) }
}

export const leaveStates = {
  asked: '待批',
  approved: '待备案',
  refused: '未批准',
  registered: '已备案',
  returned: '已销假',
  overstayed: '超假',
} as const
export type LeaveState = keyof typeof leaveStates | 'withdrawn'

/** Granted: whoever has it is excused. */
const granted: readonly string[] = ['approved', 'registered', 'returned', 'overstayed']

export function isGranted({ state }: Pick<RegisterRecord, 'state'>): boolean {
  return granted.includes(state)
}

/** Neither refused nor withdrawn: it holds its days against another one. */
export function isStanding({ state }: Pick<RegisterRecord, 'state'>): boolean {
  return state === 'asked' || isGranted({ state })
}

type Timed = Pick<LeaveRecord, 'days'> & { readonly body: Pick<LeaveBody, 'begins' | 'ends' | 'back'> }

/** The half-days asked for. */
export function askedHalves({ days, body }: Timed): HalfSpan {
  return halfSpanOf({ days, begins: body.begins, ends: body.ends })
}

/** The half-days it has in the end: who is back early gives the rest back. */
export function usedHalves(record: Timed): HalfSpan {
  const asked = askedHalves(record)
  const { back } = record.body
  return back === null
    ? asked
    : { ...asked, until: Math.max(asked.from, Math.min(asked.until, halfAt(localDate(back.on), back.at))) }
}

/** The half-days that count, in order: of working days, or of all days where its kind says so. */
export function countedHalves(
  record: Timed & { readonly body: Pick<LeaveBody, 'kind'> },
  calendar: WorkingCalendar,
): readonly HalfDay[] {
  return halfDaysOf(usedHalves(record), calendar, leaveTerms[record.body.kind].counts)
}

/** In hundredths of a day. */
export function leaveDays(
  record: Timed & { readonly body: Pick<LeaveBody, 'kind'> },
  calendar: WorkingCalendar,
): Quantity {
  return daysOfHalves(countedHalves(record, calendar).length)
}

/** 3月2日上午—3月3日; with years only where they differ. */
export function leaveSpanWords(days: DaySpan, { begins, ends }: Pick<LeaveBody, 'begins' | 'ends'>): string {
  const short = (one: LocalDate) => `${String(Number(one.slice(5, 7)))}月${String(Number(one.slice(8, 10)))}日`
  if (days.first === days.last)
    return `${short(days.first)}${begins === 'noon' ? '下午' : ends === 'noon' ? '上午' : ''}`
  const first = `${short(days.first)}${begins === 'noon' ? '下午' : ''}`
  return `${first}—${short(days.last)}${ends === 'noon' ? '上午' : ''}`
}

/** 3天, 半天, 1天半. */
export function leaveDaysWords(amount: Quantity): string {
  if (amount === 50) return '半天'
  return amount % 100 === 50 ? `${String(Math.floor(amount / 100))}天半` : `${formatQuantity(amount)}天`
}

export const leaveDefinition: RegisterDefinition<LeaveBody> = {
  id: 'leave',
  bodySchema: leaveBodySchema,
  fields: [
    { key: 'staffNumber', title: '姓名', kind: 'person', required: true, example: '001' },
    {
      key: 'kind',
      title: '假别',
      kind: 'choice',
      choices: leaveKinds.map((value) => ({ value, title: leaveTerms[value].title })),
      required: true,
      example: '事假',
    },
    { key: 'first', title: '第一天', kind: 'day', required: true, example: '2026-03-02' },
    { key: 'last', title: '最后一天', kind: 'day', required: true, example: '2026-03-03' },
    {
      key: 'begins',
      title: '起',
      kind: 'choice',
      choices: [
        { value: 'morning', title: '上午起' },
        { value: 'noon', title: '下午起' },
      ],
      required: false,
      example: '上午起',
    },
    {
      key: 'ends',
      title: '止',
      kind: 'choice',
      choices: [
        { value: 'evening', title: '下午止' },
        { value: 'noon', title: '上午止' },
      ],
      required: false,
      example: '下午止',
    },
    { key: 'reason', title: '事由', kind: 'text', required: false, example: '送孩子就医' },
    { key: 'place', title: '去往', kind: 'text', required: false, inList: false, example: '县城' },
  ],
  states: leaveStates,
  stepWords: {
    approved: '批准',
    refused: '不批准',
    registered: '备案',
    returned: '销假',
    overstayed: '销假（超假）',
  },
  // What the office writes in was granted on paper.
  firstState: ({ body }) => (body.source === 'noted' ? 'registered' : 'asked'),
  // A refused request may be asked again: only what comes from a sheet finds its line again.
  naturalKey: ({ staffNumber, days, body }) =>
    body.source === 'noted' && staffNumber !== null
      ? `${staffNumber}/${days.first}/${body.begins ?? 'morning'}/${days.last}/${body.ends ?? 'evening'}`
      : null,
  summary: ({ days, body }) => `${leaveSpanWords(days, body)} ${leaveTerms[body.kind].title}`,
  fault: ({ days, body }) => {
    const { from, until } = halfSpanOf({ days, begins: body.begins, ends: body.ends })
    if (until <= from) return { key: 'ends', message: '同一天下午起、上午止，没有时间：请改起止' }
    return daysBetween(days.first, days.last) > longestLeave
      ? { key: 'last', message: `一次请假不超过${String(longestLeave)}天：更长的请在人员与机构登记长假` }
      : null
  },
}

/** Longer ones are days off the roster (SPEC §4.5). Suggested by this system. */
export const longestLeave = 190
