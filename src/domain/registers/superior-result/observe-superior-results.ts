import { entryScope, peopleOfOffice, type EntryScope } from '../../ledger/entry-scope.ts'
import { isWithin, yearOf, type LocalDate } from '../../primitives/local-date.ts'
import { oneUnit, quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterFacts, type RegisterObserver } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { rankWords, resultWords, superiorResultDefinition, type SuperiorResult } from './superior-result-record.ts'

/**
 * One observation per person: a result of an office falls upon everyone of its sheet on that day, as one matter
 * (SPEC §3). A completion counts its percentage, or, of a target the document sets, the percentage points it stays below;
 * everything else counts once. What has reached such a target shows nothing.
 */
export const superiorResultObserver: RegisterObserver = {
  register: 'superior-result',
  alsoReads: [],
  isOfOnePerson: false,
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    const peopleOn = officePeople(facts)
    return records
      .filter(({ days }) => days.first <= facts.today && isWithin(days.first, facts.days))
      .flatMap((stored) => {
        const record = { ...stored, body: superiorResultDefinition.bodySchema.parse(stored.body) }
        const { staffNumber, office, days, body } = record
        if (pointsShort(body) === 0) return []
        if (staffNumber !== null) return [observationOf(record, staffNumber)]
        const people = office === null ? [] : peopleOn(office, days.first)
        return people.map((person) => observationOf(record, person))
      })
  },
}

/** Who is scored on an office's sheet on a day, as an entry about the whole office would name them. */
function officePeople({ roster, schemeOn }: RegisterFacts) {
  const scopes = new Map<string, EntryScope | null>()
  return (office: string, day: LocalDate): readonly string[] => {
    const scheme = schemeOn(day)
    const key = `${String(yearOf(day))} ${scheme === null ? '' : day}`
    const scope = scopes.get(key) ?? (scheme === null ? null : entryScope(scheme, roster, yearOf(day)))
    scopes.set(key, scope)
    return scope === null ? [] : peopleOfOffice(scope, office, day).map(({ staffNumber }) => staffNumber)
  }
}

function observationOf(record: RegisterRecord<SuperiorResult>, staffNumber: string): Observation {
  const { id, days, body } = record
  const short = pointsShort(body)
  return {
    register: 'superior-result',
    kind: short === null ? body.kind : 'rate-short',
    factKey: `superior-result/${id}/${staffNumber}`,
    staffNumber,
    occurredOn: days.first,
    quantity: body.kind === 'completion-rate' ? quantity(short ?? body.percent ?? 0) : oneUnit,
    level: body.level,
    variant: variantOf(body),
    matter: body.matter,
    place: null,
    words: `${sourceWords(body)}：${resultWords(record)}${short === null ? '' : `，低${String(short / 100)}个百分点`}。`,
    recordIds: [id],
  }
}

/** Hundredths of a percentage point below the document's target; null: it sets none. */
function pointsShort({ kind, percent, target }: SuperiorResult): number | null {
  return kind === 'completion-rate' && target !== null ? Math.max(0, target - (percent ?? 0)) : null
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
