import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { complaintEndpoints } from '../../../http/contract/registers/complaints.ts'
import { call, messageOf } from '../../parts/api.ts'
import { fits } from '../../parts/fits.ts'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { Outside } from '../../shell/outside.tsx'
import { complaintsText } from '../../text/complaints.ts'
import { useText } from '../../text/dictionary.ts'
import { AskState } from './ask-state.tsx'
import styles from './complain.module.css'

/** The public form: no sign-in, no cookie, nothing kept in the browser. */
export function ComplainPage() {
  const text = useText(complaintsText).page
  const { town = '' } = useParams()
  const { data, error, refetch } = useAnswer(complaintEndpoints.readComplaintForm, { query: { town } })
  useEffect(() => {
    document.title = `${text.title} · 公道`
  }, [text])
  return (
    <Outside
      title={
        data?.townName === undefined || data.townName === null ? text.title : `${data.townName} · ${text.title}`
      }
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data?.isOpen === false && <EmptyState title={text.closed}>{text.closedHint}</EmptyState>}
      {data?.isOpen === true && (
        <>
          <p>{text.intro(data.townName ?? '')}</p>
          <p className={`${styles.promise ?? ''} quiet`}>{text.promise}</p>
          <ComplaintForm town={town} />
          <AskState town={town} />
        </>
      )}
    </Outside>
  )
}

type Typed = {
  readonly words: string
  readonly about?: string
  readonly name?: string
  readonly contact?: string
  readonly website?: string
}

const fields = complaintEndpoints.fileComplaint.body?.shape

function ComplaintForm({ town }: { readonly town: string }) {
  const text = useText(complaintsText).page
  const [receipt, keep] = useState<string | null>(null)
  const [failure, fail] = useState<string | null>(null)
  const [isSending, send] = useState(false)
  const submit = async (typed: Typed) => {
    send(true)
    fail(null)
    await call(complaintEndpoints.fileComplaint, { body: { ...typed, town } }).then(
      (answer) => keep(answer.receipt),
      (error: unknown) => fail(messageOf(error)),
    )
    send(false)
  }
  if (receipt !== null)
    return (
      <section className={styles.receipt} role="status">
        <h2>{text.sent}</h2>
        <p className="quiet">{text.receipt}</p>
        <p className={`${styles.number ?? ''} figure`}>{receipt}</p>
        <p>{text.keep}</p>
        <Button onClick={() => keep(null)}>{text.another}</Button>
      </section>
    )
  return (
    <Form<Typed> layout="vertical" validateTrigger="onBlur" onFinish={(typed) => void submit(typed)}>
      <Form.Item
        name="words"
        label={text.words}
        extra={text.wordsHint}
        rules={[{ validator: fits(fields?.words) }]}
      >
        <Input.TextArea rows={7} maxLength={4000} />
      </Form.Item>
      <Form.Item name="about" label={text.about}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={text.name}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={text.contact}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {/* Seen and reached by programs alone. */}
      <div className={styles.unseen} aria-hidden="true">
        <Form.Item name="website" label={text.website}>
          <Input tabIndex={-1} autoComplete="off" />
        </Form.Item>
      </div>
      {failure !== null && (
        <Alert type="error" showIcon title={failure} role="alert" className={styles.failure ?? ''} />
      )}
      <Button type="primary" htmlType="submit" loading={isSending} block>
        {text.send}
      </Button>
    </Form>
  )
}
