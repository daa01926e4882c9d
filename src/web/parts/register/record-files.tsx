import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button, Upload } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { useText } from '../../text/dictionary.ts'
import { acceptedFiles } from '../attachments/accepted-files.ts'
import { call, messageOf } from '../api.ts'
import { EvidenceFiles } from '../evidence/evidence-files.tsx'
import { useAnswer } from '../queries.ts'
import styles from './register.module.css'

type Props = { readonly recordId: string; readonly mayAdd: boolean }

/** The files of a line (佐证): pictures to be looked at, others to be taken home, and added to by whoever may write the line. */
export function RecordFiles({ recordId, mayAdd }: Props) {
  const text = useText(attachmentsText)
  const { message } = App.useApp()
  const answer = useAnswer(endpoints.listEvidence, { query: { kind: 'record', ids: recordId } })
  const files = answer.data?.evidence ?? []
  const say = (error: unknown) => void message.error({ content: messageOf(error), duration: 8 })
  const add = async (file: File) => {
    const idempotencyKey = crypto.randomUUID()
    await call(endpoints.addRecordEvidence, { params: { recordId }, body: {}, file, idempotencyKey })
    await answer.refetch()
  }
  if (files.length === 0 && !mayAdd) return null
  return (
    <>
      <h3 className={styles.heading}>{text.title}</h3>
      {files.length > 0 && <EvidenceFiles files={files} />}
      {mayAdd && (
        <Upload
          accept={acceptedFiles}
          showUploadList={false}
          fileList={[]}
          beforeUpload={(file: File) => {
            add(file).catch(say)
            return false
          }}
        >
          <Button icon={<PaperClipOutlined />}>{text.choose}</Button>
        </Upload>
      )}
    </>
  )
}
