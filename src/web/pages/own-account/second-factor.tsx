import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import { secondFactorEndpoints, type SecondFactorAnswer } from '../../../http/contract/second-factor.ts'
import { useAnswer } from '../../parts/queries.ts'
import { RecoveryCodeList } from '../../parts/recovery-code-list.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'
import styles from './own-account-page.module.css'
import { SecondFactorForm, type SecondFactorChange } from './second-factor-form.tsx'

/** Below so many codes left, one is told to make new ones. */
const fewRecoveryCodes = 4

/** State of one's own second factor, new recovery codes, another phone. */
export function SecondFactor() {
  const text = useText(secondFactorText)
  const { message } = App.useApp()
  const state = useAnswer(secondFactorEndpoints.readSecondFactor, {})
  const [change, begin] = useState<SecondFactorChange | null>(null)
  const [recoveryCodes, show] = useState<readonly string[] | null>(null)
  const onDone = (codes: readonly string[] | null) => {
    if (codes === null) void message.success(text.own.removed)
    else show(codes)
    begin(null)
  }
  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <h2 id="second-factor">{text.own.title}</h2>
      {state.error !== null && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {state.data === undefined ? (
        state.error === null && <LoadingState rows={2} />
      ) : recoveryCodes !== null ? (
        <RecoveryCodeList userName={state.data.userName} recoveryCodes={recoveryCodes} onKept={() => show(null)} />
      ) : change === null ? (
        <Status state={state.data} onBegin={begin} />
      ) : (
        <SecondFactorForm change={change} onDone={onDone} onCancel={() => begin(null)} />
      )}
    </section>
  )
}

type StatusProps = {
  readonly state: SecondFactorAnswer
  readonly onBegin: (change: SecondFactorChange) => void
}

function Status({ state: { isSetUp, isNeeded, recoveryCodesLeft }, onBegin }: StatusProps) {
  const text = useText(secondFactorText).own
  if (!isSetUp)
    return (
      <>
        <p className="quiet">{text.offExplain}</p>
        <p className={styles.actions}>
          <Tag>{text.off}</Tag>
          <Button onClick={() => onBegin('setUp')}>{text.setUp}</Button>
        </p>
      </>
    )
  const isFew = recoveryCodesLeft !== null && recoveryCodesLeft < fewRecoveryCodes
  return (
    <>
      <p className="quiet">{text.onExplain}</p>
      <p className={styles.actions}>
        <Tag color="green">{text.on}</Tag>
        {recoveryCodesLeft !== null && (
          <span className={isFew ? 'figure-missing' : 'quiet'}>
            {text.left(recoveryCodesLeft)}
            {isFew && `，${text.fewLeft}`}
          </span>
        )}
      </p>
      <div className={styles.actions}>
        <Button onClick={() => onBegin('renew')}>{text.renew}</Button>
        <Button onClick={() => onBegin('move')}>{text.move}</Button>
        {!isNeeded && (
          <Button danger onClick={() => onBegin('remove')}>
            {text.remove}
          </Button>
        )}
      </div>
    </>
  )
}
