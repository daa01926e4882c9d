import { LeftOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { townDay } from '../../../domain/primitives/local-date.ts'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import { dayOfFinding, peopleOf, sharedStatus, type KitPerson } from './choose-rule.ts'
import { FindingDrawer, type NotedFinding } from './finding-drawer.tsx'
import styles from './inspect.module.css'
import type { PhoneKit } from './phone-store.ts'
import { peopleIn, type Inspector, type QueuedFinding } from './queued-finding.ts'
import type { Queue } from './use-queue.ts'

type Props = {
  readonly kit: PhoneKit
  readonly round: InspectionKit['rounds'][number]
  readonly office: string
  readonly inspector: Inspector
  readonly queue: Queue
  readonly onBack: () => void
}

/** Behind one door: everyone with where he is today. A tap notes a finding, one button that there was none. */
export function OfficePeople({ kit, round, office, inspector, queue, onBack }: Props) {
  const text = useText(inspectText)
  const { message } = App.useApp()
  /** Whom a finding is being noted of. */
  const [noting, note] = useState<readonly KitPerson[]>([])
  /** null: a tap notes a finding of one; else it ticks. */
  const [picked, pick] = useState<readonly string[] | null>(null)
  const people = peopleOf(kit, office)
  const queued = queue.findings.filter((one) => one.roundId === round.id && one.office === office)
  const noted = [
    ...(round.offices.find((one) => one.office === office)?.noted ?? []),
    ...queued.flatMap(({ ticked }) =>
      ticked === null ? [] : peopleIn(ticked).map(({ staffNumber }) => staffNumber),
    ),
  ]
  const isNew =
    queued.length === 0 && round.offices.some((one) => one.office === office && one.outcome === 'unvisited')
  const keep = async (ticked: QueuedFinding['ticked'], photos: QueuedFinding['photos'], said: string) => {
    const madeAt = new Date().toISOString()
    const made = { key: newKey(), inspector, roundId: round.id, office, madeAt, ticked, photos }
    try {
      await queue.add({ ...made, progress: { kind: 'waiting' } })
      void message.success(said)
      return true
    } catch {
      void message.error({ content: text.notKept, duration: 10 })
      return false
    }
  }
  const who = text.whoOf(noting.map(({ name }) => name))
  const keepNoted = async ({ photos, ...noted }: NotedFinding) => {
    const [first, ...others] = noting.map(({ staffNumber, name }) => ({ staffNumber, name }))
    if (first === undefined) return
    const occurredOn = dayOfFinding(townDay(Date.now() + (kit.clockSkewMs ?? 0)), round)
    if (!(await keep({ ...first, others, occurredOn, ...noted }, photos, text.kept(who)))) return
    note([])
    pick(null)
  }
  const tap = (person: KitPerson) => {
    if (picked === null) note([person])
    else
      pick(
        picked.includes(person.staffNumber)
          ? picked.filter((one) => one !== person.staffNumber)
          : [...picked, person.staffNumber],
      )
  }
  return (
    <>
      <div className={styles.officeHead}>
        <Button type="text" icon={<LeftOutlined />} onClick={onBack} aria-label={text.toOffices} />
        <h2 className={`${styles.subtitle ?? ''} ${styles.officeName ?? ''}`}>{office}</h2>
        {picked !== null && (
          <Button onClick={() => pick(people.map(({ staffNumber }) => staffNumber))}>{text.everyone}</Button>
        )}
        {people.length > 1 && (
          <Button onClick={() => pick(picked === null ? [] : null)}>
            {picked === null ? text.several : text.onlyOne}
          </Button>
        )}
      </div>
      <p className="quiet">
        {people.length === 0 ? text.nobody : picked === null ? text.tapHint : text.severalHint}
      </p>
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonLine
            key={person.staffNumber}
            person={person}
            noted={noted.filter((staffNumber) => staffNumber === person.staffNumber).length}
            isPicked={picked === null ? null : picked.includes(person.staffNumber)}
            onTap={() => tap(person)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        {picked !== null ? (
          <Button
            block
            size="large"
            type="primary"
            disabled={picked.length === 0}
            onClick={() => note(people.filter(({ staffNumber }) => picked.includes(staffNumber)))}
          >
            {text.noteChosen(picked.length)}
          </Button>
        ) : isNew ? (
          <Button
            block
            size="large"
            type="primary"
            onClick={() => {
              void keep(null, [], text.nothingKept(office)).then((isKept) => {
                if (isKept) onBack()
              })
            }}
          >
            {text.nothingFound}
          </Button>
        ) : (
          <Button block size="large" onClick={onBack}>
            {text.toOffices}
          </Button>
        )}
      </div>
      {noting.length > 0 && (
        <FindingDrawer
          kit={kit}
          office={office}
          person={{ name: who, status: sharedStatus(noting) }}
          startWith={null}
          onKeep={(noted) => void keepNoted(noted)}
          onClose={() => note([])}
        />
      )}
    </>
  )
}

type LineProps = {
  readonly person: KitPerson
  readonly noted: number
  /** null: nobody is being ticked. */
  readonly isPicked: boolean | null
  readonly onTap: () => void
}

function PersonLine({ person: { name, status }, noted, isPicked, onTap }: LineProps) {
  const text = useText(inspectText)
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        {...(isPicked !== null && { role: 'checkbox', 'aria-checked': isPicked })}
        onClick={onTap}
      >
        {isPicked !== null && <span className={styles.box} data-picked={isPicked} aria-hidden />}
        <b className={styles.name}>{name}</b>
        <span className={styles.status} data-status={status.kind} data-accounted={status.isAccounted}>
          {status.words}
        </span>
        {noted > 0 && <span className={styles.noted}>{text.noted(noted)}</span>}
      </button>
    </li>
  )
}
