import { Link } from 'react-router'
import { proceedingEndpoints, type ProceedingHead } from '../../../http/contract/proceedings.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { proceedingMark } from '../../../domain/review/decision-blocks.ts'
import { DeadlineWords } from './deadline-words.tsx'
import { OutcomeWords } from './outcome-words.tsx'
import styles from './proceedings.module.css'

const seesAll = ['leadingGroup', 'office', 'principal', 'discipline'] as const

/** 异议与复核: what is open with its days counted down, those for oneself first; then what is closed. */
export function ProceedingsPage() {
  const text = useText(proceedingsText)
  const { roles } = useSession()
  const isWide = seesAll.some((role) => roles.includes(role))
  const { data, error, refetch } = useAnswer(proceedingEndpoints.listProceedings, { query: {} })
  const all = data?.proceedings ?? []
  const open = all.filter(({ isOpen }) => isOpen)
  const mine = [...open.filter(({ waitsForMe }) => waitsForMe), ...open.filter(({ waitsForMe }) => !waitsForMe)]
  return (
    <>
      <PageHeader title={text.title} subtitle={isWide ? text.introAll : text.introOwn} />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={5} />}
      {data !== undefined && all.length === 0 && (
        <EmptyState title={isWide ? text.none : text.noneOwn}>{text.noneHint}</EmptyState>
      )}
      {all.length > 0 && <ProceedingList title={text.open} none={text.noneOpen} proceedings={mine} />}
      <ProceedingList title={text.closed} proceedings={all.filter(({ isOpen }) => !isOpen)} />
    </>
  )
}

function ProceedingList({
  title,
  none,
  proceedings,
}: {
  readonly title: string
  readonly none?: string
  readonly proceedings: readonly ProceedingHead[]
}) {
  if (proceedings.length === 0 && none === undefined) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {title} <span className="figure quiet">{proceedings.length}</span>
      </h2>
      {proceedings.length === 0 && <p className="quiet">{none}</p>}
      <ul className={styles.list}>
        {proceedings.map((one) => (
          <ProceedingRow key={one.id} proceeding={one} />
        ))}
      </ul>
    </section>
  )
}

function ProceedingRow({ proceeding }: { readonly proceeding: ProceedingHead }) {
  const text = useText(proceedingsText)
  const { id, people, about, openedBy, openedOn, deadlines } = proceeding
  const [first] = people
  return (
    <li className={styles.row}>
      <Link to={`/proceedings/${id}`} className={styles.mark ?? ''}>
        {proceedingMark(proceeding)}
      </Link>
      <div className={styles.who}>
        <b>{people.map(({ name }) => name).join('、')}</b>
        <span className="quiet">{first?.office}</span>
      </div>
      <div className={styles.about}>
        {about}
        <div className="quiet">{text.openedBy(openedBy, openedOn)}</div>
      </div>
      <div className={styles.standing}>
        <OutcomeWords proceeding={proceeding} />
        {deadlines.map((deadline) => (
          <DeadlineWords key={deadline.what} deadline={deadline} />
        ))}
      </div>
    </li>
  )
}
