import { Input, Radio, type InputRef } from 'antd'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { ladderLevels, type Draft, type DraftField } from './draft.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
  readonly inputRef: (field: DraftField) => (element: HTMLInputElement | null) => void
}

/** When, which matter, where, on what basis, and whatever else is worth a note. */
export function DetailFields({ draft, onChange, inputRef }: Props) {
  const text = useText(recordEntryText)
  const labelled = [
    { name: 'matter', label: text.matter, placeholder: text.matterPlaceholder, most: 200 },
    { name: 'basis', label: text.basis, placeholder: text.basisPlaceholder, most: 200 },
    { name: 'place', label: text.place, placeholder: '', most: 200 },
    { name: 'note', label: text.note, placeholder: '', most: 1000 },
  ] as const
  return (
    <>
      {draft.rule?.needsLevel === true && (
        <div className={styles.levels}>
          <div className={styles.label}>{text.level}</div>
          <Radio.Group
            aria-label={text.level}
            optionType="button"
            options={[...ladderLevels]}
            value={draft.level}
            onChange={(event) => {
              const chosen = ladderLevels.find((level) => level === event.target.value)
              onChange({ level: chosen ?? null })
            }}
          />
        </div>
      )}
      <div className={styles.details}>
        <label className={styles.field}>
          <span className={styles.label}>{text.date}</span>
          <Input
            type="date"
            ref={(element: InputRef | null) => {
              inputRef('occurredOn')(element?.input ?? null)
            }}
            value={draft.occurredOn}
            onChange={(event) => {
              onChange({ occurredOn: event.target.value })
            }}
          />
        </label>
        {labelled.map((field) => (
          <label key={field.name} className={styles.field}>
            <span className={styles.label}>{field.label}</span>
            <Input
              ref={(element: InputRef | null) => {
                if (field.name === 'basis') inputRef('basis')(element?.input ?? null)
              }}
              autoComplete="off"
              maxLength={field.most}
              placeholder={field.placeholder}
              value={draft[field.name]}
              onChange={(event) => {
                onChange({ [field.name]: event.target.value })
              }}
            />
          </label>
        ))}
      </div>
    </>
  )
}
