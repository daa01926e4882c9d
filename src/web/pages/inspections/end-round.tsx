import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Input } from 'antd'
import { useState } from 'react'
import { inspectionEndpoints, type InspectionDetail } from '../../../http/contract/inspections.ts'
import { call } from '../../parts/api.ts'
import { BulletinPaper } from '../../parts/bulletin-paper.tsx'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { inspectionText } from '../../text/inspections.ts'
import styles from './inspections.module.css'

/** The report exactly as it will be published, with a reason for each office nobody went to; then the round ends. */
export function EndRound({
  detail,
  onClose,
}: {
  readonly detail: InspectionDetail
  readonly onClose: () => void
}) {
  const text = useText(inspectionText)
  const { message } = App.useApp()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [withNames, setWithNames] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const roundId = detail.round.id
  const missed = detail.offices.filter(({ outcome }) => outcome === 'unvisited').map(({ office }) => office)
  const body = { unvisited: missed.map((office) => ({ office, reason: reasons[office] ?? '' })), withNames }
  const end = useCommand(inspectionEndpoints.endInspection, {
    onDone: () => {
      void message.success(text.published)
      onClose()
    },
  })
  const preview = useQuery({
    queryKey: ['inspection-report', roundId, body],
    queryFn: ({ signal }) =>
      call(inspectionEndpoints.previewInspectionReport, { params: { roundId }, body, signal }),
    placeholderData: keepPreviousData,
    // Once it has ended there is nothing to preview, and asking again would be refused.
    enabled: end.isIdle || end.isError,
  })
  const shown = preview.data
  const isCurrent = shown !== undefined && !preview.isPlaceholderData && !preview.isFetching
  return (
    <Drawer
      open
      placement="bottom"
      size="94vh"
      title={text.endTitle}
      onClose={onClose}
      footer={
        <div className={styles.endFoot}>
          <span className="quiet" role="status">
            {shown !== undefined && shown.unexplained.length > 0 && text.unvisitedNeeded(shown.unexplained.length)}
          </span>
          <Button onClick={onClose}>{text.notYet}</Button>
          <Button
            type="primary"
            loading={end.isPending}
            disabled={!isCurrent || shown.unexplained.length > 0}
            onClick={() => {
              if (shown !== undefined)
                end.mutate({
                  params: { roundId },
                  body: { ...body, digest: shown.digest },
                  idempotencyKey: key,
                })
            }}
          >
            {text.publish}
          </Button>
        </div>
      }
    >
      <div className={styles.endBody}>
        <p className="quiet">{text.endIntro}</p>
        {missed.length > 0 && (
          <fieldset className={styles.reasons}>
            <legend>{text.unvisitedTitle}</legend>
            {missed.map((office) => (
              <label key={office}>
                <span>{office}</span>
                <Input
                  maxLength={200}
                  placeholder={text.reasonPlaceholder}
                  value={reasons[office] ?? ''}
                  onChange={({ target }) => {
                    renew()
                    setReasons((current) => ({ ...current, [office]: target.value }))
                  }}
                />
              </label>
            ))}
          </fieldset>
        )}
        <Checkbox
          checked={withNames}
          onChange={({ target }) => {
            renew()
            setWithNames(target.checked)
          }}
        >
          {text.withNames}
        </Checkbox>
        {preview.error !== null && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {shown === undefined ? (
          preview.error === null && <LoadingState rows={8} />
        ) : (
          <BulletinPaper content={shown.content} />
        )}
      </div>
    </Drawer>
  )
}
