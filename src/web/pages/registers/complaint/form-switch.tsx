import { App, Button, Switch } from 'antd'
import { complaintEndpoints } from '../../../../http/contract/registers/complaints.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useSession } from '../../../parts/session.tsx'
import { ErrorState } from '../../../parts/states.tsx'
import { complaintsText } from '../../../text/complaints.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './complaint.module.css'

/** Whether anybody may complain on a page without signing in, and where that page is. */
export function FormSwitch() {
  const text = useText(complaintsText).form
  const { message } = App.useApp()
  const { town } = useSession()
  const { data, error, refetch } = useAnswer(complaintEndpoints.readComplaintFormSetting, {})
  const change = useCommand(complaintEndpoints.switchComplaintForm)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  const isOpen = data?.isOpen === true
  const address = `${window.location.origin}/complain/${data?.town ?? ''}`
  const copy = () => {
    // Absent where the page came over plain http: the address stands beside the button.
    void navigator.clipboard?.writeText(address).then(() => message.success(text.copied))
  }
  return (
    <section className={styles.switch} aria-label={text.title}>
      <b>{text.title}</b>
      <Switch
        checked={isOpen}
        disabled={data === undefined}
        loading={change.isPending}
        checkedChildren={text.on}
        unCheckedChildren={text.off}
        aria-label={text.title}
        onChange={(next) => change.mutate({ body: { isOpen: next } })}
      />
      <p className="quiet">
        {isOpen ? text.explainOn : text.explainOff}
        {isOpen && (town.isSample ? text.sample : <a href={address}>{address}</a>)}
      </p>
      {isOpen && !town.isSample && <Button onClick={copy}>{text.copy}</Button>}
    </section>
  )
}
