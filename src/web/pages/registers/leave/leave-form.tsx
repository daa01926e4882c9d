import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { quantity } from '../../../../domain/primitives/quantity.ts'
import { leaveKinds, leaveTerms, type LeaveKind } from '../../../../domain/registers/leave/leave-kinds.ts'
import { leaveDaysWords } from '../../../../domain/registers/leave/leave-record.ts'
import { leaveEndpoints, type LeavePreview } from '../../../../http/contract/registers/leave.ts'
import { call, messageOf } from '../../../parts/api.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import styles from './leave.module.css'

type Draft = {
  readonly kind: LeaveKind
  readonly first: string
  readonly last: string
  readonly begins: 'morning' | 'noon'
  readonly ends: 'noon' | 'evening'
  readonly reason: string
}

/** Kind, days, reason: what it comes to and who decides stands above the button before it is sent. */
export function LeaveForm() {
  const text = useText(leaveText).form
  const { message } = App.useApp()
  const { today } = useSession()
  const start: Draft = {
    kind: 'personal',
    first: today,
    last: today,
    begins: 'morning',
    ends: 'evening',
    reason: '',
  }
  const [draft, setDraft] = useState<Draft>(start)
  // Nothing is said of what nobody has asked for yet: a weekend, a day already taken.
  const [isTouched, touch] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const isWhole = draft.first !== '' && draft.last !== '' && draft.first <= draft.last
  const body = { ...draft, reason: draft.reason.trim() === '' ? null : draft.reason.trim(), place: null }
  const preview = usePreview(body, isWhole && isTouched)
  const ask = useCommand(leaveEndpoints.requestLeave, {
    onDone: ({ wayWords, stateWords }) => {
      void message.success(`${text.sent}：${wayWords ?? stateWords}`)
      setDraft(start)
      touch(false)
      renew()
    },
  })
  const change = (changes: Partial<Draft>) => {
    touch(true)
    renew()
    setDraft((was) => {
      const next = { ...was, ...changes }
      if (changes.first !== undefined && (next.last < next.first || was.last === was.first)) next.last = next.first
      return next
    })
  }
  const isOneDay = draft.first === draft.last
  const isAfterwards = draft.first !== '' && draft.first < today
  return (
    <section className={styles.form} aria-label={text.title}>
      <h2>{text.title}</h2>
      <Form layout="vertical" disabled={ask.isPending} onFinish={() => ask.mutate({ body, idempotencyKey: key })}>
        <Form.Item label={text.kind}>
          <Select
            aria-label={text.kind}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={leaveKinds.map((value) => ({ value, label: leaveTerms[value].title }))}
          />
        </Form.Item>
        <div className={styles.days}>
          <Form.Item label={text.first} htmlFor="leave-first">
            <Input
              id="leave-first"
              type="date"
              required
              value={draft.first}
              onChange={({ target }) => change({ first: target.value })}
            />
          </Form.Item>
          <Form.Item label={text.last} htmlFor="leave-last">
            <Input
              id="leave-last"
              type="date"
              required
              min={draft.first}
              value={draft.last}
              onChange={({ target }) => change({ last: target.value })}
            />
          </Form.Item>
        </div>
        {isOneDay ? <OneDay draft={draft} onChange={change} /> : <SomeDays draft={draft} onChange={change} />}
        <Form.Item label={text.reason} htmlFor="leave-reason" {...(isAfterwards && { extra: text.afterwards })}>
          <Input
            id="leave-reason"
            value={draft.reason}
            maxLength={200}
            placeholder={text.reasonExample}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </Form.Item>
        <div className={styles.told} aria-live="polite">
          {isTouched && preview.error !== null && (
            <Alert type="warning" showIcon title={messageOf(preview.error)} />
          )}
          {isTouched && preview.error === null && preview.data !== undefined && <Told preview={preview.data} />}
        </div>
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={ask.isPending}
          disabled={!isWhole || preview.error !== null}
        >
          {text.send}
        </Button>
      </Form>
    </section>
  )
}

type Body = Omit<Draft, 'reason'> & { readonly reason: string | null; readonly place: null }

/** A POST that only asks, as a question that is asked again when the answer to it would be another. */
function usePreview(body: Body, isWhole: boolean) {
  // Words change nothing of it: they are left out, so that typing asks nothing.
  const asked = { ...body, reason: null }
  return useQuery({
    queryKey: ['leave-preview', asked],
    queryFn: ({ signal }) => call(leaveEndpoints.previewLeave, { body: asked, signal }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type Part = { readonly draft: Draft; readonly onChange: (changes: Partial<Draft>) => void }

function OneDay({ draft, onChange }: Part) {
  const text = useText(leaveText).form
  const value = draft.begins === 'noon' ? 'afternoon' : draft.ends === 'noon' ? 'morning' : 'whole'
  return (
    <Segmented
      block
      className={styles.halves ?? ''}
      value={value}
      onChange={(part) =>
        onChange({
          begins: part === 'afternoon' ? 'noon' : 'morning',
          ends: part === 'morning' ? 'noon' : 'evening',
        })
      }
      options={[
        { value: 'whole', label: text.whole },
        { value: 'morning', label: text.morning },
        { value: 'afternoon', label: text.afternoon },
      ]}
    />
  )
}

function SomeDays({ draft, onChange }: Part) {
  const text = useText(leaveText).form
  return (
    <div className={styles.days}>
      <Segmented
        block
        className={styles.halves ?? ''}
        value={draft.begins}
        onChange={(begins) => onChange({ begins })}
        options={[
          { value: 'morning' as const, label: text.fromMorning },
          { value: 'noon' as const, label: text.fromNoon },
        ]}
      />
      <Segmented
        block
        className={styles.halves ?? ''}
        value={draft.ends}
        onChange={(ends) => onChange({ ends })}
        options={[
          { value: 'evening' as const, label: text.untilEvening },
          { value: 'noon' as const, label: text.untilNoon },
        ]}
      />
    </div>
  )
}

function Told({ preview: { days, wayWords, balance, away } }: { readonly preview: LeavePreview }) {
  const text = useText(leaveText)
  const daysWords = (hundredths: number) =>
    hundredths === 0 ? text.balances.days('0') : leaveDaysWords(quantity(hundredths))
  const overBy = balance === null ? 0 : balance.after.over - balance.before.over
  return (
    <>
      <p>
        <b>{text.form.daysOf(daysWords(days))}</b>，{wayWords}
      </p>
      {balance !== null && (
        <p className="quiet">
          {balance.before.left === null || balance.after.left === null
            ? text.balance.unknownHint
            : text.balance.change(daysWords(balance.before.left), daysWords(balance.after.left))}
        </p>
      )}
      {overBy > 0 && <Alert type="warning" showIcon title={text.balance.willBeOver(daysWords(overBy))} />}
      {away.map(({ day, names, members, isShort }) => (
        <p key={day} className={isShort ? styles.short : 'quiet'}>
          {text.away(day, names.join('、'), names.length, members)}
        </p>
      ))}
    </>
  )
}
