import { dueSteps, type DueStep, type Scheme } from '../../../../domain/scheme/scheme.ts'
import type { SchemeEditOf } from '../../../../domain/scheme/edits/edit-schema.ts'
import { typed } from './part-draft.ts'
import { plainNumber } from './rule-draft.ts'

/** A grade with its band and quota as typed. */
export type GradeDraft = Readonly<Record<'grade' | 'from' | 'below' | 'quotaPercent' | 'employment', string>>

export const emptyGrade: GradeDraft = { grade: '', from: '', below: '', quotaPercent: '', employment: '' }

export function gradeDrafts(scheme: Scheme): readonly GradeDraft[] {
  return (scheme.grades ?? []).map(({ grade, from, below, quotaPercent, employment }) => ({
    grade,
    from: typed(from ?? null),
    below: typed(below ?? null),
    quotaPercent: typed(quotaPercent ?? null),
    employment: employment ?? '',
  }))
}

/** null while a grade has no name or a figure is none. */
export function readGrades(drafts: readonly GradeDraft[]): SchemeEditOf<'set-grades'>['grades'] | null {
  const grades = drafts.map(({ grade, employment, ...figures }) => {
    const read = (field: keyof typeof figures) => {
      if (figures[field].trim() === '') return undefined
      return plainNumber(figures[field])
    }
    const [from, below, quotaPercent] = [read('from'), read('below'), read('quotaPercent')]
    if (grade.trim() === '' || from === null || below === null || quotaPercent === null) return null
    return {
      grade: grade.trim(),
      ...(from === undefined ? {} : { from }),
      ...(below === undefined ? {} : { below }),
      ...(quotaPercent === undefined ? {} : { quotaPercent }),
      ...(employment.trim() === '' ? {} : { employment: employment.trim() }),
    }
  })
  const whole = grades.filter((grade) => grade !== null)
  return whole.length === drafts.length ? whole : null
}

export type DeadlineDraft = {
  readonly step: DueStep
  readonly days: string
  readonly kind: 'working' | 'calendar'
}

/** SPEC §5: the days in force where the regulation names none. */
export const suggestedDeadlines: readonly DeadlineDraft[] = [
  { step: '公示', days: '5', kind: 'working' },
  { step: '异议', days: '5', kind: 'working' },
  { step: '答复', days: '5', kind: 'working' },
  { step: '申请复核', days: '5', kind: 'working' },
  { step: '复核', days: '10', kind: 'working' },
]

export function deadlineDrafts(scheme: Scheme): readonly DeadlineDraft[] {
  return (scheme.deadlines ?? []).map(({ step, days, kind }) => ({ step, days: String(days), kind }))
}

/** The first step that has no days yet. */
export function nextStep(drafts: readonly DeadlineDraft[]): DueStep {
  return dueSteps.find((step) => drafts.every((draft) => draft.step !== step)) ?? '公示'
}

/** null while days are no whole number from 1 to 366, or a step stands twice. */
export function readDeadlines(
  drafts: readonly DeadlineDraft[],
): SchemeEditOf<'set-deadlines'>['deadlines'] | null {
  const deadlines = drafts.flatMap(({ step, days, kind }) => {
    const count = /^\d{1,3}$/.test(days.trim()) ? Number(days.trim()) : 0
    return count < 1 || count > 366 ? [] : [{ step, days: count, kind }]
  })
  const steps = new Set(deadlines.map(({ step }) => step))
  return deadlines.length === drafts.length && steps.size === drafts.length ? deadlines : null
}
