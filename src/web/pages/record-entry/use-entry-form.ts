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
  proposalBody,
  type Draft,
  type DraftField,
} from './draft.ts'
import { personWhom, type Whom } from './find-person.ts'
import { keepRecent, readRecent } from './recent.ts'
import { useProposal } from './use-proposal.ts'
import { useEntryPreview } from './use-entry-preview.ts'
import { useRuleChoices, type RuleChoices } from './use-rule-choices.ts'

export type SavedEntry = { readonly about: readonly Whom[]; readonly effects: readonly EntryEffect[] }

/** The state of the recording line and its verbs: change what is typed, save it, start the next. */
export function useEntryForm(
  people: readonly Person[],
  given: {
    readonly startWith: string | null
    readonly startBasis?: string | undefined
    /** The day to start with, when it is not for the year at work to say. */
    readonly startOn?: string | undefined
    readonly record?: ((body: EntryDraft, idempotencyKey: string) => Promise<unknown>) | undefined
  },
  focus: (field: DraftField) => void,
) {
  const { town, today } = useSession()
  const [year] = useAssessmentYear()
  const [typed, setTyped] = useState<Draft>(() => ({
    ...emptyDraft(given.startOn ?? dayToStartWith(today, year)),
    about: startingWith(people, given.startWith),
    basis: given.startBasis ?? '',
  }))
  const [keptText, rememberKept] = useRemembered('record.kept', 'nothing')
  const kept = oneOf(keptText, keptAfterSaving, 'nothing')
  const [recent, keepUsed] = useRecent(town.id)
  const [keys] = useState(() => createDraftKeys(newKey))
  const [isTried, setTried] = useState(false)
  const [saved, setSaved] = useState<SavedEntry | null>(null)
  const { proposed, setProposed, files, putForward } = useProposal()
  const { isBusy, isSaving, failure, forgetFailure, send } = useSending()

  const choices = useRuleChoices(typed.about, typed.occurredOn)
  const draft: Draft = { ...typed, rule: ruleStanding(typed.rule, choices) }
  const body = draftBody(draft)
  const proposal = proposalBody(draft)
  const { preview, ask } = useEntryPreview(body === null ? null : JSON.stringify(body))
  const problem = draftProblems(draft)[0] ?? null
  const record = useCommand(endpoints.recordEntry, { quiet: true })

  const change = (changes: Partial<Draft>) => {
    setTyped((current) => ({ ...current, ...changes }))
    setSaved(null)
    setProposed(null)
    forgetFailure()
  }
  const startNext = () => {
    keys.settle()
    keepUsed(draft)
    setTyped(nextDraft(draft, kept))
    setTried(false)
    focus(kept === 'person' ? 'rule' : 'about')
  }
  const save = async (ready: EntryDraft) => {
    // Enter may come before the effect is on screen: it is asked first all the same, and a refusal stops here.
    const effects = preview.state === 'shown' ? preview.effects : await ask(JSON.stringify(ready))
    const idempotencyKey = keys.keyFor(ready)
    if (given.record === undefined) await record.mutateAsync({ body: ready, idempotencyKey })
    else await given.record(ready, idempotencyKey)
    startNext()
    setSaved({ about: draft.about, effects })
  }
  const submit = async () => {
    setTried(true)
    if (isBusy()) return
    if (problem !== null || (body === null && proposal === null)) {
      if (problem !== null) focus(problem.field)
      return
    }
    await send(async () => {
      if (proposal !== null) {
        const answer = await putForward(proposal, keys.keyFor(proposal))
        startNext()
        setProposed(answer)
      } else if (body !== null) await save(body)
    })
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
    proposed,
    files,
    failure,
    /** The rule typed is not on the sheets of those chosen now. */
    isRuleGone: typed.rule !== null && draft.rule === null,
    problem: isTried ? problem : null,
  }
}

/** Does one thing at a time, and keeps the sentence of what failed. */
function useSending() {
  const [failure, setFailure] = useState<string | null>(null)
  // A second Enter in the same tick must not send twice; state would be a render too late.
  const busy = useRef(false)
  const [isSaving, setSaving] = useState(false)
  const send = async (work: () => Promise<void>) => {
    busy.current = true
    setSaving(true)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(messageOf(error))
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  return { isBusy: () => busy.current, isSaving, failure, forgetFailure: () => setFailure(null), send }
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
