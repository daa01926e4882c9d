import { useEffect, useRef } from 'react'
import type { EntryDraft } from '../../../http/contract/entries.ts'
import type { Person, SpelledOffice } from '../../../http/contract/people.ts'
import { messageOf } from '../../parts/api.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { recordEntryText } from '../../text/record-entry.ts'
import { ChooseAttachments } from '../../parts/attachments/choose-attachments.tsx'
import { DetailFields, type Focusable } from './detail-fields.tsx'
import { isProposal, type DraftField } from './draft.ts'
import { DiscretionPanel, ProposedLine } from './discretion-panel.tsx'
import { ClausePanel, EffectPanel } from './effect-panel.tsx'
import { effectWords } from '../../parts/effect-words.ts'
import { FigureField } from './figure-field.tsx'
import styles from './record-entry.module.css'
import { RuleField } from './rule-field.tsx'
import { SaveColumn } from './save-column.tsx'
import { useEntryForm, type SavedEntry } from './use-entry-form.ts'
import { nameOf, WhomField } from './whom-field.tsx'

type Props = {
  readonly people: readonly Person[]
  readonly offices: readonly SpelledOffice[]
  /** 工号 to begin with, from the address. */
  readonly startWith: string | null
  /** What it rests on, to begin with. */
  readonly startBasis?: string
  readonly startOn?: string
  /** Where it is recorded, if not by itself in the ledger. */
  readonly record?: (body: EntryDraft, idempotencyKey: string) => Promise<unknown>
}

/** One line to type (who, which clause, how many), then the clause, the effect and the button. */
export function EntryForm({ people, offices, startWith, startBasis, startOn, record }: Props) {
  const text = useText(recordEntryText)
  const boxes = useRef<Partial<Record<DraftField, Focusable | null>>>({})
  const focus = (field: DraftField) => {
    boxes.current[field]?.focus()
  }
  const box = (field: DraftField) => (element: Focusable | null) => {
    boxes.current[field] = element
  }
  // The page is for typing: the first box is ready at once (a phone would cover half of it with its keyboard).
  const isPhone = useIsPhone()
  useEffect(() => {
    if (!isPhone) boxes.current.about?.focus()
  }, [isPhone])
  const form = useEntryForm(people, { startWith, startBasis, startOn, record }, focus)
  const { draft, change, choices } = form
  const isNobody = draft.about.length === 0
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <div className={styles.mainLine}>
        <div className={styles.field}>
          <div className={styles.label}>{text.who}</div>
          <WhomField
            people={people}
            offices={offices}
            recentKeys={form.recent.whom}
            about={draft.about}
            onChange={(about) => {
              change({ about })
            }}
            onNext={() => {
              focus('rule')
            }}
            inputRef={box('about')}
          />
        </div>
        <div className={styles.field}>
          <div className={styles.label}>{text.rule}</div>
          <RuleField
            rules={choices.state === 'ready' ? choices.rules : []}
            isLoading={choices.state === 'loading'}
            recentRuleIds={form.recent.rules}
            rule={draft.rule}
            onChange={(rule) => {
              change({ rule, quantity: '1', level: null })
            }}
            onNext={() => {
              focus('quantity')
            }}
            placeholder={isNobody ? text.rulePlaceholderFirst : text.rulePlaceholder}
            emptyWords={
              isNobody
                ? text.rulePlaceholderFirst
                : choices.state === 'failed'
                  ? messageOf(choices.error)
                  : text.ruleNone
            }
            inputRef={box('rule')}
          />
        </div>
        <FigureField draft={draft} onChange={change} inputRef={box('quantity')} />
      </div>
      <DetailFields draft={draft} onChange={change} inputRef={box} />
      {isProposal(draft) && (
        <div className={styles.facts}>
          <div className={styles.label}>{text.evidence}</div>
          <ChooseAttachments chosen={form.files} />
        </div>
      )}
      <div className={styles.strip}>
        <ClausePanel rule={draft.rule} />
        {isProposal(draft) ? <DiscretionPanel rule={draft.rule} /> : <EffectPanel preview={form.preview} />}
        <SaveColumn
          isSaving={form.isSaving}
          isProposal={isProposal(draft)}
          kept={form.kept}
          onKept={form.rememberKept}
        />
      </div>
      <p className={styles.status} role="status">
        {choices.state === 'failed' && <span className={styles.problem}>{messageOf(choices.error)}</span>}
        {form.isRuleGone && <span className={styles.problem}>{text.ruleNotHere}</span>}
        {!form.isRuleGone && form.problem !== null && (
          <span className={styles.problem}>{form.problem.sentence}</span>
        )}
        {form.failure !== null && <span className={styles.problem}>{form.failure}</span>}
        {form.saved !== null && <SavedLine saved={form.saved} />}
        {form.proposed !== null && <ProposedLine proposed={form.proposed} />}
      </p>
    </form>
  )
}

function SavedLine({ saved }: { readonly saved: SavedEntry }) {
  const text = useText(recordEntryText)
  const names = saved.about.map(nameOf).join('、')
  const [first] = saved.effects
  if (saved.effects.length > 1 || first === undefined)
    return <span className={styles.saved}>✓ {text.savedMany(saved.effects.length, names)}</span>
  const words = effectWords(first)
  const sentence = [words.item, words.total, words.remark].filter((part) => part !== null).join('，')
  return <span className={styles.saved}>✓ {text.savedOne(names, sentence)}</span>
}
