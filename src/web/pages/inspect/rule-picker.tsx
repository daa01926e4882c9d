import { Input } from 'antd'
import { useState } from 'react'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import { rulesFor, suggestedRules, type KitPerson, type KitRule } from './choose-rule.ts'
import styles from './inspect.module.css'

type Props = {
  readonly kit: InspectionKit
  readonly office: string
  readonly person: Pick<KitPerson, 'status'>
  readonly onChoose: (rule: KitRule) => void
}

const mostShown = 40

/** The clauses of the person's sheets: what fits where he is today first, then those used most; a word finds the rest. */
export function RulePicker({ kit, office, person, onChoose }: Props) {
  const text = useText(inspectText)
  const [words, setWords] = useState('')
  const rules = rulesFor(kit, office, words)
  const suggested = words.trim() === '' ? suggestedRules(rules, person) : []
  const others = rules.filter((rule) => !suggested.includes(rule)).slice(0, mostShown)
  return (
    <div className={styles.form}>
      <Input
        size="large"
        allowClear
        aria-label={text.search}
        placeholder={text.search}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {rules.length === 0 && <p className="quiet">{words.trim() === '' ? text.noRules : text.noRule}</p>}
      <ul className={styles.rules}>
        {[...suggested, ...others].map((rule) => (
          <li key={rule.ruleId}>
            <button type="button" className={styles.rule} onClick={() => onChoose(rule)}>
              <span>{rule.sentence}</span>
              <span className={styles.ruleFoot}>
                <span className="quiet">{rule.itemTitle}</span>
                {suggested.includes(rule) ? (
                  <span className={styles.suggested}>{text.suggested}</span>
                ) : (
                  rule.uses > 0 && <span className="quiet">{text.frequent}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
