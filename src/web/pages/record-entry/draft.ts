import { parseHundredths } from '../../../domain/primitives/centipoints.ts'
import { impossible } from '../../../domain/primitives/result.ts'
import type { EntryDraft, RuleChoice } from '../../../http/contract/entries.ts'
import { quantityText } from '../../text/figure.ts'
import type { Whom } from './find-person.ts'

/** What stands on the page while an entry is being written; texts exactly as typed. */
export type Draft = {
  readonly about: readonly Whom[]
  readonly rule: RuleChoice | null
  readonly quantity: string
  readonly occurredOn: string
  readonly level: string | null
  readonly discretion: string
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
    discretion: '',
    matter: '',
    place: '',
    note: '',
    basis: '',
  }
}

/** What the figure beside the rule means: how many, how far done, how many points were decided, or nothing to type. */
export type FigureAsked = 'quantity' | 'completion' | 'discretion' | 'none'

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
      return 'discretion'
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

export type DraftField = 'about' | 'rule' | 'quantity' | 'discretion' | 'level' | 'occurredOn' | 'basis'
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
  if (rule?.effect === 'discretionary' && draft.basis.trim() === '')
    problems.push({ field: 'basis', sentence: '裁量的分须写明领导小组的决定，如“9月12日考核领导小组会议”' })
  return problems
}

function figureProblem({ rule, quantity, discretion }: Draft): DraftProblem | null {
  switch (figureAskedBy(rule)) {
    case 'none':
      return null
    case 'discretion':
      return discretionProblem(rule, discretion)
    case 'completion':
      return numberProblem('quantity', quantity, '请填写完成比例，如85')
    case 'quantity': {
      const problem = numberProblem('quantity', quantity, '请填写数量，如1')
      if (problem !== null) return problem
      const amount = parseHundredths(quantity) ?? 0
      if (rule?.isCountUnit === true && (amount < 100 || amount % 100 !== 0))
        return { field: 'quantity', sentence: `按${rule.unit ?? '次'}计的须是1以上的整数` }
      return null
    }
  }
}

function discretionProblem(rule: RuleChoice | null, typed: string): DraftProblem | null {
  const problem = numberProblem('discretion', typed, '请填写领导小组决定的分值')
  if (problem !== null) return problem
  const amount = parseHundredths(typed) ?? 0
  const [min, max] = [rule?.discretion?.min ?? null, rule?.discretion?.max ?? null]
  const isOutside = (min !== null && amount < min) || (max !== null && amount > max) || amount <= 0
  return isOutside ? { field: 'discretion', sentence: `分值应${discretionRange(min, max)}` } : null
}

/** 在5到10分之间 / 不少于5分 / 不超过10分 / 大于0. */
export function discretionRange(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `在${quantityText(min, null)}到${quantityText(max, '分')}之间`
  if (min !== null) return `不少于${quantityText(min, '分')}`
  return max === null ? '大于0' : `大于0且不超过${quantityText(max, '分')}`
}

function numberProblem(field: 'quantity' | 'discretion', typed: string, missing: string): DraftProblem | null {
  if (typed.trim() === '') return { field, sentence: missing }
  const amount = parseHundredths(typed)
  if (amount === null) return { field, sentence: `“${typed.trim()}”不是数字（最多两位小数）` }
  return amount < 0 ? { field, sentence: '不能小于0' } : null
}

/** The body of the request; null until the draft is complete enough to try. */
export function draftBody(draft: Draft): EntryDraft | null {
  if (draft.rule === null || draftProblems(draft).length > 0) return null
  const about = aboutOf(draft.about)
  if (about === null) return null
  const figure = figureAskedBy(draft.rule)
  return {
    about,
    ruleId: draft.rule.ruleId,
    quantity: figure === 'quantity' || figure === 'completion' ? draft.quantity.trim() : '1',
    occurredOn: draft.occurredOn,
    level: draft.rule.needsLevel ? draft.level : null,
    discretion: figure === 'discretion' ? draft.discretion.trim() : null,
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
    basis: saved.rule?.effect === 'discretionary' ? '' : saved.basis,
    about: kept === 'person' ? saved.about : [],
    rule: kept === 'rule' ? saved.rule : null,
    level: kept === 'rule' ? saved.level : null,
  }
}
