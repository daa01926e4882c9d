import { dueSteps, type DueStep, type Scheme } from '../scheme/scheme.ts'
import { cite, wordsAt, type Reading } from './stored-text.ts'
import { usualDeadlines } from './statements/deadlines.ts'
import type { Statements } from './statements/find-statements.ts'
import { usualGrade } from './statements/grades.ts'

type StatedParts = Pick<Scheme, 'rollUps' | 'pay' | 'cadence' | 'appraisees' | 'grades' | 'deadlines'>

/** The one step of a year that the text says nothing of. */
const usualStep = '年终综合评定'

/**
 * The parts of a scheme beside its sheets, as far as the text states them. What it leaves open gets the defaults of
 * SPEC §4.7 and §5, marked as such and without a citation; a text that scores nothing gets none.
 */
export function statedParts(reading: Reading, statements: Statements, hasRules: boolean): StatedParts {
  const { rollUps, pay, appraisees } = statements
  return {
    rollUps: rollUps.known.map(({ post, of, words }) => ({
      post,
      of,
      method: 'mean',
      source: cite(reading, words),
    })),
    pay:
      pay === null ? null : { perPerson: pay.perPerson, formula: pay.formula, source: cite(reading, pay.words) },
    cadence: cadenceOf(reading, statements, hasRules),
    ...(appraisees.length === 0
      ? {}
      : {
          appraisees: appraisees.map(({ words, appraised }) => ({
            words: wordsAt(reading, words).replaceAll('\n', '').trim(),
            appraised,
            source: cite(reading, words),
          })),
        }),
    ...gradesOf(reading, statements, hasRules),
    ...deadlinesOf(reading, statements, hasRules),
  }
}

function cadenceOf(reading: Reading, { cadence }: Statements, hasRules: boolean): StatedParts['cadence'] {
  if (cadence.length === 0 && hasRules) return [{ step: usualStep, source: null, origin: 'default' }]
  return cadence.map(({ step, words }) => ({ step, source: cite(reading, words) }))
}

function gradesOf(reading: Reading, { grades }: Statements, hasRules: boolean): Pick<StatedParts, 'grades'> {
  if (grades.length === 0) return hasRules ? { grades: [{ ...usualGrade, source: null, origin: 'default' }] } : {}
  return { grades: grades.map(({ words, ...grade }) => ({ ...grade, source: cite(reading, words) })) }
}

function deadlinesOf(
  reading: Reading,
  { deadlines }: Statements,
  hasRules: boolean,
): Pick<StatedParts, 'deadlines'> {
  const stated = deadlines.map(({ words, ...deadline }) => ({ ...deadline, source: cite(reading, words) }))
  const usual = hasRules ? usualDeadlines(deadlines) : []
  if (stated.length + usual.length === 0) return {}
  const open = usual.map((deadline) => ({ ...deadline, source: null, origin: 'default' as const }))
  return { deadlines: [...stated, ...open].toSorted((left, right) => orderOf(left.step) - orderOf(right.step)) }
}

function orderOf(step: DueStep): number {
  return dueSteps.indexOf(step)
}
