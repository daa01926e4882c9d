import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { recordFault } from '../../domain/registers/read-records.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { countWords } from '../../domain/registers/study/count-words.ts'
import {
  longestNote,
  studyBodySchema,
  studyDefinition,
  toStudy,
  type StudyRecord,
} from '../../domain/registers/study/study-record.ts'
import { printOf } from '../../domain/registers/study/text-print.ts'
import { keepRecords, toRegisterRecord } from './add-records.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'

const register = anyRegister(studyDefinition)

export type FileStudyRefusal = RecordRefusal | { readonly code: 'study-no-person' }

/** A piece as its writer hands it in; `text` null: it can only be looked at. */
export type FiledNote = {
  readonly title: string
  readonly source: string | null
  readonly text: string | null
  readonly file: { readonly name: string; readonly sha256: string } | null
}

/** Hands in one's own piece today. Its words are counted here, and wait to be checked. */
export async function fileStudyNote(
  stores: ProposingStores,
  act: RecordAct,
  { title, source, text, file }: FiledNote,
): Promise<Result<StudyRecord, FileStudyRefusal>> {
  const { staffNumber } = act.subject
  if (staffNumber === null) return refuse({ code: 'study-no-person' })
  const counted = text === null ? 0 : countWords(text)
  const isRead = text !== null && (counted > 0 || file === null)
  const body = studyBodySchema.parse({
    title,
    source,
    words: isRead ? counted * 100 : null,
    form: file === null ? 'typed' : isRead ? 'document' : 'scan',
    text: isRead ? text.slice(0, longestNote) : null,
    print: isRead ? printOf(text) : null,
    file,
  })
  const record = { staffNumber, office: null, days: { first: act.today, last: act.today }, body }
  const fault = recordFault(register, record, act.today)
  if (fault !== null) return refuse({ code: 'record-faulty', place: fault.key, message: fault.message })
  if (isRead && counted === 0)
    return refuse({ code: 'record-faulty', place: 'text', message: '里面只有标点和空格，没有字。' })
  const made = toRegisterRecord(register, record, act)
  await keepRecords(stores, act, register, [made])
  return accept(toStudy(made))
}
