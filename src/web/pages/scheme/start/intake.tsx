import { Alert, Button, Form, Input, Upload } from 'antd'
import { useRef, useState } from 'react'
import { schemeEndpoints, type Workbench } from '../../../../http/contract/schemes.ts'
import { messageOf } from '../../../parts/api.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { ReadingProgress } from './reading-progress.tsx'
import styles from './start.module.css'

const mostBytes = 20 * 1024 * 1024
const accepted = '.docx,.doc,.xlsx,.csv,.txt,.md,.markdown,.html,.htm'

/** Paste or upload: either way the text is kept verbatim and read at once. */
export function Intake({ onDone }: { readonly onDone: (workbench: Workbench) => void }) {
  const text = useText(schemeText).intake
  const words = useText(schemeVersionsText).start
  const [refused, refuse] = useState<string | null>(null)
  const waiting = useRef<AbortController | null>(null)
  const upload = useCommand(schemeEndpoints.uploadRegulation, { quiet: true, onDone })
  const paste = useCommand(schemeEndpoints.pasteRegulation, { quiet: true, onDone })
  const isReading = upload.isPending || paste.isPending
  const error = refused ?? failureOf(upload.error) ?? failureOf(paste.error)
  const begin = () => {
    refuse(null)
    upload.reset()
    paste.reset()
    waiting.current = new AbortController()
    return waiting.current.signal
  }
  const take = (file: File) => {
    const signal = begin()
    if (!accepted.split(',').some((ending) => file.name.toLowerCase().endsWith(ending))) refuse(text.wrongKind)
    else if (file.size > mostBytes) refuse(text.tooLarge)
    else upload.mutate({ file, signal })
  }
  const file = upload.variables?.file
  return (
    <section className={styles.intake}>
      <p className={styles.explain}>{text.explain}</p>
      {error !== null && <Alert type="error" showIcon title={error} role="alert" />}
      {isReading && (
        <ReadingProgress
          words={
            upload.isPending && file !== undefined
              ? words.sending(file.name, words.size(file.size))
              : words.pasting
          }
          onStop={() => waiting.current?.abort()}
        />
      )}
      <Upload.Dragger
        accept={accepted}
        maxCount={1}
        showUploadList={false}
        disabled={isReading}
        beforeUpload={(chosen) => {
          take(chosen)
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
          const signal = begin()
          paste.mutate({ body: { title: form.title ?? '', text: form.text }, signal })
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
          <Input.TextArea rows={8} placeholder={text.textPlaceholder} spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={paste.isPending} disabled={isReading}>
          {text.paste}
        </Button>
      </Form>
    </section>
  )
}

/** Giving up waiting is no failure. */
function failureOf(error: Error | null): string | null {
  return error === null || error.name === 'AbortError' ? null : messageOf(error)
}
