import { App, Button, QRCode } from 'antd'
import { useState } from 'react'
import type { KeyView, LogHeadView } from '../../../http/contract/proof.ts'
import { shortHex } from '../../../domain/proof/short-hex.ts'
import { useText } from '../../text/dictionary.ts'
import { proofText } from '../../text/proof.ts'
import { HexDigits } from './hex-digits.tsx'
import styles from './proof.module.css'
import { saveNote } from './save-note.ts'

/** As it is printed, with its QR code and the key it is signed with. */
export function CurrentHead({ shown }: { readonly shown: LogHeadView }) {
  const text = useText(proofText)
  const { message } = App.useApp()
  const [isWhole, showWhole] = useState(false)
  const { head, note, qr, keys } = shown
  const [key, ...older] = keys
  const copy = async () => {
    await navigator.clipboard.writeText(`${String(head.size)} ${isWhole ? head.root : shortHex(head.root)}`)
    void message.success(text.copied)
  }
  return (
    <section aria-labelledby="head-now" className={styles.card}>
      <div className={styles.headWords}>
        <h2 id="head-now">{text.now}</h2>
        <p className={`${styles.size ?? ''} figure`}>{text.entries(head.size)}</p>
        <HexDigits digits={isWhole ? head.root : head.root.slice(0, 20)} isLarge />
        <div className={`${styles.actions ?? ''} no-print`}>
          <Button onClick={() => showWhole(!isWhole)}>{isWhole ? text.short : text.whole}</Button>
          <Button onClick={() => void copy()}>{text.copy}</Button>
          {note !== null && (
            <Button onClick={() => saveNote(note, text.noteName(head.size))}>{text.saveNote}</Button>
          )}
        </div>
        {key !== undefined && <KeyFingerprint shown={key} title={text.key} />}
        {older.map((old) => (
          <KeyFingerprint key={old.fingerprint} shown={old} title={text.oldKeys} />
        ))}
      </div>
      <figure className={styles.qr} aria-label={text.qr}>
        <QRCode value={qr} size={168} bordered={false} errorLevel="M" color="#1f2328" bgColor="#ffffff" />
        <figcaption className="quiet">{text.qrHint}</figcaption>
      </figure>
    </section>
  )
}

function KeyFingerprint({ shown, title }: { readonly shown: KeyView; readonly title: string }) {
  const text = useText(proofText)
  return (
    <div className={styles.key}>
      <h3>
        {title} <span className="quiet">{text.algorithms[shown.algorithm]}</span>
      </h3>
      <HexDigits digits={shown.fingerprint} />
      <p className="quiet">{text.keyHint}</p>
    </div>
  )
}
