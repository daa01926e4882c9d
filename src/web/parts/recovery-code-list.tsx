import { App, Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../text/dictionary.ts'
import { secondFactorText } from '../text/second-factor.ts'
import styles from './recovery-code-list.module.css'

type Props = {
  readonly userName: string
  readonly recoveryCodes: readonly string[]
  readonly onKept: () => void
}

/** Shown once, so one goes on only after saying that they are kept; printing prints them alone. */
export function RecoveryCodeList({ userName, recoveryCodes, onKept }: Props) {
  const text = useText(secondFactorText).codes
  const { message } = App.useApp()
  const [isKept, keep] = useState(false)
  useEffect(() => {
    document.body.dataset['prints'] = 'recovery-codes'
    return () => {
      delete document.body.dataset['prints']
    }
  }, [])
  const copy = () => {
    void copyText([text.printTitle(userName), ...recoveryCodes].join('\n')).then((isCopied) =>
      isCopied ? message.success(text.copied) : message.warning(text.notCopied),
    )
  }
  return (
    <div className={styles.sheet}>
      <p className={styles.explain}>{text.explain}</p>
      <p className="only-print">{text.printTitle(userName)}</p>
      <ol className={styles.codes}>
        {recoveryCodes.map((code) => (
          <li key={code} className="figure">
            {code}
          </li>
        ))}
      </ol>
      <div className={`${styles.actions ?? ''} no-print`}>
        <Button onClick={() => window.print()}>{text.print}</Button>
        <Button onClick={copy}>{text.copy}</Button>
      </div>
      <div className={`${styles.end ?? ''} no-print`}>
        <Checkbox checked={isKept} onChange={({ target }) => keep(target.checked)}>
          {text.kept}
        </Checkbox>
        <Button type="primary" disabled={!isKept} onClick={onKept}>
          {text.go}
        </Button>
      </div>
    </div>
  )
}

/** Browsers offer the clipboard to encrypted pages and this computer's own only. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return false
  }
}
