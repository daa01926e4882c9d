import { z } from 'zod'
import { formatQuantity, quantity } from '../../primitives/quantity.ts'
import { bodyQuantity, optionalWords, requiredWords } from '../body-fields.ts'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'

/** How a piece came in: on paper and written in by the office; typed here; a file whose words are read; one to look at. */
const studyForms = ['noted', 'typed', 'document', 'scan'] as const

export const longestNote = 50_000

/** One piece of reading notes (读书笔记) of one person; its day is the day it was handed in. */
export const studyBodySchema = z
  .object({
    title: requiredWords('题目', 60),
    source: optionalWords('所读书目或文件', 100).default(null),
    /** 字数 that count, in hundredths: of a piece that waits null, unless the program counted them. */
    words: bodyQuantity('字数', 10_000_000).nullable().default(null),
    form: z.enum(studyForms).default('noted'),
    /** As it was typed, or read from the file. */
    text: z
      .string()
      .max(longestNote, `最多${String(longestNote)}字`)
      .nullable()
      .default(null),
    /** To find it again in another piece; null: nothing was read. */
    print: z
      .object({ length: z.int().min(0), sketch: z.array(z.int()).readonly() })
      .readonly()
      .nullable()
      .default(null),
    /** Of the file, by its content. */
    file: z.object({ name: z.string(), sha256: z.string() }).readonly().nullable().default(null),
  })
  .readonly()

export type StudyBody = z.infer<typeof studyBodySchema>
export type StudyRecord = RegisterRecord<StudyBody>

/** Vouches for the body by reading it. */
export function toStudy(record: RegisterRecord): StudyRecord {
  return { ...record, body: studyBodySchema.parse(record.body) }
}

export const studyStates = { 'handed-in': '待核对', accepted: '已核对', returned: '已退回' } as const

export const studyDefinition: RegisterDefinition<StudyBody> = {
  id: 'study',
  bodySchema: studyBodySchema,
  fields: [
    { key: 'staffNumber', title: '姓名', kind: 'person', required: true, example: '001' },
    { key: 'first', title: '日期', kind: 'day', required: true, example: '2026-03-09' },
    { key: 'title', title: '题目', kind: 'text', required: true, example: '学习党的二十届四中全会精神笔记' },
    {
      key: 'words',
      title: '字数',
      kind: 'quantity',
      required: false,
      example: '1200',
      note: '纸质笔记由考核办核对后填写；在线填写和 .docx 由系统清点。',
    },
    { key: 'source', title: '所读书目或文件', kind: 'text', required: false, example: '《求是》2026年第5期' },
  ],
  states: studyStates,
  stepWords: { accepted: '核对', returned: '退回' },
  // What the office writes in from paper it has looked at.
  firstState: ({ body }) => (body.form === 'noted' ? 'accepted' : 'handed-in'),
  // A piece handed in again after it was returned is another one: only what comes from a sheet finds its line again.
  naturalKey: ({ staffNumber, days, body }) =>
    body.form === 'noted' ? [staffNumber ?? '', days.first, body.title].join('/') : null,
  summary: ({ days, body }) =>
    `${String(Number(days.first.slice(5, 7)))}月${String(Number(days.first.slice(8, 10)))}日 ${body.title}${body.words === null ? '' : ` ${wordsWords(body.words)}`}`,
  fault: ({ staffNumber, days, body }, today) => {
    if (staffNumber === null) return { key: 'staffNumber', message: '请填写这是谁的笔记。' }
    if (days.first !== days.last) return { key: 'first', message: '一篇笔记只有一个日期。' }
    if (days.first > today) return { key: 'first', message: `${days.first}还没有到，请核对日期。` }
    if (body.form !== 'noted') return null
    if (body.words === null || body.words === 0) return { key: 'words', message: '纸质笔记请填写核对后的字数。' }
    return body.words % 100 === 0 ? null : { key: 'words', message: '字数是整数。' }
  },
}

/** 1,200字. */
export function wordsWords(hundredths: number): string {
  return `${formatQuantity(quantity(hundredths)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}字`
}
