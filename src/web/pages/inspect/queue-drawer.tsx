import { Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { inspectText } from '../../text/inspect.ts'
import { sharedStatus } from './choose-rule.ts'
import { FindingDrawer, type NotedFinding } from './finding-drawer.tsx'
import styles from './inspect.module.css'
import { afterLettingGo, changed, peopleIn, type QueuedFinding } from './queued-finding.ts'
import type { Queue } from './use-queue.ts'

type Props = { readonly kit: InspectionKit; readonly queue: Queue; readonly onClose: () => void }

/** What waits, in order; what the server did not take shows its sentence, to be put right or let go. */
export function QueueDrawer({ kit, queue, onClose }: Props) {
  const text = useText(inspectText)
  const [changing, change] = useState<QueuedFinding | null>(null)
  const keepChanged = async (old: QueuedFinding, { photos, ...noted }: NotedFinding) => {
    if (old.ticked === null) return
    await queue.replace(old, { ...changed(old, { ...old.ticked, ...noted }, newKey()), photos })
    change(null)
  }
  const changingPeople = changing?.ticked ? peopleIn(changing.ticked) : []
  return (
    <Drawer
      open
      placement="bottom"
      size="min(80vh, 640px)"
      title={text.queueTitle}
      onClose={onClose}
      footer={
        queue.findings.length > 0 && (
          <Button block size="large" type="primary" loading={queue.isSending} onClick={() => void queue.send()}>
            {queue.isSending ? text.sending : text.sendNow}
          </Button>
        )
      }
    >
      {queue.findings.length === 0 && <p className="quiet">{text.queueEmpty}</p>}
      <ul className={styles.list}>
        {queue.findings.map((finding) => (
          <QueuedCard key={finding.key} finding={finding} queue={queue} onChange={() => change(finding)} />
        ))}
      </ul>
      {changing?.ticked && (
        <FindingDrawer
          kit={kit}
          office={changing.office}
          person={{
            name: text.whoOf(changingPeople.map(({ name }) => name)),
            status: sharedStatus(
              kit.people.filter((person) =>
                changingPeople.some(({ staffNumber }) => staffNumber === person.staffNumber),
              ),
            ),
          }}
          startWith={changing}
          onKeep={(noted) => void keepChanged(changing, noted)}
          onClose={() => change(null)}
        />
      )}
    </Drawer>
  )
}

type CardProps = { readonly finding: QueuedFinding; readonly queue: Queue; readonly onChange: () => void }

function QueuedCard({ finding, queue, onChange }: CardProps) {
  const text = useText(inspectText)
  const { office, ticked, photos, progress, madeAt } = finding
  const isRecorded = progress.kind !== 'waiting' && progress.entryIds !== null
  const state =
    progress.kind === 'refused'
      ? isRecorded
        ? text.photoRefusedState
        : text.refusedState
      : isRecorded
        ? text.recordedState
        : text.waitingState
  return (
    <li className={styles.queued} data-refused={progress.kind === 'refused'}>
      <span className={styles.lineHead}>
        <b>
          {office}
          {ticked !== null && ` · ${text.whoOf(peopleIn(ticked).map(({ name }) => name))}`}
        </b>
        <span className="quiet figure">{momentText(madeAt).slice(5)}</span>
      </span>
      <span>
        {ticked === null ? text.nothing : `${ticked.sentence} ×${ticked.quantity}`}
        {photos.length > 0 && <span className="quiet"> {text.photosOf(photos.length)}</span>}
      </span>
      <span className={styles.queuedState}>{state}</span>
      {progress.kind === 'refused' && (
        <>
          <p role="alert" className={styles.problem}>
            {progress.sentence}
          </p>
          <span className={styles.queuedActions}>
            {!isRecorded && ticked !== null && <Button onClick={onChange}>{text.change}</Button>}
            <Popconfirm
              title={text.letGoSure}
              okText={text.letGoYes}
              cancelText={text.cancel}
              onConfirm={() => void queue.replace(finding, afterLettingGo(finding))}
            >
              <Button danger>{text.letGo}</Button>
            </Popconfirm>
          </span>
        </>
      )}
    </li>
  )
}
