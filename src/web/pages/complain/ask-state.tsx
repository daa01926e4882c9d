import { Alert, Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { complaintEndpoints, type ComplaintProgress } from '../../../http/contract/registers/complaints.ts'
import { call, messageOf } from '../../parts/api.ts'
import { complaintsText } from '../../text/complaints.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './complain.module.css'

/** How far a complaint is, for who holds its receipt. */
export function AskState({ town }: { readonly town: string }) {
  const text = useText(complaintsText).page
  const [told, tell] = useState<ComplaintProgress | null>(null)
  const [failure, fail] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async ({ receipt }: { readonly receipt: string }) => {
    setAsking(true)
    tell(null)
    fail(null)
    await call(complaintEndpoints.askComplaintState, { body: { town, receipt: receipt ?? '' } }).then(
      (answer) => tell(answer.state),
      (error: unknown) => fail(messageOf(error)),
    )
    setAsking(false)
  }
  return (
    <section className={styles.ask} aria-labelledby="ask">
      <h2 id="ask">{text.ask}</h2>
      <Form<{ receipt: string }> onFinish={(typed) => void ask(typed)}>
        <Space.Compact block>
          <Form.Item name="receipt" noStyle>
            <Input aria-label={text.receipt} placeholder={text.askHint} autoComplete="off" />
          </Form.Item>
          <Button htmlType="submit" loading={isAsking}>
            {text.asking}
          </Button>
        </Space.Compact>
      </Form>
      {failure !== null && (
        <Alert type="error" showIcon title={failure} role="alert" className={styles.failure ?? ''} />
      )}
      {told !== null && (
        <p role="status" className={styles.told}>
          <b>{text.progress[told]}</b> <span className="quiet">{text.progressHint}</span>
        </p>
      )}
    </section>
  )
}
