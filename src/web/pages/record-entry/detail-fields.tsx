import { DatePicker, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import type { KeyboardEvent } from 'react'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { isProposal, ladderLevels, type Draft, type DraftField } from './draft.ts'
import styles from './record-entry.module.css'

/** What the form puts the cursor into. */
export type Focusable = Pick<HTMLElement, 'focus'>

type Props = {
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
  readonly inputRef: (field: DraftField) => (element: Focusable | null) => void
}

/** When, which matter, where, on what basis, and whatever else is worth a note. */
export function DetailFields({ draft, onChange, inputRef }: Props) {
  const text = useText(recordEntryText)
  const isPhone = useIsPhone()
  const day = (
    <label className={styles.field}>
      <span className={styles.label}>{text.date}</span>
      <DatePicker
        className={styles.day ?? ''}
        allowClear={false}
        value={dayjs(draft.occurredOn)}
        onKeyDown={keepFromSubmitting}
        onChange={(chosen) => {
          if (chosen !== null) onChange({ occurredOn: chosen.format('YYYY-MM-DD') })
        }}
      />
    </label>
  )
  return (
    <>
      {draft.rule?.needsLevel === true && <LevelChoice draft={draft} onChange={onChange} />}
      {isPhone ? (
        <div className={styles.details}>
          {day}
          <details className={styles.moreDetails}>
            <summary>{isProposal(draft) ? text.moreOfProposal : text.moreDetails}</summary>
            <WordFields draft={draft} onChange={onChange} />
          </details>
        </div>
      ) : (
        <div className={styles.details}>
          {day}
          <WordFields draft={draft} onChange={onChange} />
        </div>
      )}
      {isProposal(draft) && <FactsField draft={draft} onChange={onChange} inputRef={inputRef} />}
    </>
  )
}

/** Enter in the calendar chooses a day; it does not save the entry. */
function keepFromSubmitting(event: KeyboardEvent<HTMLElement>) {
  if (event.key === 'Enter') event.preventDefault()
}

function LevelChoice({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const text = useText(recordEntryText)
  return (
    <div className={styles.levels}>
      <div className={styles.label}>{text.level}</div>
      <Radio.Group
        aria-label={text.level}
        optionType="button"
        options={[...ladderLevels]}
        value={draft.level}
        onChange={(event) => {
          onChange({ level: ladderLevels.find((level) => level === event.target.value) ?? null })
        }}
      />
    </div>
  )
}

/** What the leading group weighs; the one thing a proposal cannot do without. */
function FactsField({ draft, onChange, inputRef }: Props) {
  const text = useText(recordEntryText)
  return (
    <label className={styles.facts}>
      <span className={styles.label}>{text.facts}</span>
      <Input.TextArea
        ref={(element) => {
          inputRef('note')(element?.resizableTextArea?.textArea ?? null)
        }}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={4000}
        placeholder={text.factsPlaceholder}
        value={draft.note}
        onChange={(event) => {
          onChange({ note: event.target.value })
        }}
      />
    </label>
  )
}

function WordFields({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const text = useText(recordEntryText)
  const fields = [
    { name: 'matter', label: text.matter, placeholder: text.matterPlaceholder, most: 200 },
    { name: 'basis', label: text.basis, placeholder: text.basisPlaceholder, most: 200 },
    { name: 'place', label: text.place, placeholder: '', most: 200 },
    { name: 'note', label: text.note, placeholder: '', most: 1000 },
  ] as const
  // The leading group's decision will be the basis, and the facts stand in a field of their own.
  const asked = fields.filter(({ name }) => !isProposal(draft) || name === 'matter' || name === 'place')
  return asked.map((field) => (
    <label key={field.name} className={styles.field}>
      <span className={styles.label}>{field.label}</span>
      <Input
        autoComplete="off"
        maxLength={field.most}
        placeholder={field.placeholder}
        value={draft[field.name]}
        onChange={(event) => {
          onChange({ [field.name]: event.target.value })
        }}
      />
    </label>
  ))
}
