import type { InspectionRound, InspectionStore, InspectionVisit } from '../commands/inspection-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import { inspectionBlocks } from '../domain/bulletin/inspection-blocks.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { inForceWithin } from '../domain/scoring/scheme-of-year.ts'
import type { Subject } from '../policies/permit.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

type Ports = EntryViewStores & {
  readonly inspections: InspectionStore
  readonly ledger: Pick<LedgerStore, 'find' | 'lastPosition'>
}

export type VisitedOffice = {
  readonly office: string
  /** findings: at least one entry of them still stands; unvisited: nobody was there yet. */
  readonly outcome: 'nothing' | 'findings' | 'unvisited'
  /** In the order of time. */
  readonly visits: readonly InspectionVisit[]
  readonly entries: readonly EntryView[]
}

export type RoundWithVisits = { readonly round: InspectionRound; readonly offices: readonly VisitedOffice[] }

/** A round with what was seen in each of its offices so far, in the order of the round. */
export async function readRound(ports: Ports, round: InspectionRound, subject: Subject): Promise<RoundWithVisits> {
  const visits = await ports.inspections.visits([round.id])
  const stored = await ports.ledger.find(visits.flatMap(({ entryIds }) => entryIds))
  const entries = new Map((await entryViews(ports, stored, subject)).map((entry) => [entry.id, entry]))
  const offices = round.offices.map((office): VisitedOffice => {
    const own = visits.filter((visit) => visit.office === office)
    const found = own.flatMap(({ entryIds }) => entryIds.flatMap((id) => entries.get(id) ?? []))
    const stands = found.some(({ state }) => state !== 'reversed')
    return {
      office,
      outcome: own.length === 0 ? 'unvisited' : stands ? 'findings' : 'nothing',
      visits: own,
      entries: found,
    }
  })
  return { round, offices }
}

export type ReportChoices = {
  /** Offices nobody went to, each with why. */
  readonly unvisited: readonly { readonly office: string; readonly reason: string }[]
  readonly withNames: boolean
}

/** 督查通报 as it would be published now; also which offices still lack a reason for not having been visited. */
export async function draftReport(
  ports: Ports & { readonly readTownName: () => Promise<string> },
  { round, offices }: RoundWithVisits,
  choices: ReportChoices,
  { today, engineVersion }: { readonly today: LocalDate; readonly engineVersion: string },
): Promise<{
  readonly title: string
  readonly unexplained: readonly string[]
  readonly ledgerPosition: number
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
}> {
  const reasonOf = (office: string) => choices.unvisited.find((one) => one.office === office)?.reason.trim() ?? ''
  const unvisited = offices.filter(({ outcome }) => outcome === 'unvisited')
  const blocks = inspectionBlocks({
    fromOn: round.fromOn,
    toOn: round.toOn,
    inspectors: round.inspectors,
    offices: offices.map(({ office, outcome }) => ({
      office,
      outcome,
      reason: outcome === 'unvisited' ? reasonOf(office) : '',
    })),
    findings: offices.flatMap(({ office, entries }) => entries.map((entry) => ({ office, ...toFinding(entry) }))),
    withNames: choices.withNames,
  })
  const town = await ports.readTownName()
  const versions = await ports.versions.list()
  const ledgerPosition = await ports.ledger.lastPosition()
  const title = `${round.title}通报`
  return {
    title,
    unexplained: unvisited.map(({ office }) => office).filter((office) => reasonOf(office) === ''),
    ledgerPosition,
    content: ({ number, publishedOn }) => ({
      format: 'gongdao-bulletin/1',
      kind: 'inspection',
      town,
      period: round.id,
      year: round.year,
      number,
      title,
      subtitle: null,
      blocks: [...blocks],
      asOf: today,
      publishedOn,
      engineVersion,
      schemes: inForceWithin(versions, round.year).map(({ version, scheme, effectiveFrom }) => ({
        version,
        title: scheme.title,
        effectiveFrom,
      })),
      ledgerPosition,
      notice: null,
      correction: null,
      figures: null,
    }),
  }
}

function toFinding({ name, occurredOn, clause, quantity, unit, matter, place, note, state }: EntryView) {
  const words = [matter, place, note].filter((one) => one !== null && one !== '').join('，')
  return { name, occurredOn, clause, amount: `${formatQuantity(quantity)}${unit ?? ''}`, words, state }
}
