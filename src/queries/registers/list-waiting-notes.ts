import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import {
  studyBodySchema,
  studyDefinition,
  toStudy,
  type StudyBody,
} from '../../domain/registers/study/study-record.ts'
import type { Reach, Subject } from '../../policies/permit.ts'
import { listRecords } from './list-records.ts'
import { recordViews, type RecordView } from './record-view.ts'
import { readStudyCopies } from './study-copies.ts'
import type { StudyCopyView } from './study-standing-view.ts'

export type WaitingNote = {
  readonly record: RecordView<StudyBody>
  /** Pieces that hold the same text or file. */
  readonly copies: readonly StudyCopyView[]
}
export type WaitingNotes = { readonly notes: readonly WaitingNote[]; readonly total: number }

type Stores = Parameters<typeof listRecords>[0] & {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly roster: Pick<RosterStore, 'people'>
}

/** Pieces that wait to be checked, those handed in first in front; without those about who asks. */
export async function listWaitingNotes(
  stores: Stores,
  { subject, reach }: { readonly subject: Subject; readonly reach: Reach },
  most: number,
): Promise<WaitingNotes> {
  const register = anyRegister(studyDefinition)
  const nothing = { from: null, to: null, text: null, office: null, staffNumber: null, record: null }
  const waiting = await listRecords(stores, register, { ...nothing, state: 'handed-in' }, reach)
  const views = await recordViews(stores.roster, register, waiting, { subject, keep: 'study.keep' })
  const byId = new Map(waiting.map((record) => [record.id, record]))
  const open = views.filter(({ barred }) => barred === null).toReversed()
  const shown = open.slice(0, most)
  const [oldest] = shown
  const first = oldest === undefined ? undefined : byId.get(oldest.id)?.days.first
  if (first === undefined) return { notes: [], total: 0 }
  const copiesOf = await readStudyCopies(stores, first)
  const notes = shown.flatMap((view): readonly WaitingNote[] => {
    const record = byId.get(view.id)
    if (record === undefined) return []
    return [{ record: { ...view, body: studyBodySchema.parse(view.body) }, copies: copiesOf(toStudy(record)) }]
  })
  return { notes, total: open.length }
}
