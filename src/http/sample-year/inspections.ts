import { endRound } from '../../commands/end-round.ts'
import { expectFit, sampleYear } from '../../commands/fill-sample-town.ts'
import { openRound, visitOffice } from '../../commands/inspect.ts'
import { addDays, localDate, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { Subject } from '../../policies/permit.ts'
import { draftReport, readRound } from '../../queries/read-inspection.ts'
import { sampleAct, type SampleTown } from './sample-town.ts'

const inspector: Subject = {
  by: '郝嘉言',
  roles: ['inspector'],
  staffNumber: '016',
  ownOffices: [],
  inChargeOf: [],
}
/** Mondays of three weeks; the last round is under way. */
const rounds = ['2025-11-17', '2025-12-08', '2025-12-22'] as const

/** 周督查, each on the Friday of its week after the week's entries were noted. */
export function inspectSample(town: SampleTown) {
  return rounds.map((monday, index) => {
    const fromOn = localDate(monday)
    const friday = addDays(fromOn, 4)
    const isUnderWay = index === rounds.length - 1
    return {
      on: friday,
      hour: 18,
      happens: () => inspect(town, { number: index + 1, fromOn, friday, isUnderWay }),
    }
  })
}

type Round = {
  readonly number: number
  readonly fromOn: LocalDate
  readonly friday: LocalDate
  readonly isUnderWay: boolean
}

async function inspect(town: SampleTown, { number, fromOn, friday, isUnderWay }: Round): Promise<void> {
  const { stores, engineVersion } = town
  const roster = await stores.roster.assignments()
  const offices = [...new Set(roster.map(({ office }) => office))]
  const inspectors = [inspector.by]
  const planned = { number, fromOn, toOn: friday, offices, inspectors }
  const opening = sampleAct(town, fromOn, 9, '丁岚')
  const round = expectFit(
    await openRound(stores.inspections, opening, planned, { offices, inspectors }),
    `第${String(number)}次督查`,
  )
  const found = (await stores.ledger.ofYear(sampleYear)).filter(
    ({ basis, occurredOn }) => basis === '周督查' && occurredOn >= fromOn && occurredOn <= friday,
  )
  const officeOf = (staffNumber: string) =>
    roster.findLast((one) => one.staffNumber === staffNumber && (one.from === null || one.from <= friday))?.office
  const act = sampleAct(town, friday, 18, inspector.by)
  for (const office of isUnderWay ? offices.slice(0, 5) : offices) {
    const entryIds = found.filter(({ staffNumber }) => officeOf(staffNumber) === office).map(({ id }) => id)
    const visit = { roundId: round.id, office, words: '' }
    if (entryIds.length === 0)
      expectFit(await visitOffice(stores.inspections, act, inspector, visit), `${office}的督查`)
    else {
      const { newId, at, by } = act
      await stores.inspections.addVisit({ ...visit, id: newId(), outcome: 'findings', entryIds, at, by })
    }
  }
  if (isUnderWay) return
  const read = await readRound(stores, round, inspector)
  const choices = { unvisited: [], withNames: false }
  const report = await draftReport(stores, read, choices, { today: friday, engineVersion })
  const ended = await endRound(stores, act, { round, report, subject: inspector }, { shown: '', now: '' })
  expectFit(ended, `第${String(number)}次督查的通报`)
}
