import { Alert, App, Button, Drawer, InputNumber, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { formatQuantity, quantity } from '../../../../domain/primitives/quantity.ts'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import {
  attendanceEndpoints,
  type AttendanceRulesForm as RulesForm,
  type AttendanceRulesView,
} from '../../../../http/contract/registers/attendance.ts'
import { call, messageOf } from '../../../parts/api.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance-rules.module.css'
import { HoursFields } from './hours-fields.tsx'

type Preview = Awaited<ReturnType<typeof askPreview>>

const askPreview = (body: RulesForm) => call(attendanceEndpoints.previewAttendanceRules, { body })

/** 考勤设置: hours, seasons, minutes and what is absent; each says whether the regulation or this system has it so. */
export function AttendanceRules({ onClose }: { readonly onClose: () => void }) {
  const text = useText(attendanceText).rules
  const { data, error, refetch } = useAnswer(attendanceEndpoints.readAttendanceRules, {})
  return (
    <Drawer open onClose={onClose} title={text.title} size="min(720px, 100vw)" mask={{ closable: false }}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={8} />}
      {data !== undefined && <RulesOf view={data} onClose={onClose} />}
    </Drawer>
  )
}

function RulesOf({ view, onClose }: { readonly view: AttendanceRulesView; readonly onClose: () => void }) {
  const text = useText(attendanceText).rules
  const { message } = App.useApp()
  const [key, renewKey] = useIdempotencyKey()
  const [form, setForm] = useState<RulesForm>(() => formOf(view.rules))
  const [preview, setPreview] = useState<Preview | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const people = useAnswer(endpoints.listPeople, {}).data?.people ?? []
  const saving = useCommand(attendanceEndpoints.changeAttendanceRules, {
    quiet: true,
    onDone: () => {
      void message.success(text.saved)
      onClose()
    },
    onFailed: (cause) => setFault(messageOf(cause)),
  })
  const change = (changes: Partial<RulesForm>) => {
    setForm({ ...form, ...changes })
    setPreview(null)
    setFault(null)
    renewKey()
  }
  const ask = () => {
    setAsking(true)
    askPreview(form)
      .then(setPreview, (cause: unknown) => setFault(messageOf(cause)))
      .finally(() => setAsking(false))
  }
  const markOf = (field: keyof RulesForm) => <Mark view={view} form={form} field={field} />
  return (
    <div className={styles.stack}>
      <HoursFields form={form} onChange={change} mark={markOf('sessions')} />
      <Field label={text.punches} mark={markOf('punches')}>
        <Radio.Group
          value={form.punches}
          onChange={({ target }) => change({ punches: target.value === 'day-ends' ? 'day-ends' : 'each-session' })}
          options={[
            { value: 'each-session', label: text.eachSession },
            { value: 'day-ends', label: text.dayEnds },
          ]}
        />
      </Field>
      <Field label={text.lateAfter} mark={markOf('lateAfter')} hint={text.lateHint}>
        <Minutes value={form.lateAfter} onChange={(lateAfter) => change({ lateAfter })} label={text.lateAfter} />
      </Field>
      <Field label={text.earlyBefore} mark={markOf('earlyBefore')}>
        <Minutes
          value={form.earlyBefore}
          onChange={(earlyBefore) => change({ earlyBefore })}
          label={text.earlyBefore}
        />
      </Field>
      <Field label={text.absentSession} mark={markOf('absentSession')} hint={text.absentHint}>
        <Select
          aria-label={text.absentSession}
          value={form.absentSession}
          onChange={(absentSession: RulesForm['absentSession']) => change({ absentSession })}
          options={[
            { value: 'half-day', label: text.halfDay },
            { value: 'day', label: text.wholeDay },
            { value: 'nothing', label: text.nothing },
          ]}
          className={styles.choice ?? ''}
        />
      </Field>
      <Field label={text.missingPunch} mark={markOf('missingPunch')}>
        <Select
          aria-label={text.missingPunch}
          value={form.missingPunch}
          onChange={(missingPunch: RulesForm['missingPunch']) => change({ missingPunch })}
          options={[
            { value: 'noted', label: text.noted },
            { value: 'absence', label: text.asAbsence },
          ]}
          className={styles.choice ?? ''}
        />
      </Field>
      <Field label={text.exempt} mark={null} hint={text.exemptHint}>
        <Select
          aria-label={text.exempt}
          mode="multiple"
          value={[...form.exempt]}
          onChange={(exempt: string[]) => change({ exempt })}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ staffNumber, name, stays }) => ({
            value: staffNumber,
            label: `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`,
          }))}
          className={styles.wide ?? ''}
        />
      </Field>
      {fault !== null && <Alert type="error" showIcon title={fault} role="alert" />}
      {preview !== null && <Effect preview={preview} />}
      <div className={styles.buttons}>
        {preview === null ? (
          <Button type="primary" loading={isAsking} onClick={ask}>
            {text.preview}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={saving.isPending}
            onClick={() => saving.mutate({ body: form, idempotencyKey: key })}
          >
            {text.save}
          </Button>
        )}
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </div>
  )
}

function formOf({ sessions, seasons, exempt, ...rest }: AttendanceRulesView['rules']): RulesForm {
  return {
    ...rest,
    sessions: sessions.map((one) => ({ ...one })),
    seasons: seasons.map((one) => ({ ...one, sessions: one.sessions.map((session) => ({ ...session })) })),
    exempt: [...exempt],
  }
}

/** Whose figure it is: the regulation's, the town's own, or this system's suggestion. */
function Mark({
  view,
  form,
  field,
}: {
  readonly view: AttendanceRulesView
  readonly form: RulesForm
  readonly field: keyof RulesForm
}) {
  const text = useText(attendanceText).rules
  const said = field === 'lateAfter' ? view.lateOfText : field === 'earlyBefore' ? view.earlyOfText : null
  if (said !== null)
    return said.minutes === form[field] ? (
      <span className="quiet">{text.ofText(said.quote)}</span>
    ) : (
      <span className={styles.differs}>{text.differs(said.minutes)}</span>
    )
  const isSuggested = JSON.stringify(view.suggested[field]) === JSON.stringify(form[field])
  return <span className="quiet">{isSuggested ? text.suggested : text.ofTown}</span>
}

function Field({
  label,
  mark,
  hint,
  children,
}: {
  readonly label: string
  readonly mark: ReactNode
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <section className={styles.field}>
      <h3>
        {label} {mark}
      </h3>
      {children}
      {hint !== undefined && <p className="quiet">{hint}</p>}
    </section>
  )
}

function Minutes({
  value,
  onChange,
  label,
}: {
  readonly value: number
  readonly onChange: (minutes: number) => void
  readonly label: string
}) {
  return (
    <InputNumber
      aria-label={label}
      min={0}
      max={240}
      precision={0}
      value={value}
      onChange={(minutes) => onChange(minutes ?? 0)}
    />
  )
}

function Effect({ preview }: { readonly preview: Preview }) {
  const text = useText(attendanceText).rules
  const { first, last, before, after } = preview
  const lines = [
    [text.late, before.late, after.late, text.times],
    [text.early, before.early, after.early, text.times],
    [text.absent, before.absent, after.absent, text.days],
  ] as const
  const words = (amount: number) => formatQuantity(quantity(amount))
  return (
    <Alert
      type="info"
      showIcon
      title={text.effect(first, last)}
      description={lines.map(([word, was, is, unit]) => (
        <div key={word} className="figure">
          {text.effectLine(word, words(was), words(is), unit)}
        </div>
      ))}
    />
  )
}
