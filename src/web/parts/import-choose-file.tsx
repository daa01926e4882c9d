import { Alert, Button, Spin, Upload } from 'antd'
import { useState } from 'react'
import { uploadLimitMegabytes } from '../../http/contract/endpoint.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { messageOf } from './api.ts'
import type { ImportSource } from './import-source.ts'
import styles from './import-flow.module.css'

const mostBytes = uploadLimitMegabytes * 1024 * 1024

/** The first two steps: the template, and the filled sheet back. */
export function ChooseFile({
  source,
  error,
  isChecking,
  onFile,
}: {
  readonly source: ImportSource
  readonly error: string | null
  readonly isChecking: boolean
  readonly onFile: (file: File) => void
}) {
  const text = useText(partsText).import
  const [refused, setRefused] = useState<string | null>(null)
  const problem = refused ?? error
  const take = (file: File) => {
    if (!/\.(xlsx|csv)$/i.test(file.name)) setRefused(text.wrongKind)
    else if (file.size > mostBytes) setRefused(text.tooLarge)
    else {
      setRefused(null)
      onFile(file)
    }
  }
  const downloadTemplate = (format: 'xlsx' | 'csv') => {
    source.downloadTemplate(format).catch((cause: unknown) => {
      setRefused(messageOf(cause))
    })
  }
  const notReady = source.notReady ?? null
  return (
    <div className={styles.choose}>
      <div className={styles.template}>
        <p>{text.templateHint}</p>
        <div className={styles.buttons}>
          <Button onClick={() => downloadTemplate('xlsx')}>{text.templateXlsx}</Button>
          <Button onClick={() => downloadTemplate('csv')}>{text.templateCsv}</Button>
        </div>
      </div>
      {source.before}
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
      {isChecking ? (
        <div className={styles.busy} role="status">
          <Spin /> {text.checking}
        </div>
      ) : (
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={notReady !== null}
          beforeUpload={(file) => {
            take(file)
            return false
          }}
        >
          <p className={styles.drop}>{notReady ?? text.drop}</p>
          <p className="quiet">{text.dropHint}</p>
        </Upload.Dragger>
      )}
    </div>
  )
}
