import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ownRecordEndpoints } from '../../../http/contract/own-record.ts'
import { download, messageOf } from '../../parts/api.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { CorrectionWords } from '../../parts/correction-words.tsx'
import { useIdempotencyKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { ErrorState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { ownRecordText } from '../../text/own-record.ts'
import styles from './own-account-page.module.css'

/** What is kept of who is signed in, to take away; and what he wants put right. */
export function OwnRecord() {
  const may = useMay()
  return (
    <>
      {may('own-data.read') && <TakeAway />}
      {may('correction.request') && <Corrections />}
    </>
  )
}

function TakeAway() {
  const text = useText(ownRecordText)
  const [year] = useAssessmentYear()
  const { message } = App.useApp()
  const [under, setUnder] = useState<'xlsx' | 'json' | null>(null)
  const take = (format: 'xlsx' | 'json') => {
    setUnder(format)
    download(ownRecordEndpoints.downloadOwnData, `${text.fileName}.${format}`, { query: { year, format } })
      .catch((cause: unknown) => void message.error(messageOf(cause)))
      .finally(() => setUnder(null))
  }
  return (
    <section className={styles.section} aria-labelledby="own-data">
      <h2 id="own-data">{text.title}</h2>
      <p className="quiet">{text.explain}</p>
      <p className="quiet">{text.year(year)}</p>
      <div className={styles.actions}>
        <Button loading={under === 'xlsx'} onClick={() => take('xlsx')}>
          {text.downloadXlsx}
        </Button>
        <Button loading={under === 'json'} onClick={() => take('json')}>
          {text.downloadJson}
        </Button>
      </div>
    </section>
  )
}

function Corrections() {
  const text = useText(ownRecordText)
  const { message } = App.useApp()
  const [form] = Form.useForm<{ readonly words: string }>()
  const [key, renew] = useIdempotencyKey()
  const own = useAnswer(ownRecordEndpoints.listOwnCorrections, {})
  const request = useCommand(ownRecordEndpoints.requestCorrection, {
    onDone: () => {
      renew()
      form.resetFields()
      void message.success(text.submitted)
    },
  })
  const corrections = own.data?.corrections ?? []
  return (
    <section className={styles.section} aria-labelledby="corrections">
      <h2 id="corrections">{text.request}</h2>
      <p className="quiet">{text.requestExplain}</p>
      <Form
        form={form}
        layout="vertical"
        className={styles.request ?? ''}
        onValuesChange={renew}
        onFinish={({ words }: { readonly words: string }) => {
          request.mutate({ body: { words }, idempotencyKey: key })
        }}
      >
        <Form.Item
          name="words"
          label={text.words}
          rules={[{ required: true, whitespace: true, min: 5, max: 1000, message: text.wordsPlaceholder }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount placeholder={text.wordsPlaceholder} />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={request.isPending}>
            {text.submit}
          </Button>
        </Form.Item>
      </Form>
      {own.error !== null && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
      {own.data !== undefined && corrections.length === 0 && <p className="quiet">{text.none}</p>}
      {corrections.length > 0 && (
        <ul className={styles.sessions}>
          {corrections.map((correction) => (
            <li key={correction.id} className={styles.session}>
              <CorrectionWords correction={correction} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
