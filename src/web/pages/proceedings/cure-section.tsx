import { App, Button } from 'antd'
import { Link } from 'react-router'
import {
  proceedingEndpoints,
  type CureChange,
  type CurePreview,
  type ProceedingView,
  type PublishedOver,
} from '../../../http/contract/proceedings.ts'
import { Points, Yuan } from '../../parts/figure.tsx'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { yuanText } from '../../text/figure.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import { CorrectionChoice } from './correction-choice.tsx'
import styles from './proceedings.module.css'

/** 更正 of what was upheld: everyone's change before it is done, and the bulletins that a correction has to follow. */
export function CureSection({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const may = useMay()
  const sees = may('entry.reverse')
  const { cure, id, subject } = proceeding
  const isShown = sees && cure !== 'not-needed'
  const { data, error, refetch } = useAnswer(
    proceedingEndpoints.previewCure,
    { params: { proceedingId: id } },
    { enabled: isShown },
  )
  if (cure === 'not-needed') return null
  const figureBulletin = subject.about === 'figure' && cure === 'due' ? subject.bulletin : null
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{text.cureTitle}</h2>
      <p>{cure === 'due' ? text.cureDue : text.cureDone}</p>
      {isShown && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isShown && error === null && data === undefined && <LoadingState rows={3} />}
      {data !== undefined && data.preview !== null && cure === 'due' && (
        <>
          <CureChanges preview={data.preview} />
          <CureButton proceeding={proceeding} />
        </>
      )}
      {data !== undefined && data.preview === null && cure === 'due' && subject.about === 'entry' && (
        <CureButton proceeding={proceeding} />
      )}
      {figureBulletin !== null && <Published over={[{ ...figureBulletin, isInNotice: false }]} />}
      {figureBulletin !== null && <CorrectionChoice proceeding={proceeding} />}
      {data !== undefined && data.publishedOver.length > 0 && <Published over={data.publishedOver} />}
    </section>
  )
}

function CureButton({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { message, modal } = App.useApp()
  const [key] = useIdempotencyKey()
  const cure = useCommand(proceedingEndpoints.cureByReversal, { onDone: () => void message.success(text.cured) })
  const { subject, id, steps } = proceeding
  if (subject.about !== 'entry') return null
  const bar = subject.entry.state === 'reversed' ? null : subject.entry.barred.reversal
  if (bar !== null) return <p className={styles.due}>{text.cureBarred[bar]}</p>
  const ask = () =>
    modal.confirm({
      title: text.cureAsk,
      content: text.cureAskText,
      okText: text.cure,
      cancelText: text.cancel,
      onOk: () =>
        cure
          .mutateAsync({ params: { proceedingId: id }, body: { seen: steps.length }, idempotencyKey: key })
          .catch(() => undefined),
    })
  return (
    <Button className="no-print" type="primary" danger loading={cure.isPending} onClick={() => void ask()}>
      {text.cure}
    </Button>
  )
}

function CureChanges({ preview }: { readonly preview: CurePreview }) {
  const text = useText(proceedingsText)
  const { changes, unchanged, isProvisional, noPay, poolFen } = preview
  const notes = [
    ...(isProvisional ? [text.cureProvisional] : []),
    ...(noPay === null ? [] : [text.cureNoPay[noPay]]),
    ...(poolFen === null ? [] : [text.curePool(yuanText(poolFen))]),
    ...(unchanged === 0 ? [] : [text.cureUnchanged(unchanged)]),
  ]
  return (
    <>
      <p className="quiet">{text.cureExplain}</p>
      {changes.length === 0 ? (
        <p>{text.cureNobody}</p>
      ) : (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{text.people}</th>
              <th scope="col" className={styles.right}>
                {text.score}
              </th>
              <th scope="col" className={styles.right}>
                {text.rank}
              </th>
              <th scope="col" className={styles.right}>
                {text.pay}
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder(changes).map((change) => (
              <ChangeRow key={change.staffNumber} change={change} />
            ))}
          </tbody>
        </table>
      )}
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </>
  )
}

/** Whose entry it is, then whose score or rank changes, then those whose pay alone follows the pool. */
function inOrder(changes: readonly CureChange[]): readonly CureChange[] {
  const place = ({ isSubject, scoreBefore, scoreAfter, rankBefore, rankAfter }: CureChange) =>
    isSubject ? 0 : scoreBefore !== scoreAfter || rankBefore !== rankAfter ? 1 : 2
  return changes.toSorted((left, right) => place(left) - place(right))
}

function ChangeRow({ change }: { readonly change: CureChange }) {
  const text = useText(proceedingsText)
  const { name, office, isSubject } = change
  return (
    <tr>
      <td className={isSubject ? styles.subject : undefined}>
        {name} <span className="quiet">{office}</span>
      </td>
      <td className={styles.right} data-label={text.score}>
        <span>
          <Points hundredths={change.scoreBefore} table /> → <Points hundredths={change.scoreAfter} table />
        </span>
      </td>
      <td className={styles.right} data-label={text.rank}>
        <span className="figure">
          {change.rankBefore ?? '—'} → {change.rankAfter ?? '—'}
        </span>
      </td>
      <td className={styles.right} data-label={text.pay}>
        {change.payBeforeFen !== null && change.payAfterFen !== null ? (
          <span>
            <Yuan fen={change.payBeforeFen} /> → <Yuan fen={change.payAfterFen} /> （
            <Yuan fen={change.payAfterFen - change.payBeforeFen} change />）
          </span>
        ) : (
          <Yuan fen={null} />
        )}
      </td>
    </tr>
  )
}

/** What was published with the figures that change: each is followed by a correction with a number of its own. */
function Published({ over }: { readonly over: readonly PublishedOver[] }) {
  const text = useText(proceedingsText)
  const may = useMay()
  return (
    <div className={styles.due}>
      {text.correctionDue}
      <ul>
        {over.map(({ id, title, publishedOn, isInNotice }) => (
          <li key={id}>
            {text.correctionOf(title, publishedOn)} {isInNotice && text.inNotice}{' '}
            {may('bulletin.publish') && (
              <Link className="no-print" to={`/bulletins/${id}`}>
                {text.toCorrection}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
