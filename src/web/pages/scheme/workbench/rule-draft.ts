import { parseHundredths } from '../../../../domain/primitives/centipoints.ts'
import type { RuleInput, RulePatch } from '../../../../domain/scheme/edits/edit-schema.ts'
import { mayCarry } from '../../../../domain/scheme/effects/index.ts'
import type { Rule, RuleEffect } from '../../../../domain/scheme/scheme.ts'

/** A decided amount is taken off, added, or is the item's score. */
export const directions = ['deduct', 'add', 'award'] as const
export type Direction = (typeof directions)[number]

/** A rule as typed in the form: everything is text until it is saved. */
export type RuleDraft = {
  readonly effect: RuleEffect
  readonly uncapped: boolean
  /** 每少一期: the quantity counts what is missing. */
  readonly missing: boolean
  /** Where a decided amount goes. */
  readonly direction: Direction
} & Readonly<Record<NumberField | WordField | 'graceWindow', string>>

const numberFields = [
  'points',
  'yuan',
  'min',
  'max',
  'per',
  'cap',
  'graceCount',
  'shortfallTarget',
  'shortfallStep',
] as const
const wordFields = [
  'condition',
  'unit',
  'shortfallUnit',
  'severity',
  'rank',
  'level',
  'deadline',
  'subject',
  'consequence',
  'payItem',
] as const
export type NumberField = (typeof numberFields)[number]
export type WordField = (typeof wordFields)[number]
export type DraftField = NumberField | WordField

const circumstances = ['severity', 'rank', 'level', 'deadline', 'subject'] as const satisfies readonly WordField[]

/** The fields that say something under each effect; the first ones are always shown, the rest on demand. */
export const fieldsOfEffect: Readonly<
  Record<RuleEffect, { first: readonly DraftField[]; more: readonly DraftField[] }>
> = {
  deduct: {
    first: ['points', 'unit'],
    more: ['per', 'cap', 'graceCount', 'shortfallTarget', ...circumstances],
  },
  add: { first: ['points', 'unit', 'cap'], more: ['per', ...circumstances] },
  award: { first: ['points'], more: circumstances },
  forfeit: { first: [], more: circumstances },
  zero: { first: [], more: circumstances },
  veto: { first: ['consequence'], more: circumstances },
  discretionary: { first: ['min', 'max'], more: ['unit', 'per', ...circumstances] },
  proportional: { first: [], more: circumstances },
  money: { first: ['yuan', 'unit'], more: ['per', 'graceCount', 'payItem', ...circumstances] },
}

const needed: Readonly<Partial<Record<RuleEffect, NumberField>>> = {
  deduct: 'points',
  add: 'points',
  award: 'points',
  money: 'yuan',
}

export function draftOfRule(rule: Rule | null): RuleDraft {
  const number = (hundredths: number | null | undefined) =>
    hundredths === null || hundredths === undefined ? '' : String(hundredths / 100)
  return {
    effect: rule?.effect ?? 'deduct',
    uncapped: rule?.uncapped ?? false,
    missing: rule?.missing ?? false,
    direction: rule?.direction ?? 'deduct',
    points: number(rule?.points),
    yuan: number(rule?.yuan),
    min: number(rule?.min),
    max: number(rule?.max),
    per: number(rule?.per),
    cap: number(rule?.cap),
    graceCount: number(rule?.grace?.count),
    graceWindow: rule?.grace?.window ?? 'quarter',
    shortfallTarget: number(rule?.shortfall?.target),
    shortfallStep: number(rule?.shortfall?.step),
    shortfallUnit: rule?.shortfall?.unit ?? '',
    condition: rule?.condition ?? '',
    unit: rule === null ? '次' : (rule.unit ?? ''),
    severity: rule?.severity ?? '',
    rank: rule?.rank ?? '',
    level: rule?.level ?? '',
    deadline: rule?.deadline ?? '',
    subject: rule?.subject ?? '',
    consequence: rule?.consequence ?? '',
    payItem: rule?.payItem ?? '',
  }
}

/** The fields in which a number is missing or is none; empty when the draft can be saved. */
export function wrongFields(draft: RuleDraft): readonly DraftField[] {
  const used = usedFields(draft)
  const wrong: DraftField[] = numberFields.filter(
    (field) => used.has(field) && draft[field].trim() !== '' && plainNumber(draft[field]) === null,
  )
  const must = needed[draft.effect]
  if (must !== undefined && draft[must].trim() === '') wrong.push(must)
  const target = draft.shortfallTarget.trim() !== '' && used.has('shortfallTarget')
  if (target && draft.shortfallUnit.trim() === '') wrong.push('shortfallUnit')
  return wrong
}

/** Asks for a draft without wrong fields. Fields that say nothing under the effect are left out. */
export function inputOfDraft(draft: RuleDraft): RuleInput {
  const used = usedFields(draft)
  const number = (field: NumberField) => (used.has(field) ? (plainNumber(draft[field]) ?? undefined) : undefined)
  const words = (field: WordField) =>
    used.has(field) && draft[field].trim() !== '' ? draft[field].trim() : undefined
  const graceCount = number('graceCount')
  const target = number('shortfallTarget')
  const graceWindow = draft.graceWindow === 'month' || draft.graceWindow === 'year' ? draft.graceWindow : 'quarter'
  const fields: RuleInput = {
    effect: draft.effect,
    points: number('points') ?? (used.has('points') ? null : undefined),
    yuan: number('yuan'),
    min: number('min'),
    max: number('max'),
    per: number('per'),
    cap: number('cap'),
    uncapped: draft.uncapped && mayCarry(draft.effect, 'uncapped') ? true : undefined,
    missing: draft.missing && target === undefined && mayCarry(draft.effect, 'missing') ? true : undefined,
    direction: draft.effect === 'discretionary' && draft.direction !== 'deduct' ? draft.direction : undefined,
    grace: graceCount === undefined ? undefined : { count: graceCount, window: graceWindow },
    shortfall:
      target === undefined
        ? undefined
        : { target, unit: draft.shortfallUnit.trim(), step: plainNumber(draft.shortfallStep) ?? 1 },
    condition: draft.condition.trim() === '' ? undefined : draft.condition.trim(),
    unit: words('unit'),
    severity: words('severity'),
    rank: words('rank'),
    level: words('level'),
    deadline: words('deadline'),
    subject: words('subject'),
    consequence: words('consequence'),
    payItem: words('payItem'),
  }
  return fields
}

/** Only what differs from the rule as it was; null takes a field away. */
export function patchOfDraft(before: Rule, draft: RuleDraft): RulePatch {
  const was = inputOfDraft(draftOfRule(before))
  const now = inputOfDraft(draft)
  const names = new Set([...Object.keys(was), ...Object.keys(now)])
  const changes = [...names].flatMap((name): [string, unknown][] => {
    const [old, fresh] = [valueOf(was, name), valueOf(now, name)]
    return JSON.stringify(old) === JSON.stringify(fresh) ? [] : [[name, fresh ?? null]]
  })
  return Object.fromEntries(changes)
}

function valueOf(fields: RuleInput, name: string): unknown {
  return Object.entries(fields).find(([key]) => key === name)?.[1] ?? undefined
}

function usedFields(draft: RuleDraft): ReadonlySet<DraftField> {
  const { first, more } = fieldsOfEffect[draft.effect]
  const used = new Set<DraftField>(['condition', ...first, ...more])
  if (used.has('shortfallTarget')) for (const field of ['shortfallUnit', 'shortfallStep'] as const) used.add(field)
  return used
}

/** The number as typed: at most two decimals, not below zero. */
export function plainNumber(typed: string): number | null {
  const hundredths = parseHundredths(typed)
  return hundredths === null || hundredths < 0 ? null : Number(typed.trim())
}
