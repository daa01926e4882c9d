import { App, Button } from 'antd'
import { useState } from 'react'
import { dutyEndpoints, type DutyMonth, type DutyTurnView } from '../../../../http/contract/registers/duty.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { dayText, momentText } from '../../../text/figure.ts'
import { AskSwap } from './ask-swap.tsx'
import styles from './duty.module.css'

/** One's own turns still to come or under way, and what others ask of one; with big buttons for a thumb. */
export function MyTurns({ month }: { readonly month: DutyMonth }) {
  const text = useText(dutyText)
  const { staffNumber } = useSession()
  const [now] = useState(() => new Date().toISOString())
  if (staffNumber === null) return null
  const dated = month.days.flatMap(({ day, turns }) => turns.map((turn) => ({ day, turn })))
  const mine = dated.filter(({ turn }) => turn.staffNumber === staffNumber && turn.endsAt > now)
  const asked = dated.filter(({ turn }) => turn.swap?.to === staffNumber)
  if (mine.length === 0 && asked.length === 0) return null
  return (
    <section className={styles.mine}>
      <h2>{text.mine}</h2>
      <ul>
        {asked.map(({ day, turn }) => (
          <Asked key={turn.id} day={day} turn={turn} />
        ))}
        {mine.map(({ day, turn }) => (
          <Mine key={turn.id} day={day} turn={turn} month={month} now={now} />
        ))}
      </ul>
    </section>
  )
}

function useTurnWords() {
  const text = useText(dutyText)
  return (day: string, { post, shift }: DutyTurnView) =>
    `${dayText(day)} ${text.posts[post]}${shift === 'whole' ? '' : `（${text.shifts[shift]}）`}`
}

function Asked({ day, turn }: { readonly day: string; readonly turn: DutyTurnView }) {
  const text = useText(dutyText)
  const words = useTurnWords()
  const { message } = App.useApp()
  const reply = useCommand(dutyEndpoints.answerDutySwap, {
    onDone: () => void message.success(text.answered),
  })
  const send = (answer: 'swap-accepted' | 'swap-refused') =>
    reply.mutate({ params: { turnId: turn.id }, body: { revision: turn.revision, answer } })
  const back = turn.swap?.inReturn ?? null
  return (
    <li className={styles.asked}>
      <span>
        <b>{text.asksYou(turn.name, words(day, turn))}</b>
        <span className="quiet">
          {' '}
          {back === null ? text.noReturn : text.inReturn(dayText(back))} · {turn.swap?.reason}
        </span>
      </span>
      <span className={styles.buttons}>
        <Button size="large" onClick={() => send('swap-refused')} disabled={reply.isPending}>
          {text.decline}
        </Button>
        <Button size="large" type="primary" onClick={() => send('swap-accepted')} loading={reply.isPending}>
          {text.accept}
        </Button>
      </span>
    </li>
  )
}

type MineProps = {
  readonly day: string
  readonly turn: DutyTurnView
  readonly month: DutyMonth
  readonly now: string
}

function Mine({ day, turn, month, now }: MineProps) {
  const text = useText(dutyText)
  const words = useTurnWords()
  const { message } = App.useApp()
  const [isAsking, ask] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const checkIn = useCommand(dutyEndpoints.checkInToDuty, {
    onDone: () => {
      renew()
      void message.success(text.done)
    },
  })
  const takeBack = useCommand(dutyEndpoints.answerDutySwap, {})
  const params = { turnId: turn.id }
  const isOpen = turn.checkedInAt === null && turn.mayCheckInFrom <= now
  return (
    <li>
      <span>
        <b>{words(day, turn)}</b>{' '}
        <span className="quiet">
          {turn.swap !== null
            ? text.askedOf(turn.swap.toName)
            : turn.checkedInAt !== null
              ? text.checkedIn(momentText(turn.checkedInAt).slice(5))
              : text.checkInFrom(momentText(turn.mayCheckInFrom).slice(5))}
        </span>
      </span>
      <span className={styles.buttons}>
        {turn.swap !== null ? (
          <Button
            size="large"
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate({ params, body: { revision: turn.revision, answer: 'swap-taken-back' } })
            }
          >
            {text.takeBack}
          </Button>
        ) : (
          turn.state === 'planned' &&
          !isOpen && (
            <Button size="large" onClick={() => ask(true)}>
              {text.swap}
            </Button>
          )
        )}
        {isOpen && (
          <Button
            size="large"
            type="primary"
            loading={checkIn.isPending}
            onClick={() => checkIn.mutate({ params, body: { revision: turn.revision }, idempotencyKey: key })}
          >
            {text.checkIn}
          </Button>
        )}
      </span>
      {isAsking && (
        <AskSwap title={text.swapTitle(words(day, turn))} turn={turn} month={month} onClose={() => ask(false)} />
      )}
    </li>
  )
}
