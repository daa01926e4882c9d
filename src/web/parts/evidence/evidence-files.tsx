import { FileTextOutlined } from '@ant-design/icons'
import { App, Image } from 'antd'
import { evidenceEndpoints, type EvidenceFile } from '../../../http/contract/evidence.ts'
import { useText } from '../../text/dictionary.ts'
import { evidenceText } from '../../text/evidence.ts'
import { momentText } from '../../text/figure.ts'
import { download, messageOf } from '../api.ts'
import { sizeWords } from '../attachments/chosen-files.ts'
import styles from './evidence.module.css'

type Props = { readonly files: readonly EvidenceFile[]; readonly isSmall?: boolean }

/** Pictures as thumbnails that open large, other files to be saved; who handed each in, and when. */
export function EvidenceFiles({ files, isSmall = false }: Props) {
  return (
    <Image.PreviewGroup>
      <ul className={styles.files} data-small={isSmall}>
        {files.map((file) => (
          <li key={file.id}>
            {file.isPicture ? <Picture file={file} isSmall={isSmall} /> : <Saved file={file} />}
            {!isSmall && <Handed file={file} />}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function Picture({ file, isSmall }: { readonly file: EvidenceFile; readonly isSmall: boolean }) {
  const side = isSmall ? 44 : 96
  const address = addressOf(file.id)
  return (
    <Image
      alt={file.fileName}
      width={side}
      height={side}
      loading="lazy"
      className={styles.picture ?? ''}
      src={`${address}?size=thumbnail`}
      preview={{ src: address }}
    />
  )
}

/** A picture is asked for by its address: the browser sends the sign-in along, and the server asks who it is. */
function addressOf(evidenceId: string): string {
  return evidenceEndpoints.readEvidence.path.replace('{evidenceId}', evidenceId)
}

function Saved({ file: { id, fileName, size } }: { readonly file: EvidenceFile }) {
  const text = useText(evidenceText)
  const { message } = App.useApp()
  const save = () => {
    download(evidenceEndpoints.readEvidence, fileName, { params: { evidenceId: id } }).catch((error: unknown) => {
      void message.error({ content: messageOf(error), duration: 8 })
    })
  }
  return (
    <button type="button" className={styles.saved} aria-label={text.download(fileName)} onClick={save}>
      <FileTextOutlined aria-hidden />
      <span>{fileName}</span>
      <span className="quiet">{sizeWords(size)}</span>
    </button>
  )
}

function Handed({ file: { by, at, taken } }: { readonly file: EvidenceFile }) {
  const text = useText(evidenceText)
  return (
    <span className={styles.handed}>
      {text.by(by, momentText(at).slice(5))}
      {taken !== null && <span>{text.takenAt(momentText(taken.at).slice(5))}</span>}
      {taken?.place && <span>{text.place(taken.place.latitude, taken.place.longitude)}</span>}
    </span>
  )
}
