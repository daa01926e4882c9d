import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { largestAttachmentMegabytes, mostAttachments } from '../../../domain/review/attachment.ts'
import { attachmentsText } from '../../text/attachments.ts'
import { useText } from '../../text/dictionary.ts'
import { useIsPhone } from '../use-is-phone.ts'
import styles from './attachments.module.css'
import { acceptedFiles, acceptedPictures } from './accepted-files.ts'
import { sizeWords, type ChosenFile } from './chosen-files.ts'
import type { ChosenFiles } from './use-chosen-files.ts'

/** Where files are dropped or chosen (on a phone: photographed), and the list of those that will be handed in. */
export function ChooseAttachments({ chosen }: { readonly chosen: ChosenFiles }) {
  const text = useText(attachmentsText)
  const isPhone = useIsPhone()
  // antd asks once for each file, with all of them beside it: they are taken together, with the first.
  const take = (file: File, all: readonly File[]) => {
    if (file === all[0]) chosen.add(all)
    return false
  }
  const common = { showUploadList: false, disabled: chosen.isSending, beforeUpload: take, fileList: [] }
  return (
    <div className={styles.choose}>
      {isPhone ? (
        <div className={styles.buttons}>
          <Upload {...common} accept={acceptedPictures} capture="environment">
            <Button icon={<CameraOutlined />}>{text.takePhoto}</Button>
          </Upload>
          <Upload {...common} accept={acceptedFiles} multiple>
            <Button icon={<PaperClipOutlined />}>{text.choose}</Button>
          </Upload>
        </div>
      ) : (
        <Upload.Dragger {...common} accept={acceptedFiles} multiple>
          <p className={styles.drop}>
            <PaperClipOutlined /> {text.drop}
          </p>
        </Upload.Dragger>
      )}
      <p className={styles.hint}>{text.hint(mostAttachments, largestAttachmentMegabytes)}</p>
      {chosen.problems.map((problem) => (
        <p key={problem} role="alert" className={styles.problem}>
          {problem}
        </p>
      ))}
      {chosen.files.length > 0 && (
        <ul className={styles.list}>
          {chosen.files.map((one) => (
            <ChosenLine key={one.key} one={one} onRemove={() => chosen.remove(one.key)} />
          ))}
        </ul>
      )}
    </div>
  )
}

function ChosenLine({ one, onRemove }: { readonly one: ChosenFile; readonly onRemove: () => void }) {
  const text = useText(attachmentsText)
  const { file, state } = one
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.meta}>
          {sizeWords(file.size)} · {state.kind === 'sent' ? text.sent : text.waiting}
        </span>
        {(state.kind === 'waiting' || state.kind === 'failed') && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={text.remove(file.name)}
            onClick={onRemove}
          />
        )}
      </div>
      {state.kind === 'sending' && (
        <Progress size="small" percent={state.percent} aria-label={text.percent(state.percent)} />
      )}
      {state.kind === 'failed' && (
        <p role="alert" className={styles.problem}>
          {state.sentence}
        </p>
      )}
    </li>
  )
}
