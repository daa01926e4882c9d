import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { periodEndpoints, type MonthCheckLine, type MonthPreview } from '../../../http/contract/periods.ts'
import { ApiError, call } from '../../parts/api.ts'
import { BulletinPaper } from '../../parts/bulletin-paper.tsx'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useCommand } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useGoOn } from '../../parts/use-go-on.ts'
import { useText } from '../../text/dictionary.ts'
import { periodText as periodName } from '../../text/figure.ts'
import { periodText } from '../../text/periods.ts'
import styles from './months.module.css'

/** One month to be closed: the checklist, the table exactly as it will be published, and the close itself. */
export function CloseMonth({ month }: { readonly month: string }) {
  const text = useText(periodText)
  const { message, modal } = App.useApp()
  const goOn = useGoOn()
  const [isTyping, setTyping] = useState(false)
  const [reason, setReason] = useState('')
  const [withoutBalance, setWithoutBalance] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const name = periodName(month)
  const body = { month, reason: reason === '' ? null : reason, withoutBalance }
  const close = useCommand(periodEndpoints.closeMonth, {
    onDone: () => {
      void message.success(text.closed(name))
      goOn(`/months?year=${month.slice(0, 4)}`)
    },
    onFailed: (error) => {
      if (error instanceof ApiError && error.code === 'figures-changed') void preview.refetch()
    },
  })
  const preview = useQuery({
    queryKey: ['month-preview', body],
    queryFn: ({ signal }) => call(periodEndpoints.previewMonth, { body, signal }),
    placeholderData: keepPreviousData,
    // Once it is closed there is nothing to preview, and asking again would be refused.
    enabled: close.isIdle || close.isError,
    retry: false,
  })
  const shown = preview.data
  const isCurrent = shown !== undefined && !preview.isPlaceholderData && !preview.isFetching && !isTyping
  const lacksReason = shown?.needsReason === true && reason === ''
  const ask = () => {
    if (shown === undefined) return
    modal.confirm({
      title: text.closeAsk(name),
      content: text.closeExplain,
      okText: text.closeDo,
      cancelText: text.notYet,
      onOk: async () => {
        await close.mutateAsync({ body: { ...body, digest: shown.digest }, idempotencyKey: key }).catch(() => null)
      },
    })
  }
  return (
    <>
      <PageHeader
        title={text.closeTitle(name)}
        subtitle={<Link to={`/months?year=${month.slice(0, 4)}`}>{text.back}</Link>}
      />
      {preview.error !== null && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {shown === undefined && preview.error === null && <LoadingState rows={8} />}
      {shown !== undefined && (
        <div className={styles.close}>
          <section className={styles.card}>
            <Checklist shown={shown} />
            {shown.needsReason && (
              <Reason
                onTyping={() => {
                  renew()
                  setTyping(true)
                }}
                onTyped={(typed) => {
                  setTyping(false)
                  setReason(typed)
                }}
              />
            )}
            <Checkbox
              checked={withoutBalance}
              onChange={({ target }) => {
                renew()
                setWithoutBalance(target.checked)
              }}
            >
              {text.withoutBalance}
            </Checkbox>
          </section>
          <section>
            <h2 className={styles.heading}>{text.preview}</h2>
            <BulletinPaper content={shown.content} />
          </section>
          <div className={styles.bar}>
            {lacksReason && <span className="quiet">{text.reasonNeeded}</span>}
            <Button
              type="primary"
              size="large"
              disabled={!isCurrent || lacksReason}
              loading={close.isPending}
              onClick={ask}
            >
              {text.close(name)}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function Checklist({ shown }: { readonly shown: MonthPreview }) {
  const text = useText(periodText)
  return (
    <>
      <h2>{text.checklist}</h2>
      <ul className={styles.checks}>
        {shown.checks.map((check) => (
          <CheckLine key={check.kind} check={check} month={shown.month} />
        ))}
      </ul>
      {!shown.needsReason && <p className={styles.done}>{text.allDone}</p>}
    </>
  )
}

type ReasonProps = { readonly onTyping: () => void; readonly onTyped: (reason: string) => void }

/** Why the month is closed over what is open: the table shows it once it is typed. */
function Reason({ onTyping, onTyped }: ReasonProps) {
  const text = useText(periodText)
  const [typed, setTyped] = useState('')
  return (
    <label className={styles.reason}>
      <span>{text.reason}</span>
      <Input.TextArea
        rows={2}
        maxLength={500}
        placeholder={text.reasonPlaceholder}
        value={typed}
        onChange={({ target }) => {
          onTyping()
          setTyped(target.value)
        }}
        onBlur={() => {
          setTyped(typed.trim())
          onTyped(typed.trim())
        }}
      />
      <span className="quiet">{text.reasonHint}</span>
    </label>
  )
}

function CheckLine({ check, month }: { readonly check: MonthCheckLine; readonly month: string }) {
  const text = useText(periodText)
  const isOpen = check.count > 0
  return (
    <li data-open={check.needsReason}>
      <span aria-hidden>{check.needsReason ? '！' : isOpen ? '·' : '✓'}</span>
      <span>{check.words}</span>
      {isOpen && <Link to={wayTo(check.kind, month)}>{text.checks[check.kind]}</Link>}
    </li>
  )
}

/** Where it is put right. */
function wayTo(kind: MonthCheckLine['kind'], month: string): string {
  const year = month.slice(0, 4)
  switch (kind) {
    case 'unconfirmed':
      return '/entries/confirm'
    case 'objections':
      return '/proceedings'
    case 'registers':
    case 'missing':
      return `/standings?year=${year}&period=${month}`
    case 'earlier':
      return `/months?year=${year}`
  }
}
