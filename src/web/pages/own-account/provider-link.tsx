import { App, Button, Popconfirm } from 'antd'
import { providerEndpoints } from '../../../http/contract/provider.ts'
import { ProviderEndingAlert } from '../../parts/provider-ending.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { providerText } from '../../text/provider.ts'
import styles from './own-account-page.module.css'

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

function Link() {
  const text = useText(providerText)
  const begin = useCommand(providerEndpoints.beginProviderLink, {
    onDone: ({ address }) => window.location.assign(address),
  })
  return (
    <Button loading={begin.isPending || begin.isSuccess} onClick={() => begin.mutate({})}>
      {text.link}
    </Button>
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
