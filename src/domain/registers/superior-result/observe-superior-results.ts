import { oneUnit, quantity } from '../../primitives/quantity.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Observation } from '../observation.ts'
import type { RegisterRecord } from '../register-record.ts'
import { withdrawnState } from '../register-record.ts'
import { rankWords, resultWords, type SuperiorResult } from './superior-result-record.ts'

export type SuperiorResultFacts = {
  /** Who is scored on the office's sheet on that day, as an entry about the whole office would name them. */
  readonly peopleOfOffice: (office: string, day: LocalDate) => readonly string[]
}

/**
 * What the results show, one observation per person: a result of an office falls upon everyone of its sheet on that
 * day, as one matter (SPEC §3). A completion counts its percentage, everything else once.
 */
export function observeSuperiorResults(
  records: readonly RegisterRecord<SuperiorResult>[],
  { peopleOfOffice }: SuperiorResultFacts,
): readonly Observation[] {
  return records
    .filter(({ state }) => state !== withdrawnState)
    .flatMap((record) => {
      const { staffNumber, office, days, body } = record
      const people =
        staffNumber !== null ? [staffNumber] : office === null ? [] : peopleOfOffice(office, days.first)
      return people.map((person): Observation => ({
        register: 'superior-result',
        kind: body.kind,
        factKey: `superior-result/${record.id}/${person}`,
        staffNumber: person,
        occurredOn: days.first,
        quantity: body.kind === 'completion-rate' ? quantity(body.percent ?? 0) : oneUnit,
        level: body.level,
        variant: variantOf(body),
        matter: body.matter,
        place: null,
        words: `${sourceWords(body)}：${resultWords(record)}。`,
        recordIds: [record.id],
      }))
    })
}

/** What rules differ by: the subject, and of a ranking the rank with it; the kind of a sanction. */
function variantOf(body: SuperiorResult): string | null {
  const { kind, subject, sanction } = body
  if (kind === 'sanction') return sanction
  if (kind === 'commendation' || kind === 'criticism') return null
  return kind === 'rank' ? [subject ?? '', rankWords(body)].join(' ').trim() : subject
}

function sourceWords({ issuedBy, documentNumber, documentTitle }: SuperiorResult): string {
  return `${issuedBy}《${documentTitle}》${documentNumber === null ? '' : `（${documentNumber}）`}`
}
