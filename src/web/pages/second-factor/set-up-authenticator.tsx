import { Alert, Button, Form } from 'antd'
import { useNavigate } from 'react-router'
import { sampleEndpoints } from '../../../http/contract/sample.ts'
import { secondFactorEndpoints } from '../../../http/contract/second-factor.ts'
import { messageOf } from '../../parts/api.ts'
import { CodeField } from '../../parts/code-field.tsx'
import { OfferedSecret } from '../../parts/offered-secret.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { secondFactorText } from '../../text/second-factor.ts'
import styles from './set-up-authenticator.module.css'

/** Why, an app, the QR code and its first code; answers the recovery codes. */
export function SetUpAuthenticator({ onSetUp }: { readonly onSetUp: (recoveryCodes: readonly string[]) => void }) {
  const text = useText(secondFactorText).setUp
  const confirm = useCommand(secondFactorEndpoints.confirmSecondFactor, {
    quiet: true,
    onDone: ({ recoveryCodes }) => onSetUp(recoveryCodes),
  })
  const submit = ({ code }: { readonly code: string }) => confirm.mutate({ body: { code } })
  return (
    <>
      <p className={styles.why}>{text.why}</p>
      <ol className={styles.steps}>
        <li>
          <h2>{text.stepApp}</h2>
          <p className="quiet">{text.apps}</p>
        </li>
        <li>
          <h2>{text.stepScan}</h2>
          <OfferedSecret />
        </li>
        <li>
          <Form layout="vertical" onFinish={submit} disabled={confirm.isPending}>
            <CodeField label={text.stepCode} />
            {confirm.error !== null && (
              <Alert
                type="error"
                showIcon
                title={messageOf(confirm.error)}
                style={{ marginBottom: 16 }}
                role="alert"
              />
            )}
            <Button type="primary" htmlType="submit" block size="large" loading={confirm.isPending}>
              {text.submit}
            </Button>
          </Form>
        </li>
      </ol>
      <VisitSample />
    </>
  )
}

/** Nothing there is real, so nothing keeps a newcomer from looking round before taking out the phone. */
function VisitSample() {
  const text = useText(secondFactorText).setUp
  const navigate = useNavigate()
  const state = useAnswer(secondFactorEndpoints.readSecondFactor, {})
  const load = useCommand(sampleEndpoints.loadSample)
  if (state.data?.mayVisitSample !== true) return null
  const visit = async () => {
    await load.mutateAsync({}).then(
      () => navigate('/', { replace: true }),
      () => undefined,
    )
  }
  return (
    <div className={styles.visit}>
      <Button block loading={load.isPending} onClick={() => void visit()}>
        {text.visitSample}
      </Button>
      <p className="quiet">{text.visitWhy}</p>
    </div>
  )
}
