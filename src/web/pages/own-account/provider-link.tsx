import { Alert, App, Button, Form, Popconfirm } from 'antd'
import { useState } from 'react'
import { providerEndpoints } from '../../../http/contract/provider.ts'
import { secondFactorEndpoints } from '../../../http/contract/second-factor.ts'
import { messageOf } from '../../parts/api.ts'
import { ProviderEndingAlert } from '../../parts/provider-ending.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { providerText } from '../../text/provider.ts'
import styles from './own-account-page.module.css'
import { firstProof, ProofFields, proofOf, type ProofFieldValues } from './proof-fields.tsx'

/** Whether one may also sign in at the OpenID provider; nothing where there is none. */
export function ProviderLink() {
  const text = useText(providerText)
  const { data } = useAnswer(providerEndpoints.readProviderLink, {})
  if (data === undefined || data.provider === null) return null
  const { provider, linkedAt } = data
  return (
    <section className={styles.section} aria-labelledby="provider-link">
      <h2 id="provider-link">{text.linkTitle}</h2>
      <ProviderEndingAlert />
      <p className="quiet" style={{ marginBottom: 12 }}>
        {linkedAt === null ? text.unlinked(provider) : text.linked(provider, momentText(linkedAt))}
      </p>
      {linkedAt === null ? <Link /> : <Unlink />}
    </section>
  )
}

/** A page left open must not be where somebody else's identity gets in: first the password or a code. */
function Link() {
  const text = useText(providerText)
  const [isOpen, open] = useState(false)
  const { data } = useAnswer(secondFactorEndpoints.readSecondFactor, {})
  const begin = useCommand(providerEndpoints.beginProviderLink, {
    quiet: true,
    onDone: ({ address }) => window.location.assign(address),
  })
  if (!isOpen) return <Button onClick={() => open(true)}>{text.link}</Button>
  const isUnderWay = begin.isPending || begin.isSuccess
  return (
    <Form<ProofFieldValues>
      layout="vertical"
      className={styles.form ?? ''}
      onFinish={(fields) => begin.mutate({ body: { proof: proofOf(fields) } })}
      disabled={isUnderWay}
      initialValues={firstProof}
    >
      <ProofFields hasCode={data?.isSetUp === true} />
      {begin.error !== null && (
        <Alert type="error" showIcon title={messageOf(begin.error)} className={styles.alert ?? ''} role="alert" />
      )}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" loading={isUnderWay}>
          {text.linkGo}
        </Button>
        <Button onClick={() => open(false)}>{text.linkCancel}</Button>
      </div>
    </Form>
  )
}

function Unlink() {
  const text = useText(providerText)
  const { message } = App.useApp()
  const unlink = useCommand(providerEndpoints.unlinkProvider, {
    onDone: () => void message.success(text.unlinkDone),
  })
  return (
    <Popconfirm
      title={text.unlinkAsk}
      description={text.unlinkText}
      okText={text.unlink}
      okButtonProps={{ danger: true }}
      cancelText={text.cancel}
      onConfirm={() => unlink.mutate({})}
    >
      <Button loading={unlink.isPending}>{text.unlink}</Button>
    </Popconfirm>
  )
}
