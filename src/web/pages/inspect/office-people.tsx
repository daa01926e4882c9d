import { LeftOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { townDay } from '../../../domain/primitives/local-date.ts'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import { dayOfFinding, peopleOf, type KitPerson } from './choose-rule.ts'
import { FindingDrawer, type NotedFinding } from './finding-drawer.tsx'
import styles from './inspect.module.css'
import type { Inspector, QueuedFinding } from './queued-finding.ts'
import type { Queue } from './use-queue.ts'

type Props = {
  readonly kit: InspectionKit
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
  const [noting, note] = useState<KitPerson | null>(null)
  const people = peopleOf(kit, office)
  const queued = queue.findings.filter((one) => one.roundId === round.id && one.office === office)
  const noted = [
    ...(round.offices.find((one) => one.office === office)?.noted ?? []),
    ...queued.flatMap(({ ticked }) => (ticked === null ? [] : [ticked.staffNumber])),
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
  const keepNoted = async (person: KitPerson, { photos, ...noted }: NotedFinding) => {
    const { staffNumber, name } = person
    const occurredOn = dayOfFinding(townDay(Date.now()), round)
    if (await keep({ staffNumber, name, occurredOn, ...noted }, photos, text.kept(name))) note(null)
  }
  return (
    <>
      <div className={styles.officeHead}>
        <Button type="text" icon={<LeftOutlined />} onClick={onBack} aria-label={text.toOffices} />
        <h2 className={styles.subtitle}>{office}</h2>
      </div>
      <p className="quiet">{people.length === 0 ? text.nobody : text.tapHint}</p>
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonLine
            key={person.staffNumber}
            person={person}
            noted={noted.filter((staffNumber) => staffNumber === person.staffNumber).length}
            onTap={() => note(person)}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        {isNew ? (
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
      {noting !== null && (
        <FindingDrawer
          kit={kit}
          office={office}
          person={noting}
          startWith={null}
          onKeep={(noted) => void keepNoted(noting, noted)}
          onClose={() => note(null)}
        />
      )}
    </>
  )
}

type LineProps = { readonly person: KitPerson; readonly noted: number; readonly onTap: () => void }

function PersonLine({ person: { name, status }, noted, onTap }: LineProps) {
  const text = useText(inspectText)
  return (
    <li>
      <button type="button" className={styles.line} onClick={onTap}>
        <b className={styles.name}>{name}</b>
        <span className={styles.status} data-status={status.kind} data-accounted={status.isAccounted}>
          {status.words}
        </span>
        {noted > 0 && <span className={styles.noted}>{text.noted(noted)}</span>}
      </button>
    </li>
  )
}
