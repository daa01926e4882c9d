import { Button, Input, Select } from 'antd'
import type { RuleChoice } from '../../../../http/contract/entries.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { ladderLevels } from '../../record-entry/draft.ts'
import { RuleField } from '../../record-entry/rule-field.tsx'
import cards from '../workbench/cards.module.css'
import { Labelled } from '../workbench/rule-form.tsx'
import type { ExampleFault, GivenDraft } from './example-draft.ts'
import styles from './examples.module.css'

/** One thing that happened: the rule, found by the same words as on 登记, how much, and when. */
export function GivenFields({
  given,
  at,
  choices,
  faults,
  onChange,
  onRemove,
}: {
  readonly given: GivenDraft
  readonly at: number
  readonly choices: readonly RuleChoice[]
  /** What is missing or wrong, said once saving was asked for. */
  readonly faults: ReadonlySet<string>
  readonly onChange: (changes: Partial<GivenDraft>) => void
  readonly onRemove: (() => void) | null
}) {
  const words = useText(schemeExamplesText)
  const rule = choices.find(({ ruleId }) => ruleId === given.ruleId) ?? null
  const fault = (field: ExampleFault, said: string) => (faults.has(`${field}-${String(at)}`) ? said : undefined)
  const input = (field: 'quantity' | 'on' | 'matter' | 'discretion', placeholder?: string) => (id: string) => (
    <Input
      id={id}
      value={given[field]}
      {...(placeholder !== undefined && { placeholder })}
      {...((field === 'quantity' || field === 'discretion') && { inputMode: 'decimal' as const })}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  )
  return (
    <fieldset className={styles.thing}>
      <legend>
        {words.thing(at + 1)}
        {onRemove !== null && (
          <Button type="text" size="small" aria-label={words.removeThing} onClick={onRemove}>
            ×
          </Button>
        )}
      </legend>
      <Labelled label={words.rule} error={fault('rule', words.ruleNeeded)}>
        {() => (
          <RuleField
            rules={choices}
            recentRuleIds={[]}
            rule={rule}
            onChange={(next) => onChange({ ruleId: next?.ruleId ?? null })}
            onNext={() => undefined}
            isLoading={false}
            placeholder={words.ruleHint}
            emptyWords={words.none}
            inputRef={null}
          />
        )}
      </Labelled>
      <div className={cards.formGrid}>
        <Labelled
          label={
            rule?.effect === 'proportional'
              ? words.completion
              : `${words.quantity}${rule === null || rule.unit === null ? '' : `（${rule.unit}）`}`
          }
          error={fault('quantity', words.numberNeeded)}
        >
          {input('quantity')}
        </Labelled>
        <Labelled label={words.day} error={fault('on', words.dayNeeded)}>
          {input('on', words.dayHint)}
        </Labelled>
        {rule?.needsLevel === true && (
          <Labelled label={words.level}>
            {(id) => (
              <Select
                id={id}
                allowClear
                value={given.level}
                options={ladderLevels.map((value) => ({ value, label: value }))}
                onChange={(level: string | undefined) => onChange({ level: level ?? null })}
                style={{ width: '100%' }}
              />
            )}
          </Labelled>
        )}
        {rule !== null && rule.discretion !== null && (
          <Labelled label={words.discretion} error={fault('discretion', words.numberNeeded)}>
            {input('discretion')}
          </Labelled>
        )}
        {(rule?.itemId === null || (rule !== null && rule.level !== null) || rule?.severity !== null) &&
          rule !== null && <Labelled label={words.matter}>{input('matter', words.matterHint)}</Labelled>}
      </div>
    </fieldset>
  )
}
