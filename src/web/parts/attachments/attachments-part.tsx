import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { Attachment } from '../../../http/contract/attachments.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { download, messageOf } from '../api.ts'
import styles from './attachments.module.css'
import { ChooseAttachments } from './choose-attachments.tsx'
import { sizeWords } from './chosen-files.ts'
import { useChosenFiles } from './use-chosen-files.ts'

type Props = {
  readonly proceedingId: string
  readonly attachments: readonly Attachment[]
  /** Open proceedings take more. */
  readonly canAdd: boolean
}

/** What has been handed in to a proceeding, by whom and when, and the place to hand in more. */
export function AttachmentsPart({ proceedingId, attachments, canAdd }: Props) {
  const text = useText(attachmentsText)
  const queryClient = useQueryClient()
  const chosen = useChosenFiles(attachments.length)
  const hasUnsent = chosen.files.some(({ state }) => state.kind !== 'sent')
  const send = async () => {
    const failed = await chosen.sendTo(proceedingId)
    if (failed.length === 0) chosen.clear()
    await queryClient.invalidateQueries()
  }
  return (
    <section aria-label={text.title}>
      <h2 className={styles.title}>{text.title}</h2>
      {attachments.length === 0 && <p className="quiet">{text.none}</p>}
      {attachments.length > 0 && (
        <ul className={styles.list}>
          {attachments.map((one) => (
            <AttachmentLine key={one.id} attachment={one} />
          ))}
        </ul>
      )}
      {canAdd && <ChooseAttachments chosen={chosen} />}
      {canAdd && hasUnsent && (
        <Button
          type="primary"
          className={styles.send ?? ''}
          loading={chosen.isSending}
          onClick={() => void send()}
        >
          {chosen.isSending ? text.sending : text.send}
        </Button>
      )}
      {!canAdd && <p className={`no-print ${styles.hint ?? ''}`}>{text.closed}</p>}
    </section>
  )
}

function AttachmentLine({ attachment }: { readonly attachment: Attachment }) {
  const text = useText(attachmentsText)
  const { message } = App.useApp()
  const { id, fileName, size, by, at } = attachment
  const fetchIt = () => {
    download(endpoints.downloadAttachment, fileName, { params: { attachmentId: id } }).catch((error: unknown) => {
      void message.error({ content: messageOf(error), duration: 8 })
    })
  }
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <span className={styles.name}>{fileName}</span>
        <span className={styles.meta}>
          {sizeWords(size)} · {text.handedIn(by, momentText(at))}
        </span>
        <Button
          type="text"
          size="small"
          className="no-print"
          icon={<DownloadOutlined />}
          aria-label={text.download(fileName)}
          onClick={fetchIt}
        />
      </div>
    </li>
  )
}
