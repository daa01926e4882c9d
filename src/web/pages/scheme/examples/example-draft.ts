import { parseHundredths, readPoints } from '../../../../domain/primitives/centipoints.ts'
import { readQuantity } from '../../../../domain/primitives/quantity.ts'
import type { ExampleInput } from '../../../../domain/scheme/edits/edit-schema.ts'
import type { Post, Scheme, WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { plainNumber } from '../workbench/rule-draft.ts'
import { nameOfRule, ruleNamed } from './example-rules.ts'

/** One thing that happened, as typed. */
export type GivenDraft = {
  readonly ruleId: string | null
  readonly quantity: string
  readonly on: string
  readonly level: string | null
  readonly matter: string
  readonly discretion: string
}

export type ExampleDraft = {
  readonly title: string
  readonly office: string | null
  readonly post: Post
  readonly given: readonly GivenDraft[]
  readonly points: string
  readonly yuan: string
}

export const emptyGiven: GivenDraft = {
  ruleId: null,
  quantity: '1',
  on: '03-15',
  level: null,
  matter: '',
  discretion: '',
}

export const emptyExample: ExampleDraft = {
  title: '',
  office: null,
  post: '工作人员',
  given: [emptyGiven],
  points: '',
  yuan: '',
}

/** An example as its form opens with it; a rule that is not found any more is asked for anew. */
export function draftOfExample(scheme: Scheme, example: WorkedExample): ExampleDraft {
  const figure = (hundredths: number | undefined) => (hundredths === undefined ? '' : String(hundredths / 100))
  return {
    title: example.title,
    office: example.office,
    post: example.post,
    given: example.given.map((given) => ({
      ruleId: ruleNamed(scheme, example, given)?.rule.id ?? null,
      quantity: figure(given.quantity),
      on: given.on,
      level: given.level ?? null,
      matter: given.matter ?? '',
      discretion: figure(given.discretion),
    })),
    points: figure(example.expected.points),
    yuan: figure(example.expected.yuan),
  }
}

export type ExampleFault = 'title' | 'rule' | 'on' | 'quantity' | 'discretion' | 'points' | 'yuan'

/** What is missing or wrong in a form, as `field` or `field-2` for the second thing. */
export function exampleFaults(draft: ExampleDraft): ReadonlySet<string> {
  const faults = new Set<string>()
  const blame = (field: ExampleFault, at?: number) =>
    faults.add(at === undefined ? field : `${field}-${String(at)}`)
  if (draft.title.trim() === '') blame('title')
  for (const [at, given] of draft.given.entries()) {
    if (given.ruleId === null) blame('rule', at)
    if (dayOf(given.on) === null) blame('on', at)
    if (given.quantity.trim() !== '' && plainNumber(given.quantity) === null) blame('quantity', at)
    if (given.discretion.trim() !== '' && plainNumber(given.discretion) === null) blame('discretion', at)
  }
  if (signedNumber(draft.points) === null) blame('points')
  if (draft.yuan.trim() !== '' && plainNumber(draft.yuan) === null) blame('yuan')
  return faults
}

/** The example as the edit takes it; null while something is missing. `assumed`: points expected, where none are typed. */
export function inputOfExample(scheme: Scheme, draft: ExampleDraft, assumed?: number): ExampleInput | null {
  const points = signedNumber(draft.points) ?? assumed ?? null
  const faults = [...exampleFaults(draft)].filter((fault) => fault !== 'points' && fault !== 'title')
  const title = draft.title.trim() === '' && assumed !== undefined ? '…' : draft.title.trim()
  if (points === null || faults.length > 0 || title === '') return null
  const yuan = plainNumber(draft.yuan)
  return {
    title,
    office: draft.office,
    post: draft.post,
    given: draft.given.map((given) => readGiven(scheme, draft, given)),
    expected: { points, ...(draft.yuan.trim() === '' || yuan === null ? {} : { yuan }) },
  }
}

function readGiven(
  scheme: Scheme,
  { office, post }: ExampleDraft,
  given: GivenDraft,
): ExampleInput['given'][number] {
  const count = plainNumber(given.quantity)
  const decided = plainNumber(given.discretion)
  const words = {
    on: dayOf(given.on) ?? given.on,
    ...(given.level === null ? {} : { level: given.level }),
    ...(given.matter.trim() === '' ? {} : { matter: given.matter.trim() }),
  }
  // The same figures twice: in hundredths to find the rule's name by, plain in the edit.
  const [quantity, discretion] = [readQuantity(count ?? Number.NaN), readPoints(decided ?? Number.NaN)]
  const counted = {
    ...words,
    ...(quantity === null ? {} : { quantity }),
    ...(discretion === null ? {} : { discretion }),
  }
  const rule = nameOfRule(scheme, { office, post }, given.ruleId ?? '', counted)
  return {
    rule,
    ...words,
    ...(count === null ? {} : { quantity: count }),
    ...(decided === null ? {} : { discretion: decided }),
  }
}

/** 3-15, 03-15, 3月15日, 3/15, 3.15, 0315 → 03-15; null for anything else. */
export function dayOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const found = /^(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  const [month, day] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** −2, -2, +3, 0: points moved, at most two decimals; a clerk's dash of any kind is a minus. */
export function signedNumber(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[−–—-]\s*/, '-')
    .replace(/^\+\s*/, '')
  return text === '' || parseHundredths(text) === null ? null : Number(text)
}
