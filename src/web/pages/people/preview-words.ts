import { absenceWords } from '../../../domain/roster/absence.ts'
import type { ChangePreview, ScoreChange } from '../../../http/contract/people-changes.ts'
import type { peopleChangeText } from '../../text/people-change.ts'
import { pointsText } from '../../text/figure.ts'

type Words = (typeof peopleChangeText)['zh']
type PersonPreview = ChangePreview['people'][number]

/** 总分 95 → 96.5; what is known so far while a score is missing; empty when there was and is no sheet. */
export function scoreWords(change: ScoreChange, text: Words): string {
  const { scoreBefore, scoreAfter, soFarBefore, soFarAfter } = change
  if (soFarAfter === null) return soFarBefore === null ? '' : text.noSheetAfter(pointsText(soFarBefore))
  if (soFarBefore === null) return text.newSheet(pointsText(soFarAfter))
  if (scoreBefore !== null && scoreAfter !== null)
    return scoreBefore === scoreAfter
      ? text.scoreSame(pointsText(scoreAfter))
      : text.score(pointsText(scoreBefore), pointsText(scoreAfter))
  return soFarBefore === soFarAfter
    ? text.soFarSame(pointsText(soFarAfter))
    : text.soFar(pointsText(soFarBefore), pointsText(soFarAfter))
}

/** The year's stretches in order of days: 党办 01-01—02-28 59天 · 借调 03-01—05-31 92天. */
export function stretchWords({ after }: PersonPreview, text: Words): string {
  const stretches = [
    ...after.stays.map(({ office, post, span, days }) => ({ title: office === '' ? post : office, span, days })),
    ...after.away.map(({ kind, span, days }) => ({ title: absenceWords[kind], span, days })),
  ].sort((left, right) => (left.span.first < right.span.first ? -1 : 1))
  return stretches
    .map(({ title, span, days }) => text.stay(title, span.first.slice(5), span.last.slice(5), days))
    .join(' · ')
}
