import { CameraOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress, Upload } from 'antd'
import { useState } from 'react'
import { largestAttachmentMegabytes } from '../../../domain/review/attachment.ts'
import { evidenceEndpoints } from '../../../http/contract/evidence.ts'
import { useText } from '../../text/dictionary.ts'
import { evidenceText } from '../../text/evidence.ts'
import { messageOf } from '../api.ts'
import { acceptedFiles, acceptedPictures } from '../attachments/accepted-files.ts'
import { newKey } from '../idempotency-key.ts'
import { useAnswer } from '../queries.ts'
import { ErrorState } from '../states.tsx'
import { upload } from '../upload.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { EvidenceFiles } from './evidence-files.tsx'
import styles from './evidence.module.css'

type Props = {
  readonly kind: 'entry' | 'record'
  readonly subjectId: string
  /** What is particular to these files, below what may be added. */
  readonly hint?: string
}

/** 佐证 of one entry or one line of a register, and the place to add to it for whom the server lets. */
export function EvidencePart({ kind, subjectId, hint }: Props) {
  const text = useText(evidenceText)
  const { data, error, refetch } = useAnswer(evidenceEndpoints.listEvidence, { query: { kind, ids: subjectId } })
  const mayAdd = data?.openTo.includes(subjectId) === true
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined || (data.evidence.length === 0 && !mayAdd)) return null
  return (
    <section className={styles.part} aria-label={text.title}>
      <h3 className={styles.title}>{text.title}</h3>
      {data.evidence.length === 0 ? <p className="quiet">{text.none}</p> : <EvidenceFiles files={data.evidence} />}
      {mayAdd && <AddEvidence kind={kind} subjectId={subjectId} {...(hint !== undefined && { hint })} />}
    </section>
  )
}

type Sending = { readonly fileName: string; readonly percent: number }

function AddEvidence({ kind, subjectId, hint }: Props) {
  const text = useText(evidenceText)
  const isPhone = useIsPhone()
  const queryClient = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const sendAll = async (files: readonly File[]) => {
    setProblems([])
    for (const file of files) {
      const failure = await sendOne(kind, subjectId, file, (percent) => {
        setSending({ fileName: file.name, percent })
      })
      if (failure !== null) setProblems((current) => [...current, failure])
    }
    setSending(null)
    await queryClient.invalidateQueries()
  }
  // antd asks once for each file, with all of them beside it: they are taken together, with the first.
  const take = (file: File, all: readonly File[]) => {
    if (file === all[0]) void sendAll(all)
    return false
  }
  const common = { showUploadList: false, disabled: sending !== null, beforeUpload: take, fileList: [] }
  return (
    <div className="no-print">
      <div className={styles.buttons}>
        {isPhone && (
          <Upload {...common} accept={acceptedPictures} capture="environment">
            <Button icon={<CameraOutlined />}>{text.photo}</Button>
          </Upload>
        )}
        <Upload {...common} accept={acceptedFiles} multiple>
          <Button icon={<PaperClipOutlined />} loading={sending !== null}>
            {text.add}
          </Button>
        </Upload>
      </div>
      <p className={styles.hint}>
        {text.hint(largestAttachmentMegabytes)}
        {hint}
      </p>
      {sending !== null && (
        <Progress
          size="small"
          percent={sending.percent}
          aria-label={text.sending(sending.fileName, sending.percent)}
        />
      )}
      {problems.map((problem) => (
        <p key={problem} role="alert" className={styles.problem}>
          {problem}
        </p>
      ))}
    </div>
  )
}

/** Why it failed, by the file's name; null: it is there. */
async function sendOne(
  kind: Props['kind'],
  subjectId: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<string | null> {
  onProgress(0)
  const given = { body: {}, file, idempotencyKey: newKey() }
  try {
    if (kind === 'entry')
      await upload(evidenceEndpoints.addEntryEvidence, { params: { entryId: subjectId }, ...given }, onProgress)
    else
      await upload(evidenceEndpoints.addRecordEvidence, { params: { recordId: subjectId }, ...given }, onProgress)
    return null
  } catch (error) {
    const message = messageOf(error)
    return message.includes(file.name) ? message : `“${file.name}”：${message}`
  }
}
