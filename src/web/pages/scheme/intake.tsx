import { Alert, Button, Form, Input, Spin, Upload } from 'antd'
import { useState } from 'react'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { messageOf } from '../../parts/api.ts'
import { useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import styles from './scheme-page.module.css'

const mostBytes = 20 * 1024 * 1024

/** Paste or upload: either way the text is kept verbatim and read at once. */
export function Intake({ onDone }: { readonly onDone: (workbench: Workbench) => void }) {
  const text = useText(schemeText).intake
  const [refused, refuse] = useState<string | null>(null)
  const upload = useCommand(schemeEndpoints.uploadRegulation, { quiet: true, onDone })
  const paste = useCommand(schemeEndpoints.pasteRegulation, { quiet: true, onDone })
  const isReading = upload.isPending || paste.isPending
  const error = refused ?? failureOf(upload.error) ?? failureOf(paste.error)
  const forget = () => {
    refuse(null)
    upload.reset()
    paste.reset()
  }
  const take = (file: File) => {
    forget()
    if (!/\.(txt|docx|md|markdown|html?)$/i.test(file.name)) refuse(text.wrongKind)
    else if (file.size > mostBytes) refuse(text.tooLarge)
    else upload.mutate({ file })
  }
  return (
    <section className={styles.intake}>
      <p className={styles.explain}>{text.explain}</p>
      {error !== null && <Alert type="error" showIcon title={error} role="alert" />}
      {isReading && (
        <div role="status">
          <Spin size="small" /> {text.reading}
        </div>
      )}
      <Upload.Dragger
        accept=".txt,.docx,.md,.markdown,.html,.htm"
        maxCount={1}
        showUploadList={false}
        disabled={isReading}
        beforeUpload={(file) => {
          take(file)
          return false
        }}
      >
        <p className={styles.drop}>{text.drop}</p>
        <p className="quiet">{text.dropHint}</p>
      </Upload.Dragger>
      <p className={styles.or}>{text.or}</p>
      <Form<{ title?: string; text: string }>
        layout="vertical"
        onFinish={(form) => {
          forget()
          paste.mutate({ body: { title: form.title ?? '', text: form.text } })
        }}
      >
        <Form.Item name="title" label={text.name}>
          <Input placeholder={text.namePlaceholder} maxLength={200} />
        </Form.Item>
        <Form.Item
          name="text"
          label={text.text}
          rules={[{ required: true, whitespace: true, message: text.textNeeded }]}
        >
          <Input.TextArea rows={10} placeholder={text.textPlaceholder} spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={paste.isPending} disabled={isReading}>
          {text.paste}
        </Button>
      </Form>
      <BlankDraft onDone={onDone} />
    </section>
  )
}

/** For a town whose regulation exists on paper only. */
function BlankDraft({ onDone }: { readonly onDone: (workbench: Workbench) => void }) {
  const text = useText(schemeText).intake
  const edit = useText(schemeText).edit
  const start = useCommand(schemeEndpoints.startBlankDraft, { onDone })
  return (
    <details className={styles.blank}>
      <summary>{text.blank}</summary>
      <Form<{ title: string }> layout="inline" onFinish={(form) => start.mutate({ body: form })}>
        <Form.Item name="title" rules={[{ required: true, whitespace: true, message: edit.titleNeeded }]}>
          <Input
            placeholder={text.namePlaceholder}
            aria-label={text.name}
            maxLength={200}
            style={{ width: 300 }}
          />
        </Form.Item>
        <Button htmlType="submit" loading={start.isPending}>
          {text.blankSubmit}
        </Button>
      </Form>
    </details>
  )
}

function failureOf(error: Error | null): string | null {
  return error === null ? null : messageOf(error)
}
