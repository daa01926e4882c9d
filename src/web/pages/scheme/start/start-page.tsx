import { Alert } from 'antd'
import type { Workbench } from '../../../../http/contract/schemes.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { Intake } from './intake.tsx'
import { BlankDraft, CopyVersion, EarlierDrafts } from './other-ways.tsx'
import styles from './start.module.css'

/** From where a draft begins: a text, an adopted version, a blank scheme, or a draft put aside. */
export function Start({
  putsAside,
  copyFirst,
  onDone,
}: {
  /** A draft is open and will be put aside. */
  readonly putsAside: boolean
  /** The version to copy, when one came here for that. */
  readonly copyFirst: number | null
  readonly onDone: (workbench: Workbench) => void
}) {
  const words = useText(schemeVersionsText).start
  return (
    <>
      {putsAside && <Alert type="info" showIcon title={words.willPutAside} className={styles.aside ?? ''} />}
      <div className={styles.start}>
        <Intake onDone={onDone} />
        <div className={styles.ways}>
          <CopyVersion onDone={onDone} first={copyFirst} />
          <EarlierDrafts onDone={onDone} />
          <BlankDraft onDone={onDone} />
        </div>
      </div>
    </>
  )
}
