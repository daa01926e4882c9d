import { parseHundredths } from '../../../domain/primitives/centipoints.ts'
import { impossible } from '../../../domain/primitives/result.ts'
import type { DiscretionProposal } from '../../../http/contract/discretions.ts'
import type { EntryDraft, RuleChoice } from '../../../http/contract/entries.ts'
import type { Whom } from './find-person.ts'

/** What stands on the page while an entry is being written; texts exactly as typed. */
export type Draft = {
  readonly about: readonly Whom[]
  readonly rule: RuleChoice | null
  readonly quantity: string
  readonly occurredOn: string
  readonly level: string | null
  readonly matter: string
  readonly place: string
  readonly note: string
  readonly basis: string
}

/** Today; when another year is at work, its last day, so that nothing is recorded into the wrong year unawares. */
export function dayToStartWith(today: string, year: number): string {
  return today.startsWith(String(year)) ? today : `${String(year)}-12-31`
}

export function emptyDraft(today: string): Draft {
  return {
    about: [],
    rule: null,
    quantity: '1',
    occurredOn: today,
    level: null,
    matter: '',
    place: '',
    note: '',
    basis: '',
  }
}

/**
 * What the figure beside the rule means: how many, how far done, or nothing to type: because the rule says it all, or
 * because the leading group has yet to decide (`undecided`).
 */
export type FigureAsked = 'quantity' | 'completion' | 'undecided' | 'none'

export function figureAskedBy(rule: RuleChoice | null): FigureAsked {
  if (rule === null) return 'quantity'
  switch (rule.effect) {
    case 'deduct':
    case 'add':
    case 'money':
      return 'quantity'
    case 'proportional':
      return 'completion'
    case 'discretionary':
      return 'undecided'
    case 'award':
    case 'forfeit':
    case 'zero':
    case 'veto':
      return 'none'
    default:
      return impossible(rule.effect)
  }
}

export const ladderLevels = ['区', '市', '省', '国家'] as const

export type DraftField = 'about' | 'rule' | 'quantity' | 'level' | 'occurredOn' | 'note'
export type DraftProblem = { readonly field: DraftField; readonly sentence: string }

/** What still has to be filled in before the draft can be tried or saved, in the order of the page. */
export function draftProblems(draft: Draft): readonly DraftProblem[] {
  const problems: DraftProblem[] = []
  const { rule } = draft
  if (draft.about.length === 0) problems.push({ field: 'about', sentence: '请选择人员或办公室' })
  if (rule === null) problems.push({ field: 'rule', sentence: '请选择条款' })
  else if (rule.blocked !== null) problems.push({ field: 'rule', sentence: rule.blocked })
  const figure = figureProblem(draft)
  if (figure !== null) problems.push(figure)
  if (rule?.needsLevel === true && draft.level === null) problems.push({ field: 'level', sentence: '请选择级别' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.occurredOn)) problems.push({ field: 'occurredOn', sentence: '请填写日期' })
  if (isProposal(draft) && draft.note.trim().length < fewestFacts)
    problems.push({ field: 'note', sentence: `请写明事实，至少${String(fewestFacts)}个字，领导小组据此裁量` })
  return problems
}

/** What happened, in as many characters at least. */
const fewestFacts = 5

/** Whether it is put before the leading group instead of being recorded. */
export function isProposal({ rule }: Pick<Draft, 'rule'>): boolean {
  return rule?.effect === 'discretionary'
}

function figureProblem({ rule, quantity }: Draft): DraftProblem | null {
  switch (figureAskedBy(rule)) {
    case 'none':
    case 'undecided':
      return null
    case 'completion':
      return numberProblem(quantity, '请填写完成比例，如85')
    case 'quantity': {
      const problem = numberProblem(quantity, '请填写数量，如1')
      if (problem !== null) return problem
      const amount = parseHundredths(quantity) ?? 0
      if (rule?.isCountUnit === true && (amount < 100 || amount % 100 !== 0))
        return { field: 'quantity', sentence: `按${rule.unit ?? '次'}计的须是1以上的整数` }
      return null
    }
  }
}

function numberProblem(typed: string, missing: string): DraftProblem | null {
  const field = 'quantity'
  if (typed.trim() === '') return { field, sentence: missing }
  const amount = parseHundredths(typed)
  if (amount === null) return { field, sentence: `“${typed.trim()}”不是数字（最多两位小数）` }
  return amount < 0 ? { field, sentence: '不能小于0' } : null
}

/** What is put before the leading group; null until the draft is complete, or when it is recorded at once. */
export function proposalBody(draft: Draft): DiscretionProposal | null {
  if (draft.rule === null || !isProposal(draft) || draftProblems(draft).length > 0) return null
  const about = aboutOf(draft.about)
  if (about === null) return null
  const { occurredOn, matter, place, note: facts } = draft
  return { about, ruleId: draft.rule.ruleId, quantity: '1', occurredOn, matter, place, facts }
}

/** The body of the request; null until the draft is complete enough to try, or when it is proposed instead. */
export function draftBody(draft: Draft): EntryDraft | null {
  if (draft.rule === null || isProposal(draft) || draftProblems(draft).length > 0) return null
  const about = aboutOf(draft.about)
  if (about === null) return null
  const figure = figureAskedBy(draft.rule)
  return {
    about,
    ruleId: draft.rule.ruleId,
    quantity: figure === 'quantity' || figure === 'completion' ? draft.quantity.trim() : '1',
    occurredOn: draft.occurredOn,
    level: draft.rule.needsLevel ? draft.level : null,
    matter: draft.matter,
    place: draft.place,
    note: draft.note,
    basis: draft.basis,
  }
}

function aboutOf(about: readonly Whom[]): EntryDraft['about'] | null {
  const [first] = about
  if (first === undefined) return null
  if (first.kind === 'office') return { kind: 'office', office: first.office }
  return {
    kind: 'people',
    staffNumbers: about.flatMap((whom) => (whom.kind === 'person' ? [whom.person.staffNumber] : [])),
  }
}

/** An office stands alone: its people are its own, so choosing one replaces whoever was there, and the other way round. */
export function addWhom(about: readonly Whom[], chosen: Whom): readonly Whom[] {
  if (chosen.kind === 'office') return [chosen]
  const people = about.filter((whom) => whom.kind === 'person' && whom.key !== chosen.key)
  return [...people, chosen]
}

export const keptAfterSaving = ['nothing', 'person', 'rule'] as const
export type KeptAfterSaving = (typeof keptAfterSaving)[number]

/** The next draft: day, place and basis belong to the round of inspection and stay; the finding itself is cleared. */
export function nextDraft(saved: Draft, kept: KeptAfterSaving): Draft {
  return {
    ...emptyDraft(saved.occurredOn),
    place: saved.place,
    basis: saved.basis,
    about: kept === 'person' ? saved.about : [],
    rule: kept === 'rule' ? saved.rule : null,
    level: kept === 'rule' ? saved.level : null,
  }
}
