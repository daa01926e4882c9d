import { App, Button, Drawer, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { PersonRating, RatingMarkRow } from '../../../http/contract/ratings.ts'
import { Missing, Points } from '../../parts/figure.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useMay, useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText, pointsText } from '../../text/figure.ts'
import { ratingsText } from '../../text/ratings.ts'
import { AddMark } from './add-mark.tsx'
import { weightShare } from './rating-view.ts'
import styles from './ratings.module.css'

type Props = {
  readonly rating: PersonRating | null
  readonly year: number
  readonly onClose: () => void
  /** To the next person who lacks a mark; absent when there is none. */
  readonly onNext?: () => void
}

/** All marks of one person, each with its source and the way to withdraw it, and the line to enter another. */
export function RatingDrawer({ rating, year, onClose, onNext }: Props) {
  const text = useText(ratingsText)
  const may = useMay()
  const { staffNumber } = useSession()
  const isOwn = rating !== null && rating.staffNumber === staffNumber && may('rating.record')
  const mayRecord = may('rating.record') && !isOwn
  return (
    <Drawer
      open={rating !== null}
      onClose={onClose}
      size="min(640px, 100vw)"
      title={rating === null ? '' : text.drawerTitle(rating.name)}
      extra={onNext !== undefined && <Button onClick={onNext}>{text.next}</Button>}
    >
      {rating !== null && (
        <>
          <p className={styles.drawerScore}>
            {text.score} <Points hundredths={rating.score} />
            <span className="quiet"> {rating.office}</span>
          </p>
          {mayRecord && <AddMark key={`${rating.staffNumber}/${rating.categoryId}`} rating={rating} year={year} />}
          {isOwn && <p className="quiet">{text.ownMark}</p>}
          {rating.whole !== null && (
            <MarkGroup title={text.whole} marks={[rating.whole]} mayWithdraw={mayRecord} />
          )}
          {rating.groups.map((group) => (
            <MarkGroup
              key={group.group}
              title={text.group(group.group, pointsText(weightShare(group.weight, rating.groups)))}
              marks={group.marks}
              mayWithdraw={mayRecord}
            />
          ))}
        </>
      )}
    </Drawer>
  )
}

function MarkGroup({
  title,
  marks,
  mayWithdraw,
}: {
  readonly title: string
  readonly marks: readonly RatingMarkRow[]
  readonly mayWithdraw: boolean
}) {
  const text = useText(ratingsText)
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {marks.length === 0 && <Missing words={text.noMarks} />}
      <ul className={styles.marks}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <b>
              <Points hundredths={mark.mark} table />
            </b>
            <span className={styles.markSource}>
              {mark.source}
              <br />
              <span className="quiet figure">
                {momentText(mark.at)} {mark.by}
              </span>
            </span>
            {mayWithdraw && <WithdrawMark mark={mark} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function WithdrawMark({ mark }: { readonly mark: RatingMarkRow }) {
  const text = useText(ratingsText)
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(endpoints.withdrawMark, { onDone: () => void message.success(text.withdrawn) })
  return (
    <Popconfirm
      title={text.withdrawTitle(pointsText(mark.mark))}
      description={
        <div className={styles.withdraw}>
          <p className="quiet">{text.withdrawExplain}</p>
          <Input
            aria-label={text.withdrawReason}
            placeholder={text.withdrawReason}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </div>
      }
      okText={text.withdrawDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '', danger: true }}
      onConfirm={() => {
        withdraw.mutate({ params: { markId: mark.id }, body: { reason } })
      }}
    >
      <Button type="link" size="small" loading={withdraw.isPending}>
        {text.withdraw}
      </Button>
    </Popconfirm>
  )
}
