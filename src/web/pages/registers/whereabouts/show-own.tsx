import { App, Button, Input } from 'antd'
import { useState } from 'react'
import {
  whereaboutsKinds,
  whereaboutsTitles,
  type WhereaboutsKind,
} from '../../../../domain/registers/whereabouts/whereabouts-record.ts'
import { whereaboutsEndpoints, type DayStatus } from '../../../../http/contract/registers/whereabouts.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { whereaboutsText } from '../../../text/whereabouts.ts'
import styles from './whereabouts.module.css'

/** One tap says 在岗; going out asks where to and until when, both of which may stay empty. */
export function ShowOwn({ own }: { readonly own: DayStatus }) {
  const text = useText(whereaboutsText)
  const { message } = App.useApp()
  const [choosing, choose] = useState<Exclude<WhereaboutsKind, 'in'> | null>(null)
  const [place, setPlace] = useState('')
  const [backAt, setBackAt] = useState('')
  const [key, renew] = useIdempotencyKey()
  const show = useCommand(whereaboutsEndpoints.showWhereabouts, {
    onDone: ({ people }) => {
      const shown = people.find(({ staffNumber }) => staffNumber === own.staffNumber)
      void message.success(text.shown(shown?.words ?? ''))
      choose(null)
      setPlace('')
      setBackAt('')
      renew()
    },
  })
  const send = (kind: WhereaboutsKind) => {
    const filled = (words: string) => (words.trim() === '' ? null : words.trim())
    show.mutate({ body: { kind, place: filled(place), backAt: filled(backAt) }, idempotencyKey: key })
  }
  return (
    <section className={styles.own} aria-label={text.own}>
      <p>
        {text.own} <b>{own.words}</b>
        {own.backAt !== null && <span className="quiet"> {text.until(own.backAt)}</span>}
      </p>
      <div className={styles.taps}>
        {whereaboutsKinds.map((kind) => (
          <Button
            key={kind}
            size="large"
            type={(choosing ?? own.kind) === kind ? 'primary' : 'default'}
            loading={show.isPending && kind === (choosing ?? 'in')}
            onClick={() => (kind === 'in' ? send('in') : choose(kind))}
          >
            {whereaboutsTitles[kind]}
          </Button>
        ))}
      </div>
      {choosing !== null && (
        <form
          className={styles.where}
          onSubmit={(event) => {
            event.preventDefault()
            send(choosing)
          }}
        >
          <Input
            autoFocus
            aria-label={text.place[choosing]}
            placeholder={text.place[choosing]}
            maxLength={60}
            value={place}
            onChange={({ target }) => setPlace(target.value)}
          />
          <label className={styles.back}>
            {text.backAt}
            <Input type="time" value={backAt} onChange={({ target }) => setBackAt(target.value)} />
          </label>
          <Button type="primary" size="large" htmlType="submit" loading={show.isPending}>
            {text.set}
          </Button>
        </form>
      )}
    </section>
  )
}
