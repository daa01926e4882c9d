import { Button } from 'antd'
import type { ReactNode } from 'react'
import { chooseLanguage, useLanguage, useText } from '../text/dictionary.ts'
import { shellText } from '../text/shell.ts'
import mark from '../theme/mark.svg'
import styles from './outside.module.css'

/** The sheet of paper that the pages before signing in are written on. */
export function Outside({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const text = useText(shellText)
  const language = useLanguage()
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.head}>
          <img src={mark} alt="" className={styles.mark} />
          <div>
            <div className={styles.product}>{text.product}</div>
            <div className="quiet">{text.signIn.tagline}</div>
          </div>
        </div>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      <Button type="link" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
        {text.language}
      </Button>
    </main>
  )
}
