import { App, Button } from 'antd'
import { Link } from 'react-router'
import { bulletinEndpoints, type BulletinRow } from '../../../http/contract/bulletins.ts'
import { proceedingEndpoints, type ProceedingView } from '../../../http/contract/proceedings.ts'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import styles from './proceedings.module.css'

/** Which of the bulletins published since puts an upheld figure right: whoever publishes them says so. */
export function CorrectionChoice({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const may = useMay()
  const { message } = App.useApp()
  const [key] = useIdempotencyKey()
  const take = useCommand(proceedingEndpoints.cureByCorrection, {
    onDone: () => void message.success(text.correctionTaken),
  })
  const { id, subject, steps, possible } = proceeding
  const isOffered = may('bulletin.publish') && possible.includes('cured') && subject.about === 'figure'
  const { data } = useAnswer(bulletinEndpoints.listBulletins, { query: {} }, { enabled: isOffered })
  const candidates = data === undefined ? [] : publishedSince(proceeding, data.bulletins)
  if (!isOffered || candidates.length === 0) return null
  return (
    <div className={`${styles.due ?? ''} no-print`}>
      {text.correctionMade}
      <ul>
        {candidates.map((one) => (
          <li key={one.id}>
            <Link to={`/bulletins/${one.id}`}>{text.correctionOf(one.title, momentText(one.publishedAt))}</Link>{' '}
            <Button
              size="small"
              loading={take.isPending}
              onClick={() =>
                take.mutate({
                  params: { proceedingId: id },
                  body: { seen: steps.length, bulletinId: one.id },
                  idempotencyKey: key,
                })
              }
            >
              {text.takeCorrection}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Of the same kind, since it was upheld: the server says which of them it takes. */
function publishedSince(
  { subject, steps }: ProceedingView,
  bulletins: readonly BulletinRow[],
): readonly BulletinRow[] {
  if (subject.about !== 'figure') return []
  const upheld = steps.findLast(({ deed }) => 'outcome' in deed && deed.outcome !== 'rejected')
  const { kind, id } = subject.bulletin
  return bulletins.filter(
    (one) =>
      one.kind === kind &&
      one.id !== id &&
      one.state !== 'withdrawn' &&
      upheld !== undefined &&
      Date.parse(one.publishedAt) >= Date.parse(upheld.at),
  )
}
