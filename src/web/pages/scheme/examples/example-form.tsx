import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ExampleInput } from '../../../../domain/scheme/edits/edit-schema.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { posts, type Post } from '../../../../domain/scheme/scheme.ts'
import { sheetDirectory } from '../../../../domain/roster/sheet-directory.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import cards from '../workbench/cards.module.css'
import { EditForm, type OnDone } from '../workbench/edit-form.tsx'
import { Labelled } from '../workbench/rule-form.tsx'
import { useWorkbench } from '../workbench/workbench-context.ts'
import {
  emptyGiven,
  exampleFaults,
  inputOfExample,
  type ExampleDraft,
  type ExampleFault,
  type GivenDraft,
} from './example-draft.ts'
import { choicesOfOffice } from './example-rules.ts'
import styles from './examples.module.css'
import { GivenFields } from './given-fields.tsx'
import { TriedReckoning } from './tried-reckoning.tsx'

/** 如果…则扣…: an example as a clerk writes it, tried on the scheme while it is written. */
export function ExampleForm({
  initial,
  editOf,
  onDone,
  onCancel,
}: {
  readonly initial: ExampleDraft
  readonly editOf: (input: ExampleInput) => SchemeEdit
  readonly onDone: OnDone
  readonly onCancel: () => void
}) {
  const words = useText(schemeExamplesText)
  const { scheme } = useWorkbench().model
  const [draft, setDraft] = useState(initial)
  const set = (changes: Partial<ExampleDraft>) => setDraft({ ...draft, ...changes })
  const choices = useMemo(() => choicesOfOffice(scheme, draft.office), [scheme, draft.office])
  const input = useMemo(() => inputOfExample(scheme, draft), [scheme, draft])
  const faults = exampleFaults(draft)
  const change = (at: number, changes: Partial<GivenDraft>) =>
    set({ given: draft.given.map((one, index) => (index === at ? { ...one, ...changes } : one)) })
  return (
    <EditForm edit={input === null ? null : editOf(input)} onDone={onDone} onCancel={onCancel}>
      {(tried) => {
        const fault = (field: ExampleFault, said: string) => (tried && faults.has(field) ? said : undefined)
        return (
          <>
            <Labelled label={words.name} error={fault('title', words.titleNeeded)}>
              {(id) => (
                <Input
                  id={id}
                  autoFocus
                  maxLength={200}
                  placeholder={words.nameExample}
                  value={draft.title}
                  onChange={(event) => set({ title: event.target.value })}
                />
              )}
            </Labelled>
            <WhoFields draft={draft} onChange={set} />
            <p className={styles.step}>{words.ifThis}</p>
            {draft.given.map((given, at) => (
              <GivenFields
                key={String(at)}
                given={given}
                at={at}
                choices={choices}
                faults={tried ? faults : new Set()}
                onChange={(changes) => change(at, changes)}
                onRemove={
                  draft.given.length === 1
                    ? null
                    : () => set({ given: draft.given.filter((_, index) => index !== at) })
                }
              />
            ))}
            <Button
              size="small"
              className={styles.addThing ?? ''}
              onClick={() => set({ given: [...draft.given, emptyGiven] })}
            >
              {words.addThing}
            </Button>
            <p className={styles.step}>{words.thenThis}</p>
            <div className={cards.formGrid}>
              <Labelled label={words.expected} error={fault('points', words.pointsNeeded)}>
                {(id) => (
                  <Input
                    id={id}
                    placeholder={words.expectedHint}
                    value={draft.points}
                    onChange={(event) => set({ points: event.target.value })}
                  />
                )}
              </Labelled>
              <Labelled label={words.yuan} error={fault('yuan', words.numberNeeded)}>
                {(id) => (
                  <Input
                    id={id}
                    inputMode="decimal"
                    placeholder={words.yuanHint}
                    value={draft.yuan}
                    onChange={(event) => set({ yuan: event.target.value })}
                  />
                )}
              </Labelled>
            </div>
            <TriedReckoning draft={draft} onTake={set} />
          </>
        )
      }}
    </EditForm>
  )
}

/** Whose sheet it is reckoned on. Another office has other rules, so what was chosen is asked for anew. */
function WhoFields({
  draft,
  onChange,
}: {
  readonly draft: ExampleDraft
  readonly onChange: (changes: Partial<ExampleDraft>) => void
}) {
  const words = useText(schemeExamplesText)
  const { scheme } = useWorkbench().model
  const offices = useMemo(() => sheetDirectory(scheme).offices, [scheme])
  const move = (office: string | null) => {
    const kept = new Set(choicesOfOffice(scheme, office).map(({ ruleId }) => ruleId))
    const given = draft.given.map((one) =>
      one.ruleId !== null && !kept.has(one.ruleId) ? { ...one, ruleId: null } : one,
    )
    onChange({ office, given })
  }
  return (
    <div className={cards.formGrid}>
      <Labelled label={words.office}>
        {(id) => (
          <Select<string>
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.office ?? ''}
            options={[
              { value: '', label: words.everyone },
              ...offices.map((office) => ({ value: office, label: office })),
            ]}
            onChange={(value) => move(value === '' ? null : value)}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <Labelled label={words.post}>
        {(id) => (
          <Select<Post>
            id={id}
            value={draft.post}
            options={posts.map((value) => ({ value, label: value }))}
            onChange={(post) => onChange({ post })}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
    </div>
  )
}
