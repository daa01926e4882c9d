import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { isSameOffice } from '../../../domain/roster/office-names.ts'

export type KitRule = InspectionKit['rules'][number]
export type KitPerson = InspectionKit['people'][number]

export function peopleOf({ people }: InspectionKit, office: string): readonly KitPerson[] {
  return people.filter((person) => isSameOffice(person.office, office))
}

/** Rules on the sheets of an office's people that hold every word typed: those used most first. */
export function rulesFor(
  { rules }: Pick<InspectionKit, 'rules'>,
  office: string,
  typed: string,
): readonly KitRule[] {
  const words = typed.trim().split(/\s+/)
  return rules.filter(({ offices, sentence, clause, itemTitle }) => {
    if (!offices.some((one) => isSameOffice(one, office))) return false
    const text = `${sentence} ${clause} ${itemTitle}`
    return words.every((word) => text.includes(word))
  })
}

/** What an inspector meets at a door when somebody is not at the desk, in words of regulations. */
const absentWords = /擅离职守|脱岗|空岗|离岗|不在岗|旷工|无故/
const presentWords = /迟到|上班时间|玩|游戏|炒股|聊天|着装|佩戴|卫生|牌/

/**
 * The one or two that come first for somebody: who is neither in nor accounted for was not at the desk; who is there is
 * seen to do what one must not. Nothing is suggested of who is on leave, out or on duty.
 */
export function suggestedRules(
  rules: readonly KitRule[],
  { status }: Pick<KitPerson, 'status'>,
): readonly KitRule[] {
  if (!status.isAccounted) return rules.filter(({ sentence }) => absentWords.test(sentence)).slice(0, 2)
  if (status.kind !== 'in') return []
  return rules.filter(({ sentence }) => presentWords.test(sentence)).slice(0, 2)
}

/** Where all of several are; what they do not share is nowhere, and suggests nothing. */
export function sharedStatus(people: readonly Pick<KitPerson, 'status'>[]): KitPerson['status'] {
  const [first, ...others] = people.map(({ status }) => status)
  const isShared = others.every(
    ({ kind, isAccounted }) => kind === first?.kind && isAccounted === first.isAccounted,
  )
  return first !== undefined && isShared ? first : { kind: 'unknown', words: '', isAccounted: true }
}

/** By the server's clock, as far as the telephone has seen it: its own may be set wrong. In milliseconds. */
export function clockSkew(kit: Pick<InspectionKit, 'madeAt'>, receivedAt: number): number {
  return Date.parse(kit.madeAt) - receivedAt
}

/** The day it is noted under: the town's today, within the days of the round. */
export function dayOfFinding(
  now: string,
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
): string {
  if (now > toOn) return toOn
  return now < fromOn ? fromOn : now
}
