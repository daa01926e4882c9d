import { App, Button, Checkbox, Drawer, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  gatheringEndpoints,
  type Attendance,
  type GatheringDetail,
} from '../../../../http/contract/registers/gatherings.ts'
import { download, messageOf } from '../../../parts/api.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { RecordHistory } from '../../../parts/register/record-history.tsx'
import { useMay } from '../../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import { gatheringText } from '../../../text/gatherings.ts'
import { ChangeGathering } from './change-gathering.tsx'
import { ImportSignInList } from './import-sign-in-list.tsx'
import { StateTag } from './state-tag.tsx'
import styles from './gathering.module.css'

/** One gathering: everybody called, ticked off or excused, and the roll closed. */
export function RollDrawer({
  gatheringId,
  onClose,
}: {
  readonly gatheringId: string
  readonly onClose: () => void
}) {
  const text = useText(gatheringText)
  const { data, error, refetch } = useAnswer(gatheringEndpoints.readGathering, { params: { gatheringId } })
  return (
    <Drawer
      open
      size="min(680px, 100vw)"
      onClose={onClose}
      title={data?.gathering.title ?? text.title}
      footer={data === undefined ? null : <RollButtons detail={data} onGone={onClose} />}
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingState rows={8} /> : <Roll detail={data} />}
    </Drawer>
  )
}

const order: readonly Attendance['status'][] = ['missing', 'late', 'excused', 'on-leave', 'on-time']

function Roll({ detail: { gathering, attendance } }: { readonly detail: GatheringDetail }) {
  const text = useText(gatheringText)
  const may = useMay()
  const [words, find] = useState('')
  const keeps = may('gathering.keep')
  const shown = attendance
    .filter(({ name, office }) => name.includes(words.trim()) || office.includes(words.trim()))
    .toSorted((left, right) => order.indexOf(left.status) - order.indexOf(right.status))
  return (
    <div className={styles.roll}>
      <p>
        <span className="figure">
          {gathering.day} {gathering.startsAt}
        </span>{' '}
        · {text.kinds[gathering.kind]}
        {gathering.place !== null && ` · ${gathering.place}`} <StateTag state={gathering.state} />
      </p>
      <p className={styles.tally}>
        {text.tally(gathering.cameCount, gathering.calledCount)}
        <span className="quiet">
          {text.columns.late} {gathering.lateCount} · {text.columns.excused} {gathering.excusedCount} ·{' '}
          {text.status.missing} {gathering.missingCount}
        </span>
      </p>
      {keeps && <p className="quiet">{text.missingFirst}</p>}
      <Input.Search
        placeholder={text.search}
        allowClear
        value={words}
        onChange={({ target }) => find(target.value)}
      />
      <ul className={styles.people}>
        {shown.map((one) => (
          <PersonRow key={one.staffNumber} gatheringId={gathering.id} one={one} keeps={keeps} />
        ))}
      </ul>
      {keeps && <RecordHistory register="gathering" recordId={gathering.id} />}
    </div>
  )
}

type RowProps = { readonly gatheringId: string; readonly one: Attendance; readonly keeps: boolean }

function PersonRow({ gatheringId, one, keeps }: RowProps) {
  const text = useText(gatheringText)
  const [reason, setReason] = useState<string | null>(null)
  const params = { gatheringId }
  const tick = useCommand(gatheringEndpoints.tickGathering, {})
  const excuse = useCommand(gatheringEndpoints.excuseFromGathering, { onDone: () => setReason(null) })
  const { staffNumber, status } = one
  const send = (words: string | null) => excuse.mutate({ params, body: { staffNumber, reason: words } })
  const name = (
    <>
      {one.name} <span className="quiet">{one.office}</span>
    </>
  )
  return (
    <li data-status={status}>
      {keeps ? (
        <Checkbox
          checked={one.signedIn !== null}
          disabled={tick.isPending}
          onChange={({ target }) =>
            tick.mutate({ params, body: { staffNumbers: [staffNumber], isPresent: target.checked } })
          }
        >
          {name}
        </Checkbox>
      ) : (
        <span>{name}</span>
      )}
      <span className={styles.status}>
        {status === 'late' ? text.lateBy(one.minutesLate) : text.status[status]}
        {one.signedIn !== null && (
          <span className="quiet figure">
            {' '}
            {one.signedIn.how === 'list' ? text.byList : momentText(one.signedIn.at).slice(11, 16)}
          </span>
        )}
        {one.reason !== null && <span className="quiet"> {one.reason}</span>}
        {keeps && status === 'missing' && reason === null && (
          <Button size="small" onClick={() => setReason('')}>
            {text.excuse}
          </Button>
        )}
        {keeps && status === 'excused' && (
          <Button size="small" loading={excuse.isPending} onClick={() => send(null)}>
            {text.unexcuse}
          </Button>
        )}
      </span>
      {reason !== null && (
        <span className={styles.reason}>
          <Input
            autoFocus
            placeholder={text.excuseReason}
            value={reason}
            maxLength={100}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={() => {
              if (reason.trim() !== '') send(reason)
            }}
          />
          <Button onClick={() => setReason(null)}>{text.back}</Button>
          <Button
            type="primary"
            disabled={reason.trim() === ''}
            loading={excuse.isPending}
            onClick={() => send(reason)}
          >
            {text.save}
          </Button>
        </span>
      )}
    </li>
  )
}

function RollButtons({ detail, onGone }: { readonly detail: GatheringDetail; readonly onGone: () => void }) {
  const text = useText(gatheringText)
  const may = useMay()
  const { message } = App.useApp()
  const [isChanging, change] = useState(false)
  const { id, title, day, state, missingCount, mine } = detail.gathering
  const roll = useCommand(gatheringEndpoints.closeRoll, {
    onDone: ({ gathering }) => void message.success(gathering.state === 'ended' ? text.ended : text.reopened),
  })
  if (!may('gathering.keep'))
    return state === 'called' && mine === 'missing' ? (
      <Link to={`/sign-in-at/${id}`}>
        <Button type="primary" size="large" block>
          {text.signIn}
        </Button>
      </Link>
    ) : null
  const params = { gatheringId: id }
  const take = () => {
    const name = `${title} ${day} ${text.rollSheet}.xlsx`
    download(gatheringEndpoints.downloadGatheringRoll, name, { params, query: { format: 'xlsx' } }).catch(
      (fault: unknown) => void message.error(messageOf(fault)),
    )
  }
  return (
    <div className={styles.foot}>
      <Button onClick={() => change(true)}>{text.change}</Button>
      <Button onClick={take}>{text.rollSheet}</Button>
      <ImportSignInList gathering={detail.gathering} />
      <Link to={`/registers/gathering/${id}/screen`}>
        <Button>{text.screen}</Button>
      </Link>
      {state === 'ended' ? (
        <Button loading={roll.isPending} onClick={() => roll.mutate({ params, body: { isClosed: false } })}>
          {text.reopen}
        </Button>
      ) : (
        <Popconfirm
          title={missingCount === 0 ? text.closeNone : text.closeAsk(missingCount)}
          okText={text.close}
          cancelText={text.cancel}
          onConfirm={() => roll.mutate({ params, body: { isClosed: true } })}
        >
          <Button type="primary" loading={roll.isPending}>
            {text.close}
          </Button>
        </Popconfirm>
      )}
      {isChanging && (
        <ChangeGathering gathering={detail.gathering} onClose={() => change(false)} onGone={onGone} />
      )}
    </div>
  )
}
