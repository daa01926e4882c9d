import { Button } from 'antd'
import { Link } from 'react-router'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { firstStepsText } from '../../text/first-steps.ts'
import { firstSteps, type FirstStep, type FirstSteps } from './first-steps.ts'
import styles from './home-page.module.css'

type Words = (typeof firstStepsText)['zh']
type StepWords = {
  readonly state: string
  readonly action: string
  /** null: nothing left to do there. */
  readonly to: string | null
}

/** 镇 → 领导小组 → 考核办 → 花名册 → 办法: what a new town needs before it can appraise, and who is needed for it. */
export function FirstStepsCard({ steps, onSkip }: { readonly steps: FirstSteps; readonly onSkip: () => void }) {
  const text = useText(firstStepsText)
  const session = useSession()
  const next = firstSteps.find((step) => !steps.isDone[step])
  const isAlone = steps.leadingGroup.active.length + steps.office.active.length === 0
  return (
    <section className={styles.card} aria-labelledby="first-steps">
      <h2 id="first-steps">{text.title}</h2>
      <p className={styles.lead}>{text.lead}</p>
      <ol className={styles.road}>
        {firstSteps.map((step, at) => {
          const isDone = steps.isDone[step]
          const { state, action, to } = wordsOf(step, steps, session, text)
          return (
            <li
              key={step}
              className={isDone ? styles.done : step === next ? styles.now : styles.later}
              aria-current={step === next ? 'step' : undefined}
            >
              <span
                className={styles.number}
                aria-label={isDone ? text.done : step === next ? text.now : text.later}
              >
                {isDone ? '✓' : at + 1}
              </span>
              <div>
                <h3>{text[step].title}</h3>
                <p>{state}</p>
                {to !== null && <Link to={to}>{action}</Link>}
              </div>
            </li>
          )
        })}
      </ol>
      {isAlone && <p className={styles.note}>{text.alone}</p>}
      <p className={styles.note}>
        {text.administrators} <Link to="/accounts?start=1">{text.toAccounts}</Link>
      </p>
      <div className={styles.actions}>
        <Button onClick={onSkip}>{text.skip}</Button>
      </div>
    </section>
  )
}

function wordsOf(
  step: FirstStep,
  steps: FirstSteps,
  { town, progress, schemeVersion }: ReturnType<typeof useSession>,
  text: Words,
): StepWords {
  const isDone = steps.isDone[step]
  if (step === 'town') return { state: text.town.state(town.name), action: '', to: null }
  if (step === 'leadingGroup' || step === 'office') {
    const { active, waiting } = steps[step]
    const words = text[step]
    if (isDone)
      return {
        state: words.done(active.join('、')),
        action: words.actionDone,
        to: `/accounts?role=${step}&start=1`,
      }
    return waiting.length > 0
      ? {
          state: words.waiting(waiting.join('、')),
          action: words.actionDone,
          to: `/accounts?role=${step}&start=1`,
        }
      : { state: words.none, action: words.action, to: `/accounts?make=1&role-for=${step}&start=1` }
  }
  if (step === 'roster')
    return isDone
      ? { state: text.roster.done(progress.people ?? 0), action: text.roster.actionDone, to: '/people?start=1' }
      : { state: text.roster.none, action: text.roster.action, to: '/people?start=1' }
  const words = text.regulation
  if (schemeVersion !== null)
    return { state: words.done(schemeVersion.version), action: words.actionDone, to: '/scheme?start=1' }
  return progress.hasDraft
    ? { state: words.draft, action: words.actionDraft, to: '/scheme?start=1' }
    : { state: words.none, action: words.action, to: '/scheme?start=1' }
}
