import { CloseOutlined } from '@ant-design/icons'
import { useMemo, useState, type Ref } from 'react'
import type { Person, SpelledOffice } from '../../../http/contract/people.ts'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { Combobox } from './combobox.tsx'
import { addWhom } from './draft.ts'
import { findWhom, officeOf, type Whom } from './find-person.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly people: readonly Person[]
  readonly offices: readonly SpelledOffice[]
  readonly recentKeys: readonly string[]
  readonly about: readonly Whom[]
  readonly onChange: (about: readonly Whom[]) => void
  /** Someone was chosen with the mouse: go on to the clause, as Tab would. */
  readonly onNext: () => void
  readonly inputRef: Ref<HTMLInputElement>
}

/** A list longer than this is not read but narrowed by typing. */
const choicesShown = 40

/** Finds one person, several, or a whole office. */
export function WhomField({ people, offices, recentKeys, about, onChange, onNext, inputRef }: Props) {
  const text = useText(recordEntryText)
  const [words, setWords] = useState('')
  const found = useMemo(() => {
    const chosen = new Set(about.map((whom) => whom.key))
    return findWhom(people, offices, words, recentKeys).filter((whom) => !chosen.has(whom.key))
  }, [people, offices, words, recentKeys, about])
  const remove = (key: string) => {
    onChange(about.filter((whom) => whom.key !== key))
  }
  const choices = found
    .slice(0, choicesShown)
    .map((whom) => ({ key: whom.key, content: <WhomChoice whom={whom} /> }))
  return (
    <Combobox
      label={text.who}
      placeholder={about.length === 0 ? text.whoPlaceholder : ''}
      words={words}
      onWords={setWords}
      groups={[{ key: 'all', title: null, choices }]}
      foot={
        found.length > choicesShown && (
          <div className={styles.more}>{text.moreChoices(found.length - choicesShown)}</div>
        )
      }
      empty={text.whoEmpty}
      opensOnFocus={false}
      chips={about.map((whom) => (
        <span key={whom.key} className={styles.chip}>
          {whom.kind === 'person' ? whom.person.name : whom.office}
          <span className="quiet">
            {whom.kind === 'person' ? officeOf(whom.person) : text.wholeOffice(whom.people)}
          </span>
          <button
            type="button"
            tabIndex={-1}
            aria-label={`移除${nameOf(whom)}`}
            onClick={() => {
              remove(whom.key)
            }}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      onChoose={(key, by) => {
        const chosen = found.find((whom) => whom.key === key)
        if (chosen !== undefined) onChange(addWhom(about, chosen))
        setWords('')
        if (by === 'click') onNext()
      }}
      onBackspace={() => {
        onChange(about.slice(0, -1))
      }}
      inputRef={inputRef}
    />
  )
}

export function nameOf(whom: Whom): string {
  return whom.kind === 'person' ? whom.person.name : whom.office
}

function WhomChoice({ whom }: { readonly whom: Whom }) {
  const text = useText(recordEntryText)
  if (whom.kind === 'office')
    return (
      <span className={styles.whom}>
        <b>{whom.office}</b>
        <span className="quiet">{text.wholeOffice(whom.people)}</span>
      </span>
    )
  return (
    <span className={styles.whom}>
      <span>{whom.person.name}</span>
      <span className="quiet">{officeOf(whom.person)}</span>
      <span className={`${styles.whomNumber ?? ''} figure quiet`}>{whom.person.staffNumber}</span>
    </span>
  )
}
