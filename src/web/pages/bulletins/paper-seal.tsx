import { QRCode } from 'antd'
import { printedHead } from '../../../domain/bulletin/printed-head.ts'
import type { BulletinDetail } from '../../../http/contract/bulletins.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import styles from './bulletins.module.css'

/** The log's head after the publication, short and as a QR code, as it is printed on every copy. */
export function PaperSeal({ shown }: { readonly shown: BulletinDetail }) {
  const text = useText(bulletinsText)
  return (
    <div className={styles.seal}>
      <QRCode value={shown.headText} type="svg" size={88} bordered={false} errorLevel="M" />
      <div>
        <div className="figure">{printedHead(shown.head)}</div>
        <div className="quiet">{text.scan}</div>
        <div className="quiet figure">
          {text.digest} {shown.contentDigest.slice(0, 16)}
        </div>
      </div>
    </div>
  )
}
