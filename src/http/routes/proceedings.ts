import { cureByCorrection, cureByReversal } from '../../commands/cure-objection.ts'
import { fileObjection, unfiledObjection } from '../../commands/file-objection.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { proceedingMark } from '../../domain/review/decision-blocks.ts'
import { isOpen, lastOf } from '../../domain/review/proceeding-state.ts'
import { peopleOf } from '../../domain/review/proceeding.ts'
import { mayReadProceeding } from '../../policies/proceeding-reach.ts'
import { previewCure, publishedOver } from '../../queries/preview-cure.ts'
import { proceedingHeads } from '../../queries/proceeding-view.ts'
import type { proceedingEndpoints } from '../contract/proceedings.ts'
import {
  answerView,
  decideOn,
  factsFor,
  findObjection,
  findWithin,
  readMembers,
  stepNote,
  stepOn,
  subjectOnRecord,
} from '../proceedings.ts'
import type { RouteGroup } from '../route.ts'

export const proceedingRoutes: RouteGroup<typeof proceedingEndpoints> = {
  listProceedings: {
    inTown: async (call) => {
      const { query, stores, subject, reach } = call
      const filter = { kind: query.kind ?? null, year: query.year ?? null, about: null }
      const all = (await stores.proceedings.list(filter)).filter((one) =>
        mayReadProceeding(subject, reach, { people: peopleOf(one), openedBy: one.openedBy }),
      )
      const heads = await proceedingHeads(stores, all, await readMembers(call), call)
      return accept({ proceedings: [...heads.filter((one) => one.isOpen), ...heads.filter((one) => !one.isOpen)] })
    },
  },
  readProceeding: {
    inTown: async (call) => {
      const found = await findWithin(call, call.params.proceedingId)
      return found.ok ? answerView(call, found.value) : found
    },
  },
  listEntriesUnderObjection: {
    inTown: async ({ stores, reach, today }) => {
      const about = reach.kind === 'everyone' ? null : (reach.staffNumber ?? '')
      const all = await stores.proceedings.list({ kind: 'objection', year: null, about })
      return accept({
        entries: all.flatMap((one) =>
          one.kind === 'objection' && one.subject.about === 'entry' && isOpen(one, today)
            ? [{ entryId: one.subject.entryId, proceedingId: one.id, year: one.year, number: one.number }]
            : [],
        ),
      })
    },
  },
  fileObjection: {
    inTown: async (call) => {
      const { body, stores, act, subject, note } = call
      if (subject.staffNumber === null) return refuse({ code: 'objection-subject-unknown' })
      const found = await subjectOnRecord(stores, subject.staffNumber, body.subject)
      if (!found.ok) return found
      const objection = unfiledObjection(act, { subject: found.value, staffNumber: subject.staffNumber })
      const facts = await factsFor(call, objection)
      const filed = await fileObjection(stores.proceedings, objection, { words: body.words, facts })
      if (!filed.ok) return filed
      note(stepNote(filed.value))
      return answerView(call, filed.value)
    },
  },
  withdrawObjection: {
    inTown: async (call) => {
      const { params, body } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      return stepOn(call, found.value, body.seen, { kind: 'withdrawn', words: body.words })
    },
  },
  answerObjection: {
    inTown: async (call) => {
      const { params, body, act } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const { outcome, reasons, seen } = body
      const deed = { kind: 'answered', outcome, reasons, bulletinId: act.newId() } as const
      return decideOn(call, found.value, seen, deed)
    },
  },
  askForReview: {
    inTown: async (call) => {
      const { params, body } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      return stepOn(call, found.value, body.seen, { kind: 'review-asked', words: body.words })
    },
  },
  recordRecusal: {
    inTown: async (call) => {
      const { params, body } = call
      const found = await findWithin(call, params.proceedingId)
      if (!found.ok) return found
      return stepOn(call, found.value, body.seen, { kind: 'recused', who: body.who, why: body.why })
    },
  },
  decideReview: {
    inTown: async (call) => {
      const { params, body, act } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const { outcome, reasons, seen } = body
      const minutes = { ...body.minutes, meetingOn: localDate(body.minutes.meetingOn) }
      const deed = { kind: 'review-decided', outcome, reasons, minutes, bulletinId: act.newId() } as const
      return decideOn(call, found.value, seen, deed)
    },
  },
  recordAppeal: {
    inTown: async (call) => {
      const { params, body } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const { day, outcome, words } = body
      return stepOn(call, found.value, body.seen, { kind: 'appeal-recorded', day: localDate(day), outcome, words })
    },
  },
  previewCure: {
    inTown: async (call) => {
      const { params, stores, today, note } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const { subject } = found.value
      const entries = subject.about === 'entry' ? await stores.ledger.find([subject.entryId]) : []
      note({ object: { kind: 'proceeding', id: found.value.id, label: proceedingMark(found.value) } })
      const over = await publishedOver(stores.bulletins, entries)
      const left = entries.filter(({ state }) => state !== 'reversed')
      if (left.length === 0) return accept({ preview: null, publishedOver: over })
      const preview = await previewCure(stores, left, today)
      return preview.ok ? accept({ preview: preview.value, publishedOver: over }) : preview
    },
  },
  cureByReversal: {
    inTown: async (call) => {
      const { params, body, stores, act, subject, note } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const facts = await factsFor(call, found.value)
      const decision = lastOf(found.value, 'review-decided') ?? lastOf(found.value, 'answered')
      const reason = `${proceedingMark(found.value)}：${decision?.deed.reasons ?? ''}`.slice(0, 500)
      const cured = await cureByReversal(stores, act, subject, {
        objection: found.value,
        seen: body.seen,
        facts,
        reason,
      })
      if (!cured.ok) return cured
      note({ ...stepNote(cured.value), reason })
      return answerView(call, cured.value)
    },
  },
  cureByCorrection: {
    inTown: async (call) => {
      const { params, body, stores, note } = call
      const found = await findObjection(call, params.proceedingId)
      if (!found.ok) return found
      const facts = await factsFor(call, found.value)
      const cured = await cureByCorrection(stores, { objection: found.value, ...body, facts })
      if (!cured.ok) return cured
      note(stepNote(cured.value))
      return answerView(call, cured.value)
    },
  },
  downloadProceeding: {
    inTown: async (call) => {
      const { params, stores, services, note } = call
      const found = await findWithin(call, params.proceedingId)
      if (!found.ok) return found
      const view = await answerView(call, found.value)
      note({ object: { kind: 'proceeding', id: found.value.id, label: proceedingMark(found.value) } })
      return accept(await services.writeProceeding(await stores.readTownName(), view.value))
    },
  },
}
