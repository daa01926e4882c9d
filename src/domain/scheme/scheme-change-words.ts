import { formatPoints, type Centipoints } from '../primitives/centipoints.ts'
import { impossible } from '../primitives/result.ts'
import type { PartChange, SchemeChange } from './compare-schemes.ts'
import { ruleFieldNames } from './rule-field-words.ts'
import type { Category, Item, OfficeSheet, Scheme, WorkedExample } from './scheme.ts'
import {
  categoryKindWords,
  exampleExpectedWords,
  exampleGivenWords,
  exampleWords,
  raterGroupWords,
  schemePartNames,
  schemePartWords,
  windowWords,
} from './whole-words.ts'

/** One field that says something else; null where that side says nothing. */
export type FieldWords = { readonly label: string; readonly before: string | null; readonly after: string | null }

export type ChangeWords = {
  /** What each side says as a whole; null where it has no such part. */
  readonly before: string | null
  readonly after: string | null
  readonly fields: readonly FieldWords[]
  /** The change as one sentence: “上班迟到”：分值由1分改为2分。 */
  readonly sentence: string
}

/** A change of two schemes in plain Chinese. */
export function schemeChangeWords(change: SchemeChange, before: Scheme, after: Scheme): ChangeWords {
  if (change.about === 'scheme') {
    const label = schemePartNames[change.part]
    const field = {
      label,
      before: schemePartWords(before, change.part),
      after: schemePartWords(after, change.part),
    }
    return { before: field.before, after: field.after, fields: [field], sentence: `${fieldSentence(field)}。` }
  }
  const [was, is] = sidesOf(change)
  const fields = fieldWordsOf(change)
  return { before: was, after: is, fields, sentence: sentenceOf(change, was, is, fields) }
}

const partNames = { category: '类别', sheet: '考核表', item: '项目', rule: '条款', example: '算例' } as const

function sentenceOf(
  change: PartChange,
  was: string | null,
  is: string | null,
  fields: readonly FieldWords[],
): string {
  const name = partNames[change.about]
  if (was === null) return closed(`新增${name}：${is ?? ''}`)
  if (is === null) return closed(`删去${name}：${was}`)
  const moved = change.moved
    ? [`由“${change.before?.path.join(' / ') ?? ''}”移到“${change.after?.path.join(' / ') ?? ''}”`]
    : []
  return `${titleOf(change)}：${[...moved, ...fields.map(fieldSentence)].join('；')}。`
}

function closed(words: string): string {
  return words.endsWith('。') ? words : `${words}。`
}

function fieldSentence({ label, before, after }: FieldWords): string {
  if (before === null) return `${label}定为${quoted(after)}`
  if (after === null) return `${label}不再规定（原为${quoted(before)}）`
  return `${label}由${quoted(before)}改为${quoted(after)}`
}

/** Figures stand as they are, words in quotation marks. */
function quoted(words: string | null): string {
  return /^-?[\d,.]+(?:分|元|%)?$/.test(words ?? '') ? (words ?? '') : `“${words ?? ''}”`
}

/** What a change is about, by the words it had before: those the reader knows it by. */
function titleOf(change: PartChange): string {
  switch (change.about) {
    case 'rule': {
      const rule = change.before?.part ?? change.after?.part
      const deed = [rule?.condition, rule?.severity, rule?.rank, rule?.level].filter((one) => one !== undefined)
      return deed.length === 0 ? `条款“${rule?.sentence ?? ''}”` : `“${deed.join('，')}”`
    }
    case 'category':
    case 'sheet':
    case 'item':
    case 'example':
      return `${partNames[change.about]}“${(change.before ?? change.after)?.part.title ?? ''}”`
    default:
      return impossible(change)
  }
}

type Sides = readonly [string | null, string | null]

function sidesOf(change: PartChange): Sides {
  switch (change.about) {
    case 'category':
    case 'sheet':
    case 'item':
      return [titledPoints(change.before?.part), titledPoints(change.after?.part)]
    case 'rule':
      return [change.before?.part.sentence ?? null, change.after?.part.sentence ?? null]
    case 'example':
      return [titledExample(change.before?.part), titledExample(change.after?.part)]
    default:
      return impossible(change)
  }
}

function titledPoints(part: Pick<Item, 'title' | 'points'> | undefined): string | null {
  if (part === undefined) return null
  return `${part.title}（${pointsWords(part.points) ?? '没有分值'}）`
}

function titledExample(example: WorkedExample | undefined): string | null {
  return example === undefined ? null : `${example.title}：${exampleWords(example)}`
}

function pointsWords(points: Centipoints | null): string | null {
  return points === null ? null : `${formatPoints(points)}分`
}

/** A field's name on paper, and what a part says there. */
type Named<Part> = { readonly label: string; readonly words: (part: Part) => string | null }

const titled = { label: '名称', words: ({ title }: { readonly title: string }) => title }
const worth = { label: '分值', words: ({ points }: Pick<Item, 'points'>) => pointsWords(points) }
const windowed = {
  label: '满分周期',
  words: ({ window }: Pick<Item, 'window'>) => (window === undefined ? null : windowWords[window]),
}

const categoryFields: Readonly<Record<string, Named<Category>>> = {
  title: titled,
  points: worth,
  window: windowed,
  kind: { label: '计分方式', words: ({ kind }) => categoryKindWords[kind] },
  raterGroups: { label: '评议组', words: raterGroupWords },
  missingRaterGroup: {
    label: '评议组没有评分时',
    words: ({ missingRaterGroup }) => (missingRaterGroup === 'spread' ? '权重分给其他组' : '该类别待评'),
  },
}

const sheetFields: Readonly<Record<string, Named<OfficeSheet>>> = {
  title: titled,
  points: worth,
  office: { label: '办公室', words: ({ office }) => office ?? '全体人员' },
}

const itemFields: Readonly<Record<string, Named<Item>>> = { title: titled, points: worth, window: windowed }

const exampleFields: Readonly<Record<string, Named<WorkedExample>>> = {
  title: titled,
  office: { label: '办公室', words: ({ office }) => office },
  post: { label: '职务', words: ({ post }) => post },
  given: { label: '情况', words: (example) => exampleGivenWords(example) },
  expected: { label: '应得结果', words: (example) => exampleExpectedWords(example) },
}

function fieldWordsOf(change: PartChange): FieldWords[] {
  switch (change.about) {
    case 'category':
      return fieldsOf(change, categoryFields)
    case 'sheet':
      return fieldsOf(change, sheetFields)
    case 'item':
      return fieldsOf(change, itemFields)
    case 'rule':
      return fieldsOf(change, ruleFieldNames)
    case 'example':
      return fieldsOf(change, exampleFields)
    default:
      return impossible(change)
  }
}

/** Each changed field with what either side says there. */
function fieldsOf<Part>(
  {
    before,
    after,
    fields,
  }: Pick<PartChange, 'fields'> & {
    readonly before: { readonly part: Part } | null
    readonly after: { readonly part: Part } | null
  },
  named: Readonly<Record<string, Named<Part>>>,
): FieldWords[] {
  if (before === null || after === null) return []
  return fields.flatMap((field) => {
    const name = named[field]
    if (name === undefined) return []
    return [{ label: name.label, before: name.words(before.part), after: name.words(after.part) }]
  })
}
