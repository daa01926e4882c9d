import { App, Button } from 'antd'
import { sampleEndpoints } from '../../http/contract/sample.ts'
import { useCommand } from '../parts/queries.ts'
import { useSession } from '../parts/session.tsx'
import { useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'
import { PersonaSwitcher } from './persona-switcher.tsx'
import styles from './shell.module.css'

/** A sample is visibly one on every page, and can be taken away from every page. */
export function SampleBanner() {
  const text = useText(shellText)
  const { town } = useSession()
  return (
    <div className={`${styles.sample ?? ''} no-print`} role="note">
      <span>{text.sampleBanner(town.name)}</span>
      <span className={styles.sampleActions}>
        <PersonaSwitcher />
        <RemoveSampleButton size="small" />
      </span>
    </div>
  )
}

export function RemoveSampleButton({ size = 'middle' }: { readonly size?: 'small' | 'middle' }) {
  const text = useText(shellText)
  const { modal, message } = App.useApp()
  const remove = useCommand(sampleEndpoints.removeSample, { onDone: () => void message.success(text.removed) })
  const ask = () => {
    void modal.confirm({
      title: text.removeSampleAsk,
      content: text.removeSampleText,
      okText: text.removeSample,
      okButtonProps: { danger: true },
      cancelText: text.cancel,
      onOk: () => remove.mutateAsync({}).catch(() => undefined),
    })
  }
  return (
    <Button size={size} onClick={ask} loading={remove.isPending}>
      {text.removeSample}
    </Button>
  )
}
