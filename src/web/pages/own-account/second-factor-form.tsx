import { Alert, Button, Form } from 'antd'
import { secondFactorEndpoints } from '../../../http/contract/second-factor.ts'
import { messageOf } from '../../parts/api.ts'
import { CodeField } from '../../parts/code-field.tsx'
import { OfferedSecret } from '../../parts/offered-secret.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'
import styles from './own-account-page.module.css'
import { firstProof, ProofFields, proofOf, type ProofFieldValues } from './proof-fields.tsx'

/** For the first time, to another phone, new recovery codes, or away with it. */
export type SecondFactorChange = 'setUp' | 'move' | 'renew' | 'remove'

type Fields = ProofFieldValues & { readonly code: string }

type Props = {
  readonly change: SecondFactorChange
  /** The recovery codes there are now, or null where there are none any more. */
  readonly onDone: (recoveryCodes: readonly string[] | null) => void
  readonly onCancel: () => void
}

export function SecondFactorForm({ change, onDone, onCancel }: Props) {
  const text = useText(secondFactorText)
  const codesDone = {
    quiet: true,
    onDone: (answer: { recoveryCodes: readonly string[] }) => onDone(answer.recoveryCodes),
  }
  const confirm = useCommand(secondFactorEndpoints.confirmSecondFactor, codesDone)
  const renew = useCommand(secondFactorEndpoints.renewRecoveryCodes, codesDone)
  const remove = useCommand(secondFactorEndpoints.removeSecondFactor, { quiet: true, onDone: () => onDone(null) })
  const isNewPhone = change === 'setUp' || change === 'move'
  const submit = (fields: Fields) => {
    const proof = proofOf(fields)
    if (isNewPhone) return confirm.mutate({ body: { code: fields.code, proof } })
    return change === 'renew' ? renew.mutate({ body: { proof } }) : remove.mutate({ body: { proof } })
  }
  const error = confirm.error ?? renew.error ?? remove.error
  const isPending = confirm.isPending || renew.isPending || remove.isPending
  return (
    <Form<Fields>
      layout="vertical"
      className={styles.form ?? ''}
      onFinish={submit}
      disabled={isPending}
      initialValues={firstProof}
    >
      <p className="quiet" style={{ marginBottom: 12 }}>
        {explainOf(change, text)}
      </p>
      {isNewPhone && (
        <>
          <OfferedSecret />
          <div className={styles.gap} />
          <CodeField label={text.setUp.stepCode} />
        </>
      )}
      <ProofFields hasCode={change !== 'setUp'} />
      {error !== null && (
        <Alert type="error" showIcon title={messageOf(error)} className={styles.alert ?? ''} role="alert" />
      )}
      <div className={styles.actions}>
        <Button type="primary" danger={change === 'remove'} htmlType="submit" loading={isPending}>
          {isNewPhone ? text.setUp.submit : text.own[change]}
        </Button>
        <Button onClick={onCancel}>{text.own.cancel}</Button>
      </div>
    </Form>
  )
}

function explainOf(change: SecondFactorChange, { own, setUp }: (typeof secondFactorText)['zh']): string {
  if (change === 'setUp') return setUp.apps
  return { move: own.moveExplain, renew: own.renewExplain, remove: own.removeExplain }[change]
}
