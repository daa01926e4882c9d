import { addEvidence } from '../../commands/add-evidence.ts'
import type { LedgerAct } from '../../commands/append-to-ledger.ts'
import type { AuditNote } from '../../commands/audit-store.ts'
import type { Evidence } from '../../commands/evidence-store.ts'
import type { KeptFile } from '../../commands/keep-file.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { photoPlaceSettingName, readPhotoPlace } from '../../domain/registers/photo-place.ts'
import { evidenceView, isPictureType, type EvidenceView } from '../../queries/evidence-view.ts'
import { listEvidence } from '../../queries/list-evidence.ts'
import type { Subject } from '../../policies/permit.ts'
import {
  findAddingBar,
  mayOpenEvidence,
  readableSubjects,
  type EvidenceSubject,
} from '../../queries/readable-evidence.ts'
import type { evidenceEndpoints } from '../contract/evidence.ts'
import type { InputOf } from '../endpoint-input.ts'
import type { UploadedFile } from '../files.ts'
import { keepUpload } from '../keep-upload.ts'
import type { Refusal } from '../refusal.ts'
import type { Ask, RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

type Taken = InputOf<typeof evidenceEndpoints.addEntryEvidence>['body']

export const evidenceRoutes: RouteGroup<typeof evidenceEndpoints> = {
  addEntryEvidence: {
    ahead: ({ params, ...call }) => keepAhead(call, { kind: 'entry', id: params.entryId }),
  },
  addRecordEvidence: {
    ahead: ({ params, ...call }) => keepAhead(call, { kind: 'record', id: params.recordId }),
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
      if (!(await mayOpenEvidence(stores, subject, evidence))) return refuse({ code: 'attachment-unknown' })
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

type Uploading = {
  readonly file: UploadedFile
  readonly body: Taken
  readonly services: Services
  readonly subject: Subject
  readonly ask: Ask
}
type Adding = {
  readonly stores: TownStores
  readonly act: LedgerAct
  readonly note: (note: Partial<AuditNote>) => void
}

/** The file is looked at and kept only for whom its place is open; before it goes on record that is asked again. */
async function keepAhead(
  { file, body, services, subject, ask }: Uploading,
  about: Evidence['subject'],
): Promise<Result<(call: Adding) => Promise<Result<EvidenceView, Refusal>>, Refusal>> {
  const asked = await ask((stores) => findOpenSubject(stores, subject, about))
  if (!asked.ok) return asked
  const kept = await keepUpload(services, file)
  if (!kept.ok) return kept
  return accept(async ({ stores, act, note }) => {
    const open = await findOpenSubject(stores, subject, about)
    if (!open.ok) return open
    const isSecret = open.value.kind === 'record' && open.value.record.register === 'complaint'
    const isWanted = !isSecret && readPhotoPlace(await stores.registerSettings.read(photoPlaceSettingName))
    const named = isSecret ? await namedByNumber(stores, about, kept.value) : kept.value
    const added = await addEvidence(stores.evidence, act, about, named, isWanted ? takenOf(body) : null)
    if (!added.ok) return added
    note({ object: evidenceObject(added.value), after: { digest: added.value.sha256 } })
    return accept(evidenceView(added.value))
  })
}

/** Files of a complaint are numbered: a name may say who complained, and names stand in the audit. */
async function namedByNumber({ evidence }: TownStores, { kind, id }: Evidence['subject'], kept: KeptFile) {
  const there = await evidence.of(kind, [id])
  const ending = /\.[a-z]{3,4}$/.exec(kept.fileName)?.[0] ?? ''
  return { ...kept, fileName: `佐证${String(there.length + 1)}${ending}` }
}

/** What a file would belong to, if the asker may read it and add to it. */
async function findOpenSubject(
  stores: TownStores,
  subject: Subject,
  { kind, id }: Evidence['subject'],
): Promise<Result<EvidenceSubject, Refusal>> {
  const [readable] = await readableSubjects(stores, subject, kind, [id])
  if (readable === undefined)
    return refuse({ code: kind === 'entry' ? 'entry-unknown' : 'evidence-subject-unknown' })
  const bar = findAddingBar(subject, readable)
  return bar === null ? accept(readable) : refuse({ code: addingRefusals[bar] })
}

function takenOf({ takenAt, latitude, longitude }: Taken): Evidence['taken'] {
  if (takenAt === undefined) return null
  const place = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
  return { at: takenAt, place }
}

function evidenceObject({ id, fileName }: Evidence) {
  return { kind: 'evidence', id, label: fileName }
}
