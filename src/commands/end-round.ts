import { noTerms } from '../domain/bulletin/bulletin-terms.ts'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import type { Subject } from '../policies/permit.ts'
import type { BulletinStore } from './bulletin-store.ts'
import type { Act } from './draft-store.ts'
import { isOfRound, type RoundRefusal } from './inspect.ts'
import type { InspectionRound, InspectionStore } from './inspection-store.ts'
import { issueBulletin } from './issue-bulletin.ts'

export type EndRoundRefusal =
  | RoundRefusal
  | { readonly code: 'unvisited-unexplained'; readonly offices: readonly string[] }
  | { readonly code: 'figures-changed' }

type Report = {
  readonly title: string
  /** Offices nobody went to, and nobody has said why. */
  readonly unexplained: readonly string[]
  readonly ledgerPosition: number
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
}

/** Whether this subject may end the round now. */
export function findEndRefusal(subject: Subject, round: InspectionRound): RoundRefusal | null {
  if (round.ended !== null) return { code: 'round-ended', by: round.ended.by }
  return isOfRound(subject, round) ? null : { code: 'not-inspector-of-round', inspectors: round.inspectors }
}

/** Ends a round, once: its report is published as it was looked at. */
export async function endRound(
  ports: { readonly inspections: InspectionStore; readonly bulletins: Pick<BulletinStore, 'lastNumber' | 'add'> },
  act: Act & { readonly today: LocalDate },
  {
    round,
    report,
    subject,
  }: { readonly round: InspectionRound; readonly report: Report; readonly subject: Subject },
  digest: { readonly shown: string; readonly now: string },
): Promise<Result<InspectionRound, EndRoundRefusal>> {
  const refusal = findEndRefusal(subject, round)
  if (refusal !== null) return refuse(refusal)
  if (report.unexplained.length > 0) return refuse({ code: 'unvisited-unexplained', offices: report.unexplained })
  if (digest.shown !== digest.now) return refuse({ code: 'figures-changed' })
  const { title, ledgerPosition, content } = report
  const bulletin = await issueBulletin(ports, act, {
    id: act.newId(),
    kind: 'inspection',
    period: round.id,
    year: round.year,
    title,
    audience: 'town',
    staffNumber: null,
    terms: noTerms,
    corrects: null,
    notice: null,
    ledgerPosition,
    backing: null,
    content,
  })
  const ended = { at: act.at, by: act.by, bulletinId: bulletin.id }
  const isEnded = await ports.inspections.end(round.id, ended)
  assert(isEnded, 'nobody else writes meanwhile')
  return accept({ ...round, ended })
}
