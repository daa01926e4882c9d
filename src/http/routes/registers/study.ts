import { addEvidence } from '../../../commands/add-evidence.ts'
import { keepFile } from '../../../commands/keep-file.ts'
import { addRecords } from '../../../commands/registers/add-records.ts'
import { fileStudyNote, type FiledNote } from '../../../commands/registers/file-study-note.ts'
import { findRecord } from '../../../commands/registers/record-walls.ts'
import { accept, assert } from '../../../domain/primitives/result.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import { studyDefinition, toStudy } from '../../../domain/registers/study/study-record.ts'
import { takeStudyStep } from '../../../domain/registers/study/study-steps.ts'
import { listWaitingNotes } from '../../../queries/registers/list-waiting-notes.ts'
import { readStudyStanding } from '../../../queries/registers/read-study-standing.ts'
import { readStudyCopies } from '../../../queries/registers/study-copies.ts'
import { mostNotesAtOnce, type studyEndpoints } from '../../contract/registers/study.ts'
import type { RouteGroup } from '../../route.ts'
import { checkUpload } from '../../keep-upload.ts'
import { checkStudyNotes } from './check-study-notes.ts'
import { answerRecord, recordNote, recordRoutes, takeStepOfRoute, type RecordCall } from './record-routes.ts'

const { list, withdraw } = recordRoutes(studyDefinition, 'study.keep')
const register = anyRegister(studyDefinition)

export const studyRoutes: RouteGroup<typeof studyEndpoints> = {
  listStudyNotes: list,
  addStudyNote: {
    inTown: async ({ body, ...call }) => {
      // Written in from paper: what a program counts comes by the writer's own hand.
      const { title, source, words } = body.body
      const paper = { title, source, words, form: 'noted', text: null, print: null, file: null } as const
      const act = { ...call.act, subject: call.subject, reach: call.reach, action: 'study.keep' } as const
      const added = await addRecords(call.stores, act, register, [{ ...body, body: paper }])
      if (!added.ok) return added
      const [record] = added.value
      assert(record !== undefined, 'one record was added')
      call.note(await recordNote(call.stores, register, record, { before: null, reason: null }))
      return accept(await answerRecord(studyDefinition, record, call, 'study.keep'))
    },
  },
  withdrawStudyNote: withdraw,
  fileStudyNote: {
    inTown: async ({ body, ...call }) => {
      const filed = await file(call, { ...body, file: null })
      return filed.ok ? accept(await answerRecord(studyDefinition, filed.value, call, 'study.file')) : filed
    },
  },
  fileStudyDocument: {
    ahead: async ({ body, file: sent, services }) => {
      const checked = await checkUpload(services, sent)
      if (!checked.ok) return checked
      const { fileName, mediaType, bytes } = checked.value
      const isText = mediaType.startsWith('text/') || mediaType.includes('wordprocessingml')
      const read = isText ? await services.readRegulation({ name: fileName, bytes }) : null
      const text = read?.ok === true ? read.value : null
      const kept = await keepFile(services.files, checked.value)
      if (!kept.ok) return kept
      const { sha256 } = kept.value
      return accept(async (call) => {
        const filed = await file(call, { ...body, text, file: { name: fileName, sha256 } })
        if (!filed.ok) return filed
        const subject = { kind: 'record', id: filed.value.id } as const
        const added = await addEvidence(call.stores.evidence, call.act, subject, kept.value, null)
        if (!added.ok) return added
        return accept(await answerRecord(studyDefinition, filed.value, call, 'study.file'))
      })
    },
  },
  takeBackStudyNote: {
    inTown: async ({ params, body, ...call }) =>
      takeStepOfRoute(studyDefinition, 'study.file', call, {
        ...params,
        revision: body.revision,
        step: 'withdrawn',
        reason: null,
        transition: (record) => takeStudyStep(record, { step: 'withdrawn' }),
      }),
  },
  checkStudyNote: {
    inTown: async ({ params, body, ...call }) =>
      takeStepOfRoute(studyDefinition, 'study.keep', call, {
        ...params,
        revision: body.revision,
        step: body.outcome,
        reason: body.outcome === 'returned' ? body.reason : null,
        transition: (record) =>
          takeStudyStep(
            record,
            body.outcome === 'returned'
              ? { step: 'returned' }
              : { step: 'accepted', words: body.words === null ? null : body.words * 100 },
          ),
      }),
  },
  listWaitingNotes: {
    inTown: async ({ stores, subject, reach }) =>
      accept(await listWaitingNotes(stores, { subject, reach }, mostNotesAtOnce)),
  },
  checkStudyNotes: { inTown: ({ body, ...call }) => checkStudyNotes(call, body.checks) },
  readStudyStanding: {
    inTown: async ({ query, stores, reach, subject, today }) =>
      accept(await readStudyStanding(stores, query.year, { reach, staffNumber: subject.staffNumber, today })),
  },
  readStudyCopies: {
    inTown: async ({ params, stores, reach }) => {
      const found = await findRecord(stores, register, params.recordId, reach)
      if (!found.ok) return found
      const record = toStudy(found.value)
      const copies = (await readStudyCopies(stores, record.days.first))(record)
      return accept({ copies })
    },
  },
}

async function file(call: RecordCall, note: FiledNote) {
  const { stores, act, subject, reach } = call
  const filed = await fileStudyNote(stores, { ...act, subject, reach, action: 'study.file' }, note)
  if (filed.ok) call.note(await recordNote(stores, register, filed.value, { before: null, reason: null }))
  return filed
}
