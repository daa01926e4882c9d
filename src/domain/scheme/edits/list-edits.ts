import { quantity } from '../../primitives/quantity.ts'
import { accept, refuse } from '../../primitives/result.ts'
import { ownWords } from '../own-words.ts'
import { dueSteps, type AppraiseeClause, type DueDeadline, type GradeClause, type Scheme } from '../scheme.ts'
import { pointsOf, refuseNegative, repeated, type Edited } from './checks.ts'
import type { SchemeEditOf } from './edit-schema.ts'

/**
 * Lists of the whole scheme, each replaced at once. A line that says what it said keeps its clause and origin; a line
 * for the same thing with another figure keeps the clause and is a person's; the rest is made by hand.
 */

/** Whom the regulation appraises or leaves out; refused when the same words stand twice. */
export function setAppraisees(scheme: Scheme, edit: SchemeEditOf<'set-appraisees'>): Edited<Scheme> {
  const lines = edit.appraisees.map(({ words, appraised }) => ({ words: ownWords(words), appraised }))
  const twice = repeated(lines.map(({ words }) => words))
  if (twice !== undefined) return refuse({ code: 'listed-twice', list: 'appraisees', words: twice })
  const appraisees = lines.map((line): AppraiseeClause => {
    const before = scheme.appraisees?.find(({ words }) => ownWords(words) === line.words)
    if (before?.appraised === line.appraised) return before
    return { ...line, source: before?.source ?? null, origin: 'person' }
  })
  return accept({ ...scheme, appraisees })
}

/** Grades with their bands and quotas, highest first as given; refused for one twice, an empty band, above 100 %. */
export function setGrades(scheme: Scheme, edit: SchemeEditOf<'set-grades'>): Edited<Scheme> {
  const keys = edit.grades.map(({ grade, employment }) => gradeKey({ grade, employment }))
  const twice = repeated(keys)
  if (twice !== undefined) return refuse({ code: 'listed-twice', list: 'grades', words: twice })
  const grades: GradeClause[] = []
  for (const { grade, from, below, quotaPercent, employment } of edit.grades) {
    const negative = refuseNegative({ from, below, quotaPercent })
    if (negative !== null) return negative
    if (from !== undefined && below !== undefined && below <= from) return refuse({ code: 'band-empty', grade })
    if (quotaPercent !== undefined && quotaPercent > 100) return refuse({ code: 'quota-above-whole', grade })
    const line = {
      grade: ownWords(grade),
      ...(from === undefined ? {} : { from: pointsOf(from) }),
      ...(below === undefined ? {} : { below: pointsOf(below) }),
      ...(quotaPercent === undefined ? {} : { quotaPercent: quantity(pointsOf(quotaPercent)) }),
      ...(employment === undefined ? {} : { employment: ownWords(employment) }),
    }
    const before = scheme.grades?.find((other) => gradeKey(other) === gradeKey(line))
    const isKept =
      before !== undefined &&
      before.from === line.from &&
      before.below === line.below &&
      before.quotaPercent === line.quotaPercent
    grades.push(isKept ? before : { ...line, source: before?.source ?? null, origin: 'person' })
  }
  return accept({ ...scheme, grades })
}

function gradeKey({ grade, employment }: { readonly grade: string; readonly employment?: string | undefined }) {
  const name = ownWords(grade)
  return employment === undefined ? name : `${name}（${ownWords(employment)}）`
}

/** Days of due process, in the order of its steps; refused for a step twice. */
export function setDeadlines(scheme: Scheme, edit: SchemeEditOf<'set-deadlines'>): Edited<Scheme> {
  const twice = repeated(edit.deadlines.map(({ step }) => step))
  if (twice !== undefined) return refuse({ code: 'listed-twice', list: 'deadlines', words: twice })
  const inOrder = edit.deadlines.toSorted(
    (left, right) => dueSteps.indexOf(left.step) - dueSteps.indexOf(right.step),
  )
  const deadlines = inOrder.map((line): DueDeadline => {
    const before = scheme.deadlines?.find(({ step }) => step === line.step)
    if (before?.days === line.days && before.kind === line.kind) return before
    return { ...line, source: before?.source ?? null, origin: 'person' }
  })
  return accept({ ...scheme, deadlines })
}

/** 周督查、月考核 …: the year's steps in their order; refused for one twice. */
export function setCadence(scheme: Scheme, edit: SchemeEditOf<'set-cadence'>): Edited<Scheme> {
  const steps = edit.steps.map(ownWords)
  const twice = repeated(steps)
  if (twice !== undefined) return refuse({ code: 'listed-twice', list: 'cadence', words: twice })
  const cadence = steps.map(
    (step): Scheme['cadence'][number] =>
      scheme.cadence.find((before) => ownWords(before.step) === step) ?? { step, source: null, origin: 'person' },
  )
  return accept({ ...scheme, cadence })
}

/** The most that the additions among the rewards may come to in a year; null lifts the limit. */
export function setRewardCap(scheme: Scheme, edit: SchemeEditOf<'set-reward-cap'>): Edited<Scheme> {
  const { rewardCap: before, ...kept } = scheme
  if (edit.points === null) return accept(kept)
  const negative = refuseNegative({ points: edit.points })
  if (negative !== null) return negative
  const points = pointsOf(edit.points)
  if (before?.points === points) return accept(scheme)
  return accept({ ...kept, rewardCap: { points, source: before?.source ?? null, origin: 'person' } })
}
