import { useMemo, useState, type Ref } from 'react'
import type { RuleChoice } from '../../../http/contract/entries.ts'
import { useText } from '../../text/dictionary.ts'
import { effectWords } from '../../text/line-reason.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { Combobox } from './combobox.tsx'
import { findRules } from './find-rule.ts'
import styles from './record-entry.module.css'

type Props = {
  readonly rules: readonly RuleChoice[]
  readonly recentRuleIds: readonly string[]
  readonly rule: RuleChoice | null
  readonly onChange: (rule: RuleChoice | null) => void
  readonly onNext: () => void
  readonly isLoading: boolean
  readonly placeholder: string
  /** Why there is no rule at all. */
  readonly emptyWords: string
  readonly inputRef: Ref<HTMLInputElement>
}

const choicesShown = 60

/** Finds the clause by its words; grouped by sheet and item, the clause as it stands in the text under each. */
export function RuleField({
  rules,
  recentRuleIds,
  rule,
  onChange,
  onNext,
  isLoading,
  placeholder,
  emptyWords,
  inputRef,
}: Props) {
  const text = useText(recordEntryText)
  const [words, setWords] = useState('')
  const found = useMemo(() => findRules(rules, words, recentRuleIds), [rules, words, recentRuleIds])
  const count = found.reduce((sum, group) => sum + group.rules.length, 0)
  let left = choicesShown
  const groups = found.flatMap((group) => {
    const shown = group.rules.slice(0, left)
    left -= shown.length
    if (shown.length === 0) return []
    const choices = shown.map((choice) => ({
      key: choice.ruleId,
      disabled: choice.blocked !== null,
      content: <RuleLine rule={choice} />,
    }))
    return [{ key: group.key, title: group.title, choices }]
  })
  return (
    <Combobox
      label={text.rule}
      placeholder={placeholder}
      words={words}
      onWords={(typed) => {
        setWords(typed)
        if (rule !== null) onChange(null)
      }}
      chosenText={rule?.sentence}
      groups={groups}
      foot={count > choicesShown && <div className={styles.more}>{text.moreChoices(count - choicesShown)}</div>}
      empty={isLoading ? text.effectLoading : rules.length === 0 ? emptyWords : text.ruleEmpty}
      onChoose={(key, by) => {
        onChange(rules.find((choice) => choice.ruleId === key) ?? null)
        setWords('')
        if (by !== 'tab') onNext()
      }}
      inputRef={inputRef}
    />
  )
}

function RuleLine({ rule }: { readonly rule: RuleChoice }) {
  return (
    <div>
      <div className={styles.ruleLine}>
        <span>{rule.sentence}</span>
        <span className={styles.effect}>{effectWords[rule.effect]}</span>
      </div>
      {rule.clause !== '' && rule.clause !== rule.sentence && (
        <div className={styles.ruleClause}>「{rule.clause}」</div>
      )}
      {rule.blocked !== null && <div className={styles.blocked}>{rule.blocked}</div>}
    </div>
  )
}
