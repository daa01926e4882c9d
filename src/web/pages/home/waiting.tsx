import { Link } from 'react-router'
import { useMay, useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import { proposalHints } from './proposal-ways.ts'
import styles from './home-page.module.css'

/** Only what needs a hand; when nothing does, there is nothing to read. */
export function Waiting() {
  const text = useText(homeText)
  const { progress } = useSession()
  const may = useMay()
  const rows: { to: string; what: string; why: string; action: string }[] = []
  const unconfirmed = progress.unconfirmedEntries ?? 0
  if (unconfirmed > 0 && may('entry.confirm'))
    rows.push({
      to: '/entries/confirm',
      what: text.waitingEntries(unconfirmed),
      why: text.waitingEntriesWhy,
      action: text.toConfirm,
    })
  for (const { kind, to, state } of proposalHints(progress.proposals, may)) {
    const { what, why } = text.proposals[kind][state]
    rows.push({ to, what, why, action: state === 'open' ? text.toDecide : text.look })
  }
  const { open, rejected } = progress.proposals
  const isProposed = [...open, ...rejected].some(({ kind }) => kind === 'adoption')
  if (progress.hasDraft && may('scheme.draft') && !isProposed)
    rows.push({ to: '/scheme', what: text.waitingDraft, why: text.waitingDraftWhy, action: text.open })
  if (rows.length === 0) return null
  return (
    <section className={styles.card}>
      <h2>{text.waiting}</h2>
      <ul className={styles.waiting}>
        {rows.map((row) => (
          <li key={row.what}>
            <span className={styles.what}>{row.what}</span>
            <span className="quiet">{row.why}</span>
            <Link to={row.to}>{row.action}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
