import { Button, Segmented } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import type { KeptAfterSaving } from './draft.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly isSaving: boolean
  /** The button puts it before the leading group. */
  readonly isProposal: boolean
  readonly kept: KeptAfterSaving
  readonly onKept: (kept: KeptAfterSaving) => void
}

export function SaveColumn({ isSaving, isProposal, kept, onKept }: Props) {
  const text = useText(recordEntryText)
  return (
    <div className={styles.saveColumn}>
      <Button type="primary" htmlType="submit" className={styles.saveButton ?? ''} loading={isSaving}>
        {isProposal ? (isSaving ? text.proposing : text.propose) : isSaving ? text.saving : text.save}
        {!isProposal && <kbd className={styles.key}>{text.saveHint}</kbd>}
      </Button>
      <div className={styles.kept}>
        <div className={styles.label}>{text.kept}</div>
        <Segmented<KeptAfterSaving>
          block
          size="small"
          aria-label={text.kept}
          value={kept}
          onChange={onKept}
          options={[
            { value: 'nothing', label: text.keptNothing },
            { value: 'person', label: text.keptPerson },
            { value: 'rule', label: text.keptRule },
          ]}
        />
      </div>
    </div>
  )
}
