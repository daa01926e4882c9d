import { Alert, App, Button, Drawer, Form, Input, Segmented, Upload } from 'antd'
import { useState } from 'react'
import { countWords } from '../../../../domain/registers/study/count-words.ts'
import { longestNote, wordsWords } from '../../../../domain/registers/study/study-record.ts'
import { studyEndpoints } from '../../../../http/contract/registers/study.ts'
import { messageOf } from '../../../parts/api.ts'
import { useIdempotencyKey } from '../../../parts/idempotency-key.ts'
import { useCommand } from '../../../parts/queries.ts'
import { acceptedPictures } from '../../../parts/attachments/accepted-files.ts'
import { useText } from '../../../text/dictionary.ts'
import { studyText } from '../../../text/study.ts'
import styles from './study.module.css'

/** Hands in one's own piece: typed, with its words counted as it grows, or a file. */
export function FileNote({ onClose }: { readonly onClose: () => void }) {
  const text = useText(studyText)
  const { message } = App.useApp()
  const [way, choose] = useState<'typed' | 'document'>('typed')
  const [title, setTitle] = useState('')
  const [source, setSource] = useState('')
  const [words, setWords] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [isTried, tryIt] = useState(false)
  const [key, renew] = useIdempotencyKey()
  const done = () => {
    void message.success(text.filed)
    onClose()
  }
  const typed = useCommand(studyEndpoints.fileStudyNote, { quiet: true, onDone: done })
  const sent = useCommand(studyEndpoints.fileStudyDocument, { quiet: true, onDone: done })
  const error = way === 'typed' ? typed.error : sent.error
  const isMissing = title.trim() === '' || (way === 'typed' ? words.trim() === '' : file === null)
  const submit = () => {
    tryIt(true)
    if (isMissing) return
    const about = { title, source }
    if (way === 'typed') typed.mutate({ body: { ...about, text: words }, idempotencyKey: key })
    else if (file !== null) sent.mutate({ body: about, file, idempotencyKey: key })
  }
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      renew()
      set(value)
    }
  const fault = (isFaulty: boolean, sentence: string) =>
    isTried && isFaulty ? ({ validateStatus: 'error', help: sentence } as const) : {}
  return (
    <Drawer
      open
      onClose={onClose}
      title={text.file}
      size="min(640px, 100vw)"
      mask={{ closable: false }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" loading={typed.isPending || sent.isPending} onClick={submit}>
            {text.submit}
          </Button>
        </div>
      }
    >
      {error !== null && <Alert type="error" showIcon title={messageOf(error)} role="alert" />}
      <Form layout="vertical">
        <Form.Item>
          <Segmented
            value={way}
            onChange={edit(choose)}
            options={[
              { value: 'typed', label: text.typed },
              { value: 'document', label: text.document },
            ]}
          />
        </Form.Item>
        <Form.Item
          label={text.title}
          required
          htmlFor="note-title"
          {...fault(title.trim() === '', text.titleMissing)}
        >
          <Input
            id="note-title"
            maxLength={60}
            value={title}
            onChange={({ target }) => edit(setTitle)(target.value)}
          />
        </Form.Item>
        <Form.Item label={text.source} htmlFor="note-source">
          <Input
            id="note-source"
            maxLength={100}
            value={source}
            onChange={({ target }) => edit(setSource)(target.value)}
          />
        </Form.Item>
        {way === 'typed' ? (
          <Form.Item
            label={text.text}
            required
            htmlFor="note-text"
            extra={text.textHint(wordsWords(countWords(words) * 100))}
            {...fault(words.trim() === '', text.textMissing)}
          >
            <Input.TextArea
              id="note-text"
              autoSize={{ minRows: 8, maxRows: 24 }}
              maxLength={longestNote}
              value={words}
              onChange={({ target }) => edit(setWords)(target.value)}
            />
          </Form.Item>
        ) : (
          <Form.Item
            label={text.choose}
            required
            extra={text.chooseHint}
            {...fault(file === null, text.fileMissing)}
          >
            <Upload
              accept={`${acceptedPictures},.docx,.txt,.pdf`}
              showUploadList={false}
              fileList={[]}
              beforeUpload={(chosen: File) => {
                edit(setFile)(chosen)
                return false
              }}
            >
              <Button>{text.choose}</Button>
              {file !== null && <span className={styles.fileName}>{file.name}</span>}
            </Upload>
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}
