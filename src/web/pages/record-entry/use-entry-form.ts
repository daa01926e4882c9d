import { useRef, useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { EntryDraft, EntryEffect, RuleChoice } from '../../../http/contract/entries.ts'
import type { Person } from '../../../http/contract/people.ts'
import { messageOf } from '../../parts/api.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useRemembered } from '../../parts/remembered.ts'
import { useSession } from '../../parts/session.tsx'
import { oneOf } from '../../parts/url-state.ts'
import { createDraftKeys } from './draft-key.ts'
import {
  dayToStartWith,
  draftBody,
  draftProblems,
  emptyDraft,
  keptAfterSaving,
  nextDraft,
  type Draft,
  type DraftField,
} from './draft.ts'
import { personWhom, type Whom } from './find-person.ts'
import { keepRecent, readRecent } from './recent.ts'
import { useEntryPreview } from './use-entry-preview.ts'
import { useRuleChoices, type RuleChoices } from './use-rule-choices.ts'

export type SavedEntry = { readonly about: readonly Whom[]; readonly effects: readonly EntryEffect[] }

/** The state of the recording line and its verbs: change what is typed, save it, start the next. */
export function useEntryForm(
  people: readonly Person[],
  startWith: string | null,
  focus: (field: DraftField) => void,
) {
  const { town, today } = useSession()
  const [year] = useAssessmentYear()
  const [typed, setTyped] = useState<Draft>(() => ({
    ...emptyDraft(dayToStartWith(today, year)),
    about: startingWith(people, startWith),
  }))
  const [keptText, rememberKept] = useRemembered('record.kept', 'nothing')
  const kept = oneOf(keptText, keptAfterSaving, 'nothing')
  const [recent, keepUsed] = useRecent(town.id)
  const [keys] = useState(() => createDraftKeys(newKey))
  const [isTried, setTried] = useState(false)
  const [saved, setSaved] = useState<SavedEntry | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  // A second Enter in the same tick must not send twice; state would be a render too late.
  const isBusy = useRef(false)
  const [isSaving, setSaving] = useState(false)

  const choices = useRuleChoices(typed.about, typed.occurredOn)
  const draft: Draft = { ...typed, rule: ruleStanding(typed.rule, choices) }
  const body = draftBody(draft)
  const { preview, ask } = useEntryPreview(body === null ? null : JSON.stringify(body))
  const problem = draftProblems(draft)[0] ?? null
  const record = useCommand(endpoints.recordEntry, { quiet: true })

  const change = (changes: Partial<Draft>) => {
    setTyped((current) => ({ ...current, ...changes }))
    setSaved(null)
    setFailure(null)
  }
  const startNext = (effects: readonly EntryEffect[]) => {
    keys.settle()
    keepUsed(draft)
    setSaved({ about: draft.about, effects })
    setTyped(nextDraft(draft, kept))
    setTried(false)
    focus(kept === 'person' ? 'rule' : 'about')
  }
  const save = async (ready: EntryDraft) => {
    // Enter may come before the effect is on screen: it is asked first all the same, and a refusal stops here.
    const effects = preview.state === 'shown' ? preview.effects : await ask(JSON.stringify(ready))
    await record.mutateAsync({ body: ready, idempotencyKey: keys.keyFor(ready) })
    startNext(effects)
  }
  const submit = async () => {
    setTried(true)
    if (isBusy.current) return
    if (problem !== null || body === null) {
      if (problem !== null) focus(problem.field)
      return
    }
    isBusy.current = true
    setSaving(true)
    setFailure(null)
    try {
      await save(body)
    } catch (error) {
      setFailure(messageOf(error))
    } finally {
      isBusy.current = false
      setSaving(false)
    }
  }
  return {
    draft,
    change,
    choices,
    preview,
    recent,
    kept,
    rememberKept,
    submit,
    isSaving,
    saved,
    failure,
    /** The rule typed is not on the sheets of those chosen now. */
    isRuleGone: typed.rule !== null && draft.rule === null,
    problem: isTried ? problem : null,
  }
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

/** Whom and which rules were recorded last in this town, by this browser. */
function useRecent(townId: string) {
  const names = { whom: `gongdao.record.recent-whom.${townId}`, rules: `gongdao.record.recent-rules.${townId}` }
  const [recent, setRecent] = useState(() => ({
    whom: readRecent(localStorage, names.whom),
    rules: readRecent(localStorage, names.rules),
  }))
  const keepUsed = ({ about, rule }: Draft) => {
    setRecent({
      whom: keepRecent(
        localStorage,
        names.whom,
        about.map((whom) => whom.key),
      ),
      rules: keepRecent(localStorage, names.rules, rule === null ? [] : [rule.ruleId]),
    })
  }
  return [recent, keepUsed] as const
}
