import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import styles from './combobox.module.css'

type Choice = { readonly key: string; readonly content: ReactNode; readonly disabled?: boolean }
type ChoiceGroup = {
  readonly key: string
  readonly title: string | null
  readonly choices: readonly Choice[]
}

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly words: string
  readonly onWords: (words: string) => void
  /** What is chosen, shown in the box until one types over it. */
  readonly chosenText?: string
  readonly chips?: ReactNode
  readonly groups: readonly ChoiceGroup[]
  readonly foot?: ReactNode
  readonly empty: ReactNode
  /** The list is still on its way: a Tab is remembered, and takes the first choice once the list is there. */
  readonly isLoading?: boolean
  /** Show the list as soon as the box is reached, or only once something is typed, clicked or asked for by ↓. */
  readonly opensOnFocus: boolean
  readonly onChoose: (key: string, by: 'enter' | 'tab' | 'click') => void
  readonly onBackspace?: () => void
  readonly inputRef: Ref<HTMLInputElement>
}

/**
 * One box to type in and a list under it, after the ARIA combobox pattern. Enter takes the marked choice; Tab
 * takes it too when words were typed, and always moves on. Keys that belong to an input method are left to it.
 */
export function Combobox({
  label,
  placeholder,
  words,
  onWords,
  chosenText,
  chips,
  groups,
  foot,
  empty,
  isLoading = false,
  opensOnFocus,
  onChoose,
  onBackspace,
  inputRef,
}: Props) {
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState(0)
  const [isTabOwed, oweTab] = useState(false)
  const listRef = useRef<HTMLDivElement>(null)
  const choices = groups.flatMap((group) => group.choices)
  const at = Math.min(marked, choices.length - 1)
  const markedKey = choices[at]?.key

  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [markedKey, isOpen])

  const choose = (key: string, by: 'enter' | 'tab' | 'click') => {
    if (choices.find((choice) => choice.key === key)?.disabled === true) return
    setMarked(0)
    setOpen(by === 'enter')
    onChoose(key, by)
  }

  const takeOwed = useEffectEvent(() => {
    oweTab(false)
    if (markedKey !== undefined) choose(markedKey, 'tab')
  })
  useEffect(() => {
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- the list's arrival is what completes the Tab
    if (isTabOwed && !isLoading) takeOwed()
  }, [isTabOwed, isLoading])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setOpen(true)
      else setMarked(Math.max(0, Math.min(choices.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen && markedKey !== undefined) choose(markedKey, 'enter')
    } else if (event.key === 'Tab' && !event.shiftKey) {
      if (words.trim() !== '' && isLoading) oweTab(true)
      else if (isOpen && words.trim() !== '' && markedKey !== undefined) choose(markedKey, 'tab')
      setOpen(false)
    } else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Backspace' && words === '') onBackspace?.()
  }

  return (
    <div className={styles.box}>
      <div className={styles.line}>
        {chips}
        <input
          ref={inputRef}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && markedKey !== undefined ? `${listId}-${String(at)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={words === '' && chosenText !== undefined ? chosenText : words}
          onFocus={(event) => {
            event.target.select()
            setMarked(0)
            if (opensOnFocus) setOpen(true)
          }}
          onBlur={() => {
            setOpen(false)
          }}
          onChange={(event) => {
            oweTab(false)
            setMarked(0)
            setOpen(true)
            onWords(event.target.value)
          }}
          onMouseDown={() => {
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {isOpen && (
        <div
          className={styles.list}
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          ref={listRef}
          // Keeps the focus in the box, so that a click on a choice is not taken for leaving it.
          onMouseDown={(event) => {
            event.preventDefault()
          }}
        >
          {choices.length === 0 && <div className={styles.empty}>{empty}</div>}
          {groups.map((group) => (
            <div key={group.key} role="group" aria-label={group.title ?? label}>
              {group.title !== null && <div className={styles.group}>{group.title}</div>}
              {group.choices.map((choice) => {
                const place = choices.indexOf(choice)
                return (
                  <button
                    key={choice.key}
                    type="button"
                    tabIndex={-1}
                    id={`${listId}-${String(place)}`}
                    role="option"
                    aria-selected={place === at}
                    aria-disabled={choice.disabled}
                    className={styles.choice}
                    onMouseEnter={() => {
                      setMarked(place)
                    }}
                    onClick={() => {
                      choose(choice.key, 'click')
                    }}
                  >
                    {choice.content}
                  </button>
                )
              })}
            </div>
          ))}
          {foot}
        </div>
      )}
    </div>
  )
}
