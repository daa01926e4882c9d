import type { Action } from '../../../http/contract/account.ts'
import type { MissingPart } from '../../../domain/scoring/score-sheet.ts'

/** Where a missing part is put right: the words of the link and its address, opened on the person it is missing for. */
export type Remedy = {
  readonly label: string
  readonly address: string
  /** What it takes to put it right there; the link is for those who may. */
  readonly opens: Action
}

export function remedyFor(part: MissingPart, staffNumber: string, year: number): Remedy {
  const person = encodeURIComponent(staffNumber)
  switch (part.code) {
    case 'no-rating':
      return { label: '去评分', address: `/ratings?year=${String(year)}&person=${person}`, opens: 'rating.record' }
    case 'no-sheet':
    case 'amount-unknown':
      return { label: '去补方案', address: '/scheme', opens: 'scheme.draft' }
    case 'item-unassessed':
      return { label: '去登记', address: `/entries/new?person=${person}`, opens: 'entry.record' }
    case 'register-not-kept':
      return { label: '去认定', address: `/standings?year=${String(year)}&settle=1`, opens: 'register.settle' }
    case 'no-staff':
    case 'no-deputy':
      return { label: '去改花名册', address: '/people', opens: 'people.change' }
    case 'member-partial':
      return {
        label: '看成绩单',
        address: `/people/${encodeURIComponent(part.staffNumber)}/sheet?year=${String(year)}`,
        opens: 'score.read',
      }
  }
}
