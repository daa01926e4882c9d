import { App, Button } from 'antd'
import { periodEndpoints } from '../../http/contract/periods.ts'
import { useText } from '../text/dictionary.ts'
import { entryFigure } from '../text/entry-words.ts'
import { periodText } from '../text/periods.ts'
import { useIdempotencyKey } from './idempotency-key.ts'
import styles from './own-news.module.css'
import { useAnswer, useCommand } from './queries.ts'
import { useMay, useSession } from './session.tsx'

/** 签收: entries about oneself that one has not said one knows of, singly or all together; nothing when there are none. */
export function OwnNews({ year, mostShown = 8 }: { readonly year: number; readonly mostShown?: number }) {
  const text = useText(periodText)
  const { message } = App.useApp()
  const { staffNumber } = useSession()
  const may = useMay()
  const [key, renew] = useIdempotencyKey()
  const isAsked = staffNumber !== null && may('entry.acknowledge')
  const { data } = useAnswer(periodEndpoints.readOwnNews, { query: { year } }, { enabled: isAsked })
  const acknowledge = useCommand(periodEndpoints.acknowledgeEntries, {
    onDone: ({ acknowledged }) => {
      renew()
      void message.success(text.acknowledged(acknowledged))
    },
  })
  const entries = data?.entries ?? []
  if (!isAsked || entries.length === 0) return null
  const send = (entryIds: readonly string[]) =>
    acknowledge.mutate({ body: { entryIds: [...entryIds] }, idempotencyKey: key })
  return (
    <section className={`${styles.news ?? ''} no-print`} aria-label={text.newsTitle(entries.length)}>
      <div className={styles.head}>
        <h2>{text.newsTitle(entries.length)}</h2>
        {entries.length > 1 && (
          <Button loading={acknowledge.isPending} onClick={() => send(entries.map(({ id }) => id))}>
            {text.acknowledgeAll(entries.length)}
          </Button>
        )}
      </div>
      <p className="quiet">{text.newsIntro}</p>
      <ul>
        {entries.slice(0, mostShown).map((entry) => (
          <li key={entry.id}>
            <span className="figure quiet">{entry.occurredOn}</span>
            <span>
              {entry.ruleSentence} <b className="figure">{entryFigure(entry)}</b>
              <span className="quiet">
                {entry.matter !== null && ` ${entry.matter}`}
                {entry.state === 'recorded' && ` ${text.waiting}`}
              </span>
            </span>
            <Button size="small" disabled={acknowledge.isPending} onClick={() => send([entry.id])}>
              {text.acknowledge}
            </Button>
          </li>
        ))}
      </ul>
      {entries.length > mostShown && <p className="quiet">{text.more(entries.length - mostShown)}</p>}
    </section>
  )
}
