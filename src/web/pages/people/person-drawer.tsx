import { Button, Drawer, Dropdown } from 'antd'
import { Link } from 'react-router'
import type { StateOnDay } from '../../../domain/roster/person-history.ts'
import type { Person } from '../../../http/contract/people.ts'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import { peopleText } from '../../text/people.ts'
import type { AskedChange } from './change-dialog.tsx'
import type { ChangeKind } from './change-draft.ts'
import { dayOf, stateOn } from './find-people.ts'
import styles from './people-page.module.css'
import { timelineOf, type TimelineStretch } from './person-timeline.ts'
import { StateTag } from './state-tag.tsx'
import { daysText, employmentText } from './stay-words.ts'

type Props = {
  readonly person: Person | null
  readonly onClose: () => void
  readonly onAsk: (asked: AskedChange) => void
}

/** What can be done with somebody who stands like this today. */
const actionsFor: Readonly<Record<StateOnDay, readonly ChangeKind[]>> = {
  present: ['move', 'secondment', 'long-leave', 'leave'],
  secondment: ['return', 'move', 'leave'],
  'long-leave': ['return', 'move', 'leave'],
  left: ['join'],
  'not-yet': [],
}

/** A person's stays and absences, one after another, and what can be done: move, send away, take back, correct. */
export function PersonDrawer({ person, onClose, onAsk }: Props) {
  return (
    <Drawer open={person !== null} onClose={onClose} size="min(520px, 100vw)" title={person?.name}>
      {person !== null && <PersonRecord person={person} onAsk={onAsk} />}
    </Drawer>
  )
}

function PersonRecord({ person, onAsk }: { readonly person: Person; readonly onAsk: Props['onAsk'] }) {
  const text = useText(peopleText)
  const changeText = useText(peopleChangeText)
  const { today, staffNumber: own } = useSession()
  const mayChangeOthers = useMay()('people.change')
  const isOwn = person.staffNumber === own
  const mayChange = mayChangeOthers && !isOwn
  const seesScores = useSeesOthersScores()
  const state = stateOn(person, dayOf({ on: '' }, today))
  return (
    <>
      <p>
        <span className="quiet">{text.staffNumber}</span> <span className="figure">{person.staffNumber}</span>{' '}
        <StateTag state={state} />
        {seesScores && <Link to={`/people/${encodeURIComponent(person.staffNumber)}/sheet`}>{text.sheet}</Link>}
      </p>
      {mayChange && (
        <div className={styles.actions}>
          {actionsFor[state].map((kind) => (
            <Button key={kind} onClick={() => onAsk({ kind, people: [person] })}>
              {changeText.actions[kind]}
            </Button>
          ))}
        </div>
      )}
      <ol className={styles.stays}>
        {timelineOf(person).map((stretch) => (
          <Stretch key={stretch.key} stretch={stretch} person={person} onAsk={mayChange ? onAsk : null} />
        ))}
      </ol>
      {mayChangeOthers && <p className="quiet">{isOwn ? text.ownRecord : text.correctHint}</p>}
    </>
  )
}

function Stretch({
  stretch,
  person,
  onAsk,
}: {
  readonly stretch: TimelineStretch
  readonly person: Person
  /** Null: only to be read. */
  readonly onAsk: Props['onAsk'] | null
}) {
  const text = useText(peopleText)
  return (
    <li className={stretch.kind === 'absence' ? styles.absence : undefined}>
      <p className={styles.days}>
        {daysText(stretch, text)}
        {onAsk !== null && stretch.events.length > 0 && (
          <CorrectMenu stretch={stretch} person={person} onAsk={onAsk} />
        )}
      </p>
      {stretch.kind === 'absence' ? (
        <p>
          <strong>{stretch.word}</strong> · {text.offRoster}
          {stretch.note !== '' && ` · ${stretch.note}`}
        </p>
      ) : (
        <StayLines stay={stretch.stay} />
      )}
    </li>
  )
}

function StayLines({ stay }: { readonly stay: Person['stays'][number] }) {
  const text = useText(peopleText)
  return (
    <>
      <p>
        <strong>{stay.office === '' ? stay.post : stay.office}</strong>
        {[stay.office === '' ? '' : stay.post, employmentText(stay, text)]
          .filter((word) => word !== '')
          .map((word) => ` · ${word}`)}
      </p>
      {stay.inChargeOf.length > 0 && (
        <p>
          {text.inChargeOf}：{stay.inChargeOf.join('、')}
        </p>
      )}
      {stay.post === '主要领导' && stay.inChargeOf.length === 0 && (
        <p>
          {text.inChargeOf}：{text.allDeputies}
        </p>
      )}
    </>
  )
}

function CorrectMenu({
  stretch,
  person,
  onAsk,
}: {
  readonly stretch: TimelineStretch
  readonly person: Person
  readonly onAsk: Props['onAsk']
}) {
  const text = useText(peopleChangeText)
  const prefix = stretch.kind === 'absence' ? stretch.word : ''
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: stretch.events.flatMap((event) => {
          const word = `${prefix}${text.events[event.what]}`
          const asked = { people: [person], event }
          return [
            {
              key: `correct ${event.what}`,
              label: text.correctEvent(word, event.on),
              onClick: () => onAsk({ kind: 'correct', ...asked }),
            },
            {
              key: `cancel ${event.what}`,
              danger: true,
              label: text.cancelEvent(word, event.on),
              onClick: () => onAsk({ kind: 'cancel', ...asked }),
            },
          ]
        }),
      }}
    >
      <Button type="link" size="small">
        {text.correctMenu}
      </Button>
    </Dropdown>
  )
}
