import { isWithin, type LocalDate } from '../../primitives/local-date.ts'
import { oneUnit, quantity } from '../../primitives/quantity.ts'
import { sheetDirectory } from '../../roster/sheet-directory.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterObserver } from '../register-facts.ts'
import { suggestRule } from '../suggest-rule.ts'
import { toStudy, wordsWords } from './study-record.ts'

/** 读书笔记: what was achieved, one fact per piece that was accepted; short of the target is for the scheme to reckon. */
export const studyObserver: RegisterObserver = {
  register: 'study',
  alsoReads: [],
  isOfOnePerson: true,
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    const unitOn = unitReader(facts.schemeOn)
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
          quantity: unitOn(day) === 'pieces' ? oneUnit : quantity(words),
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

/** Whether the scheme counts notes by words, as most do, or by pieces (篇 份 本 次). */
export function countsPieces(unit: string | undefined): boolean {
  return unit !== undefined && /[篇份本次期]/.test(unit)
}

function unitReader(schemeOn: (day: LocalDate) => Scheme | null) {
  const known = new Map<Scheme, 'words' | 'pieces'>()
  return (day: LocalDate): 'words' | 'pieces' => {
    const scheme = schemeOn(day)
    if (scheme === null) return 'words'
    const found = known.get(scheme)
    if (found !== undefined) return found
    const directory = sheetDirectory(scheme)
    const subject = { kind: 'study-notes', variant: null, level: null, office: null } as const
    const { ruleId } = suggestRule(directory, subject)
    const rule = ruleId === null ? undefined : directory.ruleById.get(ruleId)?.rule
    const unit = countsPieces(rule?.shortfall?.unit ?? rule?.unit) ? 'pieces' : 'words'
    known.set(scheme, unit)
    return unit
  }
}
