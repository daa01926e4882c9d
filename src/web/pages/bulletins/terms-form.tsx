import { App, Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { bulletinEndpoints, type BulletinDraftDetail } from '../../../http/contract/bulletins.ts'
import { useCommand } from '../../parts/queries.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './bulletins.module.css'

type Fields = {
  readonly title: string
  readonly days: number | null
  readonly dayKind: 'working' | 'calendar'
  readonly contact: string
  readonly scope: string
  readonly gradesOnly: boolean
  readonly reason: string
}

/** What the office settles of a draft; the preview is that of what was saved. */
export function TermsForm({ draft }: { readonly draft: BulletinDraftDetail }) {
  const text = useText(bulletinsText)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [isTouched, touch] = useState(false)
  const { terms, suggested, preview } = draft
  const isNoticed = suggested.terms.notice !== null
  const isCorrection =
    terms.reason !== null || (preview.ready ? preview.corrects !== null : preview.code === 'reason-missing')
  const save = useCommand(bulletinEndpoints.changeBulletinDraft, {
    onDone: () => void message.success(text.saved),
  })
  const submit = ({ title, days, dayKind, contact, scope, gradesOnly, reason }: Fields) => {
    const notice = isNoticed && days !== null ? { days, kind: dayKind } : null
    const chosen = isNoticed ? { notice, contact, scope, gradesOnly } : terms
    save.mutate({
      params: { bulletinDraftId: draft.id },
      body: { title, seen: draft.at, terms: { ...chosen, reason: isCorrection ? reason : null } },
    })
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className={styles.terms}
      initialValues={{
        title: draft.title,
        days: terms.notice?.days ?? null,
        dayKind: terms.notice?.kind ?? 'working',
        contact: terms.contact,
        scope: terms.scope,
        gradesOnly: terms.gradesOnly,
        reason: terms.reason ?? '',
      }}
      onFinish={submit}
      // What is saved comes back as another form: nothing typed meanwhile may be lost with this one.
      disabled={save.isPending}
      onValuesChange={() => touch(true)}
    >
      <Form.Item
        name="title"
        label={text.headline}
        rules={[{ required: true, whitespace: true, message: text.headlineNeeded }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      {isCorrection && (
        <Form.Item
          name="reason"
          label={text.reason}
          rules={[{ required: true, whitespace: true, message: text.correctWhyNeeded }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {isNoticed && <NoticeFields isDefault={suggested.isDefault} />}
      <Space>
        <Button htmlType="submit" loading={save.isPending}>
          {text.save}
        </Button>
        {isTouched && <span className="quiet">{text.unsaved}</span>}
      </Space>
    </Form>
  )
}

function NoticeFields({ isDefault }: { readonly isDefault: boolean }) {
  const text = useText(bulletinsText)
  return (
    <>
      <div className={styles.pair}>
        <Form.Item label={text.noticeDays} extra={isDefault ? text.suggestion : undefined}>
          <Space.Compact>
            <Form.Item name="days" noStyle>
              <InputNumber min={1} max={90} precision={0} aria-label={text.noticeDays} />
            </Form.Item>
            <Form.Item name="dayKind" noStyle>
              <Select
                style={{ width: 120 }}
                options={[
                  { value: 'working', label: text.workingDays },
                  { value: 'calendar', label: text.calendarDays },
                ]}
              />
            </Form.Item>
          </Space.Compact>
        </Form.Item>
        <Form.Item name="contact" label={text.contact}>
          <Input maxLength={200} placeholder={text.contactHint} />
        </Form.Item>
        <Form.Item name="scope" label={text.scope}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="gradesOnly" valuePropName="checked" extra={text.gradesOnlyHint}>
        <Checkbox>{text.gradesOnly}</Checkbox>
      </Form.Item>
    </>
  )
}
