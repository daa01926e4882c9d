import { endRound, findEndRefusal } from '../../commands/end-round.ts'
import { isOfRound, openRound, recordOnVisit, visitOffice } from '../../commands/inspect.ts'
import type { InspectionRound, InspectionVisit } from '../../commands/inspection-store.ts'
import { localDate, yearOf, type LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, assert, refuse } from '../../domain/primitives/result.ts'
import { photoPlaceSettingName, readPhotoPlace } from '../../domain/registers/photo-place.ts'
import { reachOf, type Subject } from '../../policies/permit.ts'
import { entryViews } from '../../queries/entry-view.ts'
import { readInspectionKit } from '../../queries/read-inspection-kit.ts'
import { draftReport, readRound, type RoundWithVisits } from '../../queries/read-inspection.ts'
import { entriesNote } from '../audit-notes.ts'
import { shownDigest } from '../bulletin-digest.ts'
import type {
  InspectionDetail,
  inspectionEndpoints,
  InspectionSettings,
  InspectionSummary,
} from '../contract/inspections.ts'
import type { RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'
import { toFinding } from './entries.ts'

export const inspectionRoutes: RouteGroup<typeof inspectionEndpoints> = {
  listInspections: {
    inTown: async ({ query, stores, today, subject, services, session }) => {
      const rounds = await stores.inspections.ofYear(query.year)
      const visits = await stores.inspections.visits(rounds.map(({ id }) => id))
      const entries = await stores.ledger.find(visits.flatMap(({ entryIds }) => entryIds))
      const standing = new Set(entries.flatMap(({ id, state }) => (state === 'reversed' ? [] : [id])))
      return accept({
        rounds: rounds.map((round) => toSummary(round, countOffices(visits, round.id, standing), subject)),
        choices:
          reachOf(subject, 'inspection.open') === null
            ? null
            : {
                nextNumber: Math.max(0, ...rounds.map(({ number }) => number)) + 1,
                offices: await officesOn(stores, today),
                inspectors: await inspectorsOf(services, session.tenantId),
              },
      })
    },
  },
  openInspection: {
    inTown: async ({ body, stores, act, today, subject, services, session, note }) => {
      const [fromOn, toOn] = [localDate(body.fromOn), localDate(body.toOn)]
      const known = {
        offices: await officesOn(stores, today),
        inspectors: await inspectorsOf(services, session.tenantId),
      }
      const opened = await openRound(stores.inspections, act, { ...body, fromOn, toOn }, known)
      if (!opened.ok) return opened
      note({
        object: roundObject(opened.value),
        after: { days: `${fromOn}—${toOn}`, offices: body.offices, inspectors: body.inspectors },
      })
      return accept(toDetail(await readRound(stores, opened.value, subject), subject))
    },
  },
  readInspectionKit: {
    inTown: async ({ stores, subject, at, today }) => {
      // A round of late December goes on in January.
      const years = [yearOf(today) - 1, yearOf(today)]
      const read: RoundWithVisits[] = []
      for (const year of years)
        for (const round of await stores.inspections.ofYear(year))
          if (round.ended === null && isOfRound(subject, round)) read.push(await readRound(stores, round, subject))
      // The one that was planned last is the one that is walked now.
      const latest = read.toSorted((left, right) => right.round.openedAt.getTime() - left.round.openedAt.getTime())
      return accept(await readInspectionKit(stores, { at, today }, latest))
    },
  },
  readInspectionSettings: {
    inTown: async ({ stores }) => accept(await readSettings(stores)),
  },
  changeInspectionSettings: {
    inTown: async ({ body, stores, act, note }) => {
      const before = await readSettings(stores)
      await stores.registerSettings.write(photoPlaceSettingName, body.wantsPlace, act)
      const object = { kind: 'registerSetting', id: photoPlaceSettingName, label: '照片的时间和位置' }
      note({ object, before: wordsOf(before), after: wordsOf(body) })
      return accept(await readSettings(stores))
    },
  },
  readInspection: {
    inTown: async ({ params, stores, subject }) => {
      const round = await stores.inspections.find(params.roundId)
      if (round === null) return refuse({ code: 'round-unknown' })
      return accept(toDetail(await readRound(stores, round, subject), subject))
    },
  },
  visitOffice: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const visited = await visitOffice(stores.inspections, act, subject, { ...params, ...body })
      if (!visited.ok) return visited
      const round = await roundAgain(stores, params.roundId)
      note({ object: roundObject(round), after: { office: body.office, outcome: 'nothing', words: body.words } })
      return accept(toDetail(await readRound(stores, round, subject), subject))
    },
  },
  recordInspectionFinding: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const finding = toFinding(body.finding)
      const recorded = await recordOnVisit(stores, act, subject, { ...params, ...body, finding })
      if (!recorded.ok) return recorded
      const round = await roundAgain(stores, params.roundId)
      const entries = await entryViews(stores, recorded.value.entries, subject)
      note({ ...entriesNote(entries, { from: null, to: 'recorded', reason: round.title }) })
      const detail = toDetail(await readRound(stores, round, subject), subject)
      return accept({ ...detail, recorded: entries.map(({ id }) => id) })
    },
  },
  previewInspectionReport: {
    inTown: async ({ params, body, stores, today, subject, services }) => {
      const round = await stores.inspections.find(params.roundId)
      if (round === null) return refuse({ code: 'round-unknown' })
      const refusal = findEndRefusal(subject, round)
      if (refusal !== null) return refuse(refusal)
      const moment = { today, engineVersion: services.engineVersion }
      const report = await draftReport(stores, await readRound(stores, round, subject), body, moment)
      const number = (await stores.bulletins.lastNumber('inspection', round.year)) + 1
      const content = report.content({ number, publishedOn: today })
      return accept({ content, unexplained: report.unexplained, digest: shownDigest(content) })
    },
  },
  endInspection: {
    inTown: async ({ params, body, stores, act, today, subject, services, note }) => {
      const round = await stores.inspections.find(params.roundId)
      if (round === null) return refuse({ code: 'round-unknown' })
      const read = await readRound(stores, round, subject)
      const report = await draftReport(stores, read, body, { today, engineVersion: services.engineVersion })
      const now = shownDigest(report.content({ number: 1, publishedOn: today }))
      const ended = await endRound(stores, act, { round, report, subject }, { shown: body.digest, now })
      if (!ended.ok) return ended
      note({ object: roundObject(round), before: { state: 'running' }, after: { state: 'ended' } })
      return accept(toDetail({ ...read, round: ended.value }, subject))
    },
  },
}

async function readSettings({ registerSettings }: TownStores): Promise<InspectionSettings> {
  return { wantsPlace: readPhotoPlace(await registerSettings.read(photoPlaceSettingName)) }
}

function wordsOf({ wantsPlace }: InspectionSettings) {
  return { isOn: wantsPlace }
}

async function roundAgain({ inspections }: TownStores, roundId: string): Promise<InspectionRound> {
  const round = await inspections.find(roundId)
  assert(round !== null, 'a round that was just added to is there')
  return round
}

/** The offices of the day, in roster order. */
async function officesOn({ roster }: TownStores, day: LocalDate): Promise<readonly string[]> {
  const present = (await roster.assignments()).filter(
    ({ office, from, to }) => office !== '' && (from === null || from <= day) && (to === null || to >= day),
  )
  return [...new Set(present.map(({ office }) => office))]
}

/** User names of the accounts that may inspect, and can sign in. */
async function inspectorsOf(services: Services, tenantId: string): Promise<readonly string[]> {
  const accounts = await services.inAccounts(async (store) => accept(await store.townAccounts(tenantId)))
  assert(accounts.ok, 'listing accounts refuses nothing')
  return accounts.value
    .filter(
      ({ granted, suspendedAt }) =>
        suspendedAt === null && granted.some((role) => role === 'inspector' || role === 'office'),
    )
    .map(({ userName }) => userName)
}

type Counted = { readonly visited: number; readonly withFindings: number }

function countOffices(
  visits: readonly InspectionVisit[],
  roundId: string,
  standing: ReadonlySet<string>,
): Counted {
  const own = visits.filter((visit) => visit.roundId === roundId)
  const found = own.filter(({ entryIds }) => entryIds.some((id) => standing.has(id)))
  return {
    visited: new Set(own.map(({ office }) => office)).size,
    withFindings: new Set(found.map(({ office }) => office)).size,
  }
}

function toSummary(round: InspectionRound, counted: Counted, subject: Subject): InspectionSummary {
  const { openedAt: _openedAt, ended, ...shown } = round
  return {
    ...shown,
    ...counted,
    ended: ended === null ? null : { ...ended, at: ended.at.toISOString() },
    isMine: isOfRound(subject, round),
  }
}

function toDetail({ round, offices }: RoundWithVisits, subject: Subject): InspectionDetail {
  const counted = {
    visited: offices.filter(({ outcome }) => outcome !== 'unvisited').length,
    withFindings: offices.filter(({ outcome }) => outcome === 'findings').length,
  }
  return {
    round: toSummary(round, counted, subject),
    offices: offices.map(({ visits, ...office }) => ({
      ...office,
      visits: visits.map(({ id, outcome, words, at, by }) => ({ id, outcome, words, at: at.toISOString(), by })),
    })),
  }
}

function roundObject({ id, title }: Pick<InspectionRound, 'id' | 'title'>) {
  return { kind: 'inspection', id, label: title }
}
