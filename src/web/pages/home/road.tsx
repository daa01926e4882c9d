import { Link } from 'react-router'
import type { Action } from '../../../http/contract/account.ts'
import { useMay, useSession, type SignedInSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import styles from './home-page.module.css'

type Step = {
  readonly key: string
  readonly title: string
  readonly state: string
  readonly action: string
  readonly to: string
  readonly isDone: boolean
  /** What it takes to do it: without that the step is somebody else's. */
  readonly opens: Action
}

type Words = (typeof homeText)['zh']['steps']

/** 办法 → 人员 → 登记 → 评议 → 成绩 → 绩效工资: each step with how far it is; the first open one is the next to do. */
export function Road() {
  const text = useText(homeText)
  const session = useSession()
  const may = useMay()
  const steps = stepsOf(session, text.steps).filter(({ opens }) => may(opens))
  const next = steps.findIndex((step) => !step.isDone)
  return (
    <section className={styles.card}>
      <h2>{text.roadTitle}</h2>
      <ol className={styles.road}>
        {steps.map((step, at) => (
          <li
            key={step.key}
            className={step.isDone ? styles.done : at === next ? styles.now : styles.later}
            aria-current={at === next ? 'step' : undefined}
          >
            <span
              className={styles.number}
              aria-label={step.isDone ? text.done : at === next ? text.now : text.later}
            >
              {step.isDone ? '✓' : at + 1}
            </span>
            <div>
              <h3>{step.title}</h3>
              <p>{step.state}</p>
              <Link to={step.to}>{step.action}</Link>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepsOf({ schemeVersion, progress }: SignedInSession, words: Words): readonly Step[] {
  const [people, entries, marks] = [progress.people ?? 0, progress.entries ?? 0, progress.marks ?? 0]
  // Who sees only some of the people or none of the marks is not told that there are none.
  const hasBasis = schemeVersion !== null && progress.people !== 0
  const hasMarks = progress.marks !== 0
  return [
    {
      key: 'scheme',
      opens: 'scheme.draft',
      title: words.scheme.title,
      state:
        schemeVersion !== null
          ? words.scheme.adopted(schemeVersion.version, schemeVersion.effectiveFrom)
          : progress.hasDraft
            ? words.scheme.draft
            : words.scheme.none,
      action:
        schemeVersion !== null
          ? words.scheme.actionDone
          : progress.hasDraft
            ? words.scheme.actionDraft
            : words.scheme.action,
      to: '/scheme',
      isDone: schemeVersion !== null,
    },
    {
      key: 'people',
      opens: 'people.change',
      title: words.people.title,
      state: people > 0 ? words.people.some(people) : words.people.none,
      action: people > 0 ? words.people.actionDone : words.people.action,
      to: '/people',
      isDone: people > 0,
    },
    {
      key: 'entries',
      opens: 'entry.record',
      title: words.entries.title,
      state: entries > 0 ? words.entries.some(entries) : words.entries.none,
      action: words.entries.action,
      to: '/entries/new',
      isDone: entries > 0,
    },
    {
      key: 'ratings',
      opens: 'rating.record',
      title: words.ratings.title,
      state: marks > 0 ? words.ratings.some(marks) : words.ratings.none,
      action: words.ratings.action,
      to: '/ratings',
      isDone: marks > 0,
    },
    {
      key: 'standings',
      opens: 'score.read',
      title: words.standings.title,
      state: hasBasis ? words.standings.some : words.standings.none,
      action: words.standings.action,
      to: '/standings',
      isDone: hasBasis && hasMarks,
    },
    {
      key: 'pay',
      opens: 'pay.read',
      title: words.pay.title,
      state: hasBasis && hasMarks ? words.pay.some : words.pay.none,
      action: words.pay.action,
      to: '/pay',
      isDone: false,
    },
  ]
}
