import { isWithin } from '../../primitives/local-date.ts'
import { quantity } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterObserver } from '../register-facts.ts'
import { toStudy, wordsWords } from './study-record.ts'

/**
 * 读书笔记: the words that were achieved, one fact per piece that was accepted; short of the target is for the scheme to
 * reckon, by words or by pieces (proposed-finding.ts).
 */
export const studyObserver: RegisterObserver = {
  register: 'study',
  alsoReads: [],
  isOfOnePerson: true,
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    return records.flatMap((kept): Observation[] => {
      const { id, state, staffNumber, days } = kept
      const day = days.first
      if (state !== 'accepted' || staffNumber === null) return []
      if (day > facts.today || !isWithin(day, facts.days)) return []
      const { title, words } = toStudy(kept).body
      if (words === null) return []
      return [
        {
          register: 'study',
          kind: 'study-notes',
          factKey: `study/${id}`,
          staffNumber,
          occurredOn: day,
          quantity: quantity(words),
          level: null,
          variant: null,
          matter: null,
          place: null,
          words: `读书笔记《${title}》，核对${wordsWords(words)}。`,
          recordIds: [id],
        },
      ]
    })
  },
}
