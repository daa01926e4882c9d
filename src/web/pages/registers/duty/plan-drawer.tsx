import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, DatePicker, Drawer, Table } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { groupBy } from '../../../../domain/primitives/group-by.ts'
import { dayClasses } from '../../../../domain/registers/duty/day-class.ts'
import { dutyEndpoints, type DutyPreview } from '../../../../http/contract/registers/duty.ts'
import { call } from '../../../parts/api.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { dayText } from '../../../text/figure.ts'
import styles from './duty.module.css'

/** A roster as it would be, with what could not be met and everybody's counts before and after; then it is applied. */
export function PlanDrawer({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const text = useText(dutyText)
  const { today } = useSession()
  const { message } = App.useApp()
  const [days, setDays] = useState<readonly [Dayjs, Dayjs]>(() => startOf(month, today))
  const [again, setAgain] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const body = { from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD'), again }
  const apply = useCommand(dutyEndpoints.applyDutyRoster, {
    onDone: ({ added }) => {
      void message.success(text.planned(added))
      onClose()
    },
  })
  const preview = useQuery({
    queryKey: ['duty-preview', body],
    queryFn: ({ signal }) => call(dutyEndpoints.previewDutyRoster, { body, signal }),
    placeholderData: keepPreviousData,
    enabled: apply.isIdle || apply.isError,
  })
  const shown = preview.data
  const isCurrent = shown !== undefined && !preview.isPlaceholderData && !preview.isFetching
  const isNothing = shown?.places.length === 0
  return (
    <Drawer
      open
      title={text.planTitle}
      size="min(820px, 100vw)"
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            type="primary"
            disabled={!isCurrent || isNothing}
            loading={apply.isPending}
            onClick={() => {
              if (shown !== undefined)
                apply.mutate({ body: { ...body, digest: shown.digest }, idempotencyKey: key })
            }}
          >
            {text.confirmPlan(shown?.places.length ?? 0)}
          </Button>
        </div>
      }
    >
      <div className={styles.planBody}>
        <label className={styles.planDays}>
          {text.planDays}
          <DatePicker.RangePicker
            value={[days[0], days[1]]}
            allowClear={false}
            minDate={dayjs(today)}
            onChange={(next) => {
              renew()
              const [from, to] = next ?? []
              if (from !== undefined && from !== null && to !== undefined && to !== null) setDays([from, to])
            }}
          />
        </label>
        <Checkbox
          checked={again}
          onChange={({ target }) => {
            renew()
            setAgain(target.checked)
          }}
        >
          {text.planAgain}
        </Checkbox>
        {preview.error !== null && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {shown === undefined ? preview.error === null && <LoadingState rows={8} /> : <Preview shown={shown} />}
      </div>
    </Drawer>
  )
}

/** What is left of the month looked at; of a month gone by, the next one to come. */
function startOf(month: string, today: string): readonly [Dayjs, Dayjs] {
  const first = dayjs(`${month}-01`)
  const start = month > today.slice(0, 7) ? first : dayjs(today)
  return [start, start.endOf('month')]
}

function Preview({ shown }: { readonly shown: DutyPreview }) {
  const text = useText(dutyText)
  if (shown.places.length === 0) return <Alert type="info" showIcon title={text.planNothing} />
  const byDay = [...groupBy(shown.places, ({ day }) => day)]
  return (
    <>
      <p>{text.planKept(shown.kept, shown.replaced, shown.places.length)}</p>
      {shown.findings.length === 0 ? (
        <Alert type="success" showIcon title={text.planMet} />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={text.planFindings(shown.findings.length)}
          description={
            <ul className={styles.findings}>
              {shown.findings.map(({ words }) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          }
        />
      )}
      <h3>{text.planCounts}</h3>
      <Table<DutyPreview['counts'][number]>
        size="small"
        dataSource={[...shown.counts]}
        rowKey={({ post, staffNumber }) => `${post} ${staffNumber}`}
        pagination={false}
        scroll={{ x: 'max-content', y: 320 }}
        columns={[
          { key: 'name', title: text.columns.name, dataIndex: 'name', fixed: 'left', width: 90 },
          { key: 'post', title: text.columns.post, width: 84, render: (_, { post }) => text.posts[post] },
          ...dayClasses.map((dayClass) => ({
            key: dayClass,
            title: text.classes[dayClass],
            align: 'right' as const,
            render: (_: unknown, { before, after }: DutyPreview['counts'][number]) => (
              <span className="figure">
                {before[dayClass] === after[dayClass] ? (
                  <span className="quiet">{after[dayClass]}</span>
                ) : (
                  `${String(before[dayClass])} → ${String(after[dayClass])}`
                )}
              </span>
            ),
          })),
        ]}
      />
      <h3>{text.planPlaces}</h3>
      <ul className={styles.places}>
        {byDay.map(([day, places]) => (
          <li key={day} data-class={places[0]?.dayClass}>
            <span className="figure">{dayText(day)}</span>
            <span>
              {places.map(({ name, post, shift }, index) => (
                <span key={`${post} ${shift} ${String(index)}`}>
                  <span className="quiet">{shift === 'whole' ? text.shortPosts[post] : text.shifts[shift]}</span>{' '}
                  {name}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
