import { useMemo, useState, type Ref } from 'react'
import type { RuleChoice } from '../../../http/contract/entries.ts'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { ruleEffectWords } from '../../text/rule-effect.ts'
import { Combobox } from './combobox.tsx'
import { findRules, firstRules } from './find-rule.ts'
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
export function RuleField(props: Props) {
  const { rules, recentRuleIds, rule, onChange, onNext, isLoading, placeholder, emptyWords, inputRef } = props
  const text = useText(recordEntryText)
  const [words, setWords] = useState('')
  const found = useMemo(() => findRules(rules, words, recentRuleIds), [rules, words, recentRuleIds])
  const count = found.reduce((sum, group) => sum + group.rules.length, 0)
  const groups = firstRules(found, choicesShown).map((group) => ({
    key: group.key,
    title: group.title,
    choices: group.rules.map((choice) => ({
      key: choice.ruleId,
      disabled: choice.blocked !== null,
      content: <RuleLine rule={choice} />,
    })),
  }))
  return (
    <Combobox
      label={text.rule}
      placeholder={placeholder}
      words={words}
      onWords={(typed) => {
        setWords(typed)
        if (rule !== null) onChange(null)
      }}
      {...(rule !== null && { chosenText: rule.sentence })}
      groups={groups}
      foot={count > choicesShown && <div className={styles.more}>{text.moreChoices(count - choicesShown)}</div>}
      empty={isLoading ? text.effectLoading : rules.length === 0 ? emptyWords : text.ruleEmpty}
      isLoading={isLoading}
      opensOnFocus
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
  const text = useText(recordEntryText)
  return (
    <>
      <span className={styles.ruleLine}>
        <span>{rule.sentence}</span>
        <span className={styles.effect}>{ruleEffectWords[rule.effect]}</span>
      </span>
      {rule.clause !== '' && rule.clause !== rule.sentence && (
        <span className={styles.ruleClause}>「{rule.clause}」</span>
      )}
      {rule.isSuggested && <span className={styles.suggested}>{text.suggestedRule}</span>}
      {rule.blocked !== null && <span className={styles.blocked}>{rule.blocked}</span>}
    </>
  )
}
