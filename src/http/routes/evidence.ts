import { addEvidence } from '../../commands/add-evidence.ts'
import type { Evidence } from '../../commands/evidence-store.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { photoPlaceSettingName, readPhotoPlace } from '../../domain/registers/photo-place.ts'
import { evidenceView, isPictureType } from '../../queries/evidence-view.ts'
import { listEvidence } from '../../queries/list-evidence.ts'
import { findAddingBar, readableSubjects } from '../../queries/readable-evidence.ts'
import type { evidenceEndpoints } from '../contract/evidence.ts'
import type { UploadedFile } from '../files.ts'
import type { Route, RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'
import { shownName } from './attachments.ts'

type AddingCall = Parameters<
  Extract<Route<typeof evidenceEndpoints.addEntryEvidence>, { inTown: unknown }>['inTown']
>[0]
type Taken = AddingCall['body']

export const evidenceRoutes: RouteGroup<typeof evidenceEndpoints> = {
  addEntryEvidence: {
    inTown: async (call) => {
      const { params, stores, subject } = call
      const [readable] = await readableSubjects(stores, subject, 'entry', [params.entryId])
      if (readable?.kind !== 'entry') return refuse({ code: 'entry-unknown' })
      const bar = findAddingBar(subject, readable)
      if (bar !== null) return refuse({ code: addingRefusals[bar] })
      return keepEvidence(call, { kind: 'entry', id: params.entryId })
    },
  },
  addRecordEvidence: {
    inTown: async (call) => {
      const { params, stores, subject } = call
      const [readable] = await readableSubjects(stores, subject, 'record', [params.recordId])
      if (readable?.kind !== 'record') return refuse({ code: 'evidence-subject-unknown' })
      const bar = findAddingBar(subject, readable)
      if (bar !== null) return refuse({ code: addingRefusals[bar] })
      return keepEvidence(call, { kind: 'record', id: params.recordId })
    },
  },
  listEvidence: {
    inTown: async ({ query, stores, subject }) => {
      return accept(await listEvidence(stores, subject, query.kind, query.ids))
    },
  },
  readEvidence: {
    inTown: async ({ params, query, stores, services, subject, note, noteNothing }) => {
      const evidence = await stores.evidence.find(params.evidenceId)
      if (evidence === null) return refuse({ code: 'attachment-unknown' })
      const readable = await readableSubjects(stores, subject, evidence.subject.kind, [evidence.subject.id])
      if (readable.length === 0) return refuse({ code: 'attachment-unknown' })
      const { fileName, mediaType, sha256 } = evidence
      const opened = await services.files.open(sha256)
      if (!opened.ok) return refuse({ code: 'attachment-lost', fileName, how: opened.refusal })
      const isPicture = isPictureType(mediaType)
      const shown = isPicture ? ({ isPicture: true } as const) : {}
      const file = { fileName, contentType: mediaType, isForeign: true, ...shown } as const
      if (query.size === 'whole') {
        note({ object: evidenceObject(evidence), after: { digest: sha256 } })
        return accept({ ...file, bytes: opened.value })
      }
      const small = isPicture ? await services.thumbnailOf(opened.value) : null
      if (small === null) return refuse({ code: 'attachment-unknown' })
      noteNothing()
      return accept({ ...file, bytes: small })
    },
  },
}

const addingRefusals = { 'not-yours': 'evidence-not-yours', closed: 'evidence-closed' } as const

type Keeping = {
  readonly file: UploadedFile
  readonly body: Taken
  readonly stores: TownStores
  readonly services: Services
  readonly act: AddingCall['act']
  readonly note: AddingCall['note']
}

async function keepEvidence({ file, body, stores, services, act, note }: Keeping, subject: Evidence['subject']) {
  const checked = await services.checkAttachment(file)
  if (!checked.ok)
    return refuse({ code: 'attachment-refused' as const, fileName: shownName(file.name), fault: checked.refusal })
  const isWanted = readPhotoPlace(await stores.registerSettings.read(photoPlaceSettingName))
  const ports = { evidence: stores.evidence, files: services.files }
  const added = await addEvidence(ports, act, subject, checked.value, isWanted ? takenOf(body) : null)
  if (!added.ok) return added
  note({ object: evidenceObject(added.value), after: { digest: added.value.sha256 } })
  return accept(evidenceView(added.value))
}

function takenOf({ takenAt, latitude, longitude }: Taken): Evidence['taken'] {
  if (takenAt === undefined) return null
  const place = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
  return { at: takenAt, place }
}

function evidenceObject({ id, fileName }: Evidence) {
  return { kind: 'evidence', id, label: fileName }
}
