import { App, Form, Input, Segmented } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProceedingView } from '../../../http/contract/proceedings.ts'
import { call } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { StepEffects } from '../../parts/step-effects.tsx'
import { useText } from '../../text/dictionary.ts'
import { discretionRange } from '../../text/discretion-range.ts'
import { discretionsText } from '../../text/discretions.ts'
import { amountFault, amountsBody, type TypedAmount, type TypedAmounts } from './decided-amounts.ts'
import { minutesBody, MinutesFields, recusedOf, type MinutesValues } from './minutes-fields.tsx'
import { useNeeded } from './outcome-field.tsx'
import styles from './proceedings.module.css'
import { StepDialog } from './step-dialog.tsx'

type Props = { readonly proceeding: ProceedingView }
type Fields = MinutesValues & { readonly amounts: TypedAmounts; readonly reasons: string }

/** The leading group's decision: an amount or none for each person, why, and the minutes; its effect stands below. */
export function DecideStep({ proceeding }: Props) {
  const text = useText(discretionsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const needed = useNeeded()
  const decide = useCommand(endpoints.decideDiscretion, {
    onDone: ({ entries }) => void message.success(entries.length === 0 ? text.decidedNone : text.decided),
  })
  const { id, steps, people } = proceeding
  const bounds = boundsOf(proceeding)
  const first = Object.fromEntries(
    people.map(({ staffNumber }): [string, TypedAmount] => [staffNumber, { gives: true }]),
  )
  return (
    <StepDialog
      isMain
      label={text.decide}
      title={text.decideTitle}
      hint={text.decideHint}
      form={form}
      initial={{ amounts: first, recused: recusedOf(proceeding) }}
      onSend={({ amounts, reasons, ...minutes }, idempotencyKey) =>
        decide.mutateAsync({
          params: { proceedingId: id },
          body: {
            seen: steps.length,
            amounts: amountsBody(people, amounts, bounds) ?? [],
            reasons,
            minutes: minutesBody(minutes),
          },
          idempotencyKey,
        })
      }
    >
      <fieldset className={styles.amounts}>
        <legend>
          {text.amounts} <span className="quiet">{text.range(discretionRange(bounds.min, bounds.max))}</span>
        </legend>
        {people.map((person) => (
          <AmountLine key={person.staffNumber} person={person} bounds={bounds} />
        ))}
      </fieldset>
      <DecisionEffects proceeding={proceeding} />
      <Form.Item name="reasons" label={text.reasons} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} placeholder={text.reasonsPlaceholder} />
      </Form.Item>
      <MinutesFields proceeding={proceeding} />
    </StepDialog>
  )
}

type Bounds = ReturnType<typeof boundsOf>

function boundsOf({ subject }: ProceedingView) {
  return subject.about === 'deduction' ? { min: subject.min, max: subject.max } : { min: null, max: null }
}

type LineProps = { readonly person: ProceedingView['people'][number]; readonly bounds: Bounds }

function AmountLine({ person, bounds }: LineProps) {
  const text = useText(discretionsText)
  const { staffNumber, name } = person
  const gives = Form.useWatch<boolean | undefined>(['amounts', staffNumber, 'gives']) !== false
  const sentences = {
    missing: text.pointsNeeded,
    unreadable: text.pointsUnreadable,
    outside: text.pointsOutside(discretionRange(bounds.min, bounds.max)),
  }
  const check = async (_: unknown, points: string | undefined) => {
    const fault = amountFault({ gives, ...(points === undefined ? {} : { points }) }, bounds)
    if (fault !== null) throw new Error(sentences[fault])
  }
  return (
    <div className={styles.amount}>
      <span className={styles.amountName}>
        {name} <span className="quiet">{staffNumber}</span>
      </span>
      <Form.Item name={['amounts', staffNumber, 'gives']} noStyle>
        <Segmented
          aria-label={text.amountOf(name)}
          options={[
            { value: true, label: text.give },
            { value: false, label: text.giveNothing },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['amounts', staffNumber, 'points']}
        dependencies={[['amounts', staffNumber, 'gives']]}
        rules={[{ validator: check }]}
        className={styles.amountField ?? ''}
        hidden={!gives}
      >
        <Input
          aria-label={`${text.amountOf(name)}（${text.points}）`}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          suffix={<span className="quiet">{text.points}</span>}
        />
      </Form.Item>
    </div>
  )
}

/** Before → after of everyone, as the amounts stand now. */
function DecisionEffects({ proceeding }: Props) {
  const text = useText(discretionsText)
  const typed = Form.useWatch<TypedAmounts | undefined>('amounts')
  const { id, people } = proceeding
  const amounts = amountsBody(people, typed ?? {}, boundsOf(proceeding))
  const content = useDeferredValue(amounts === null ? null : JSON.stringify(amounts))
  const isReady = content !== null && content === JSON.stringify(amounts)
  const { data, error } = useQuery({
    queryKey: ['discretion-preview', id, content],
    queryFn: ({ signal }) =>
      call(endpoints.previewDiscretion, {
        params: { proceedingId: id },
        body: { amounts: amounts ?? [] },
        signal,
      }),
    enabled: isReady,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  if (amounts === null) return <p className={styles.effectsWaiting}>{text.effectsWaiting}</p>
  if (amounts.every(({ points }) => points === null))
    return <p className={styles.effectsWaiting}>{text.noEffects}</p>
  const effects = isReady ? data?.effects : undefined
  // The list names people only where there are several of them.
  const [only, ...others] = new Set(effects?.map(({ name }) => name))
  const title =
    only === undefined || others.length > 0 || people.length === 1 ? text.effects : text.effectsOf(only)
  return <StepEffects title={title} effects={effects} error={error} />
}
