import { App } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { EntryDraft, EntryEffect, RuleChoice } from '../../../http/contract/entries.ts'
import type { Person } from '../../../http/contract/people.ts'
import { messageOf } from '../../parts/api.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { oneOf } from '../../parts/url-state.ts'
import { useRemembered } from '../../parts/remembered.ts'
import { useSession } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { DetailFields } from './detail-fields.tsx'
import { createDraftKeys } from './draft-key.ts'
import {
  draftBody,
  draftProblems,
  emptyDraft,
  keptAfterSaving,
  nextDraft,
  type Draft,
  type DraftField,
} from './draft.ts'
import { ClausePanel, EffectPanel } from './effect-panel.tsx'
import { effectWords } from './effect-words.ts'
import { FigureField } from './figure-field.tsx'
import { officeOf, personWhom, type Whom } from './find-person.ts'
import { keepRecent, readRecent } from './recent.ts'
import styles from './record-entry.module.css'
import { RuleField } from './rule-field.tsx'
import { SaveColumn } from './save-column.tsx'
import { useEntryPreview } from './use-entry-preview.ts'
import { useRuleChoices, type RuleChoices } from './use-rule-choices.ts'
import { nameOf, WhomField } from './whom-field.tsx'

type Props = {
  readonly people: readonly Person[]
  readonly offices: readonly string[]
  /** 工号 to begin with, from the address. */
  readonly startWith: string | null
}

export function EntryForm({ people, offices, startWith }: Props) {
  const text = useText(recordEntryText)
  const { message } = App.useApp()
  const { town, today } = useSession()
  const [typed, setTyped] = useState<Draft>(() => ({
    ...emptyDraft(today),
    about: startingWith(people, startWith),
  }))
  const [keptText, rememberKept] = useRemembered('record.kept', 'nothing')
  const kept = oneOf(keptText, keptAfterSaving, 'nothing')
  const [recent, setRecent] = useState(() => ({
    whom: readRecent(localStorage, recentName('whom', town.id)),
    rules: readRecent(localStorage, recentName('rules', town.id)),
  }))
  const [keys] = useState(() => createDraftKeys(newKey))
  const [isTried, setTried] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  /** Enter was pressed before the effect of this very content was shown: saved as soon as it is. */
  const [wanted, setWanted] = useState<string | null>(null)
  const fields = useRef<Partial<Record<DraftField, HTMLInputElement | null>>>({})

  const choices = useRuleChoices(typed.about, typed.occurredOn)
  const draft: Draft = { ...typed, rule: ruleStanding(typed.rule, choices) }
  const body = draftBody(draft)
  const content = body === null ? null : JSON.stringify(body)
  const { preview, ask } = useEntryPreview(body)
  const problem = draftProblems(draft)[0] ?? null

  const focus = (field: DraftField) => {
    // Quantity and discretion are typed into one box, whichever the rule asks for.
    fields.current[field === 'discretion' ? 'quantity' : field]?.focus()
  }
  const change = (changes: Partial<Draft>) => {
    setTyped((current) => ({ ...current, ...changes }))
    setWanted(null)
    setSaved(null)
    record.reset()
  }
  const record = useCommand(endpoints.recordEntry, {
    quiet: true,
    onDone: () => {
      keys.settle()
      setRecent({
        whom: keepRecent(
          localStorage,
          recentName('whom', town.id),
          draft.about.map((whom) => whom.key),
        ),
        rules: keepRecent(
          localStorage,
          recentName('rules', town.id),
          draft.rule === null ? [] : [draft.rule.ruleId],
        ),
      })
      setTyped(nextDraft(draft, kept))
      setTried(false)
      setWanted(null)
      focus(kept === 'person' ? 'rule' : 'about')
    },
  })
  const save = (ready: EntryDraft, effects: readonly EntryEffect[]) => {
    setWanted(null)
    const told = savedWords(effects, draft.about)
    record.mutate(
      { body: ready, idempotencyKey: keys.keyFor(ready) },
      {
        onSuccess: () => {
          setSaved(
            told.names === null
              ? text.savedMany(told.count, told.sentence)
              : text.savedOne(told.names, told.sentence),
          )
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (record.isPending) return
    if (problem !== null || body === null) {
      if (problem !== null) focus(problem.field)
      return
    }
    if (preview.state === 'shown') save(body, preview.effects)
    else {
      setWanted(content)
      ask()
    }
  }
  useEffect(() => {
    if (wanted === null || wanted !== content || body === null || record.isPending) return
    if (preview.state === 'shown') save(body, preview.effects)
    else if (preview.state === 'failed') {
      setWanted(null)
      void message.warning(messageOf(preview.error))
    }
  })

  const isRuleGone = typed.rule !== null && draft.rule === null
  const label = (field: DraftField) => (element: HTMLInputElement | null) => {
    fields.current[field] = element
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={text.title}>
      <div className={styles.mainLine}>
        <div className={styles.field}>
          <div className={styles.label}>{text.who}</div>
          <WhomField
            people={people}
            offices={offices}
            recentKeys={recent.whom}
            about={draft.about}
            onChange={(about) => {
              change({ about })
            }}
            onNext={() => {
              setTimeout(() => {
                focus('rule')
              })
            }}
            inputRef={label('about')}
          />
        </div>
        <div className={styles.field}>
          <div className={styles.label}>{text.rule}</div>
          <RuleField
            rules={choices.state === 'ready' ? choices.rules : []}
            isLoading={choices.state === 'loading'}
            recentRuleIds={recent.rules}
            rule={draft.rule}
            onChange={(rule) => {
              change({ rule, quantity: '1', discretion: '', level: null })
            }}
            onNext={() => {
              setTimeout(() => {
                focus('quantity')
              })
            }}
            placeholder={draft.about.length === 0 ? text.rulePlaceholderFirst : text.rulePlaceholder}
            emptyWords={draft.about.length === 0 ? text.rulePlaceholderFirst : text.ruleNone}
            inputRef={label('rule')}
          />
        </div>
        <FigureField draft={draft} onChange={change} inputRef={label('quantity')} />
      </div>
      <DetailFields draft={draft} onChange={change} inputRef={label} />
      <div className={styles.strip}>
        <ClausePanel rule={draft.rule} />
        <EffectPanel preview={preview} />
        <SaveColumn isSaving={record.isPending || wanted !== null} kept={kept} onKept={rememberKept} />
      </div>
      <p className={styles.status} role="status">
        {choices.state === 'failed' && <span className={styles.problem}>{messageOf(choices.error)}</span>}
        {isRuleGone && choices.state === 'ready' && <span className={styles.problem}>{text.ruleNotHere}</span>}
        {isTried && !isRuleGone && problem !== null && <span className={styles.problem}>{problem.sentence}</span>}
        {record.error !== null && <span className={styles.problem}>{messageOf(record.error)}</span>}
        {saved !== null && <span className={styles.saved}>✓ {saved}</span>}
      </p>
    </form>
  )
}

/** The chosen rule as it stands on the sheets of those chosen; null when it is not on them on that day. */
function ruleStanding(rule: RuleChoice | null, choices: RuleChoices): RuleChoice | null {
  if (rule === null || choices.state !== 'ready') return rule
  return choices.rules.find((choice) => choice.ruleId === rule.ruleId) ?? null
}

function startingWith(people: readonly Person[], staffNumber: string | null): readonly Whom[] {
  const person = people.find((candidate) => candidate.staffNumber === staffNumber)
  return person === undefined ? [] : [personWhom(person)]
}

function recentName(what: 'whom' | 'rules', townId: string): string {
  return `gongdao.record.recent-${what}.${townId}`
}

function savedWords(effects: readonly EntryEffect[], about: readonly Whom[]) {
  const [first] = effects
  const words = first === undefined ? null : effectWords(first)
  const sentence =
    words === null ? '' : [words.item, words.total, words.remark].filter((part) => part !== null).join('，')
  const names =
    effects.length > 1
      ? null
      : about
          .map((whom) => (whom.kind === 'person' ? `${nameOf(whom)}（${officeOf(whom.person)}）` : nameOf(whom)))
          .join('、')
  return { names, count: effects.length, sentence: effects.length > 1 ? about.map(nameOf).join('、') : sentence }
}
