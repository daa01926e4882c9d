import { pointsToNumber, type Centipoints } from '../domain/primitives/centipoints.ts'
import { effectOf } from '../domain/scheme/effects/index.ts'
import { ruleFieldNames } from '../domain/scheme/rule-field-words.ts'
import { raterGroupsOf } from '../domain/scheme/rater-groups.ts'
import {
  schemeParts,
  type Category,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
  type SchemePart,
} from '../domain/scheme/scheme.ts'
import {
  categoryKindWords,
  exampleExpectedWords,
  exampleGivenWords,
  raterGroupWords,
  schemePartNames,
  schemePartWords,
} from '../domain/scheme/whole-words.ts'
import { yuan } from './book-cells.ts'
import { clauseWords, editionWords, pointsOrLost, sentenceOf, type SchemeEdition } from './scheme-edition.ts'
import { writeWorkbook, type BookCell, type BookSheet } from './workbook.ts'

const originWords = { text: '原文', person: '手工', default: '本系统建议值，非办法原文' } as const

/** Details of a rule that have a column of their own after its amount, in the order a clerk reads them. */
const detailFields = [
  'unit',
  'per',
  'grace',
  'shortfall',
  'severity',
  'rank',
  'level',
  'deadline',
  'subject',
  'min',
  'max',
  'cap',
] as const

/** The scheme as .xlsx: the whole on one sheet, then one for each category without offices and for each office. */
export function schemeWorkbook(edition: SchemeEdition): Promise<Uint8Array> {
  const { scheme } = edition
  const sheets = [
    wholeSheet(edition),
    ...scheme.categories.flatMap((category) => category.sheets.map((sheet) => itemSheet(category, sheet))),
    ...outsideSheet('奖励与减分', scheme.rewards),
    ...outsideSheet('一票否决', scheme.vetoes),
    ...exampleSheet(scheme),
  ]
  return writeWorkbook(withOwnNames(sheets))
}

function wholeSheet(edition: SchemeEdition): BookSheet {
  const { scheme } = edition
  return {
    name: '方案',
    preface: [scheme.title, editionWords(edition)],
    header: ['部分', '内容', '出处'],
    rows: [
      ...schemeParts.flatMap((part): BookCell[][] => {
        const words = schemePartWords(scheme, part)
        if (words === null) return []
        return [[schemePartNames[part], words, originOf(scheme, part)]]
      }),
      ...scheme.categories.map((category) => [
        `类别：${category.title}`,
        [pointsOrLost(category.points), categoryKindWords[category.kind], ratedWords(category)]
          .filter(Boolean)
          .join('，'),
        originWords[category.origin ?? 'text'],
      ]),
    ],
    widths: [24, 80, 26],
  }
}

/** Who says a part of the whole, where that is not simply the text. */
function originOf(scheme: Scheme, part: SchemePart): string | null {
  if (scheme.byHand?.includes(part) === true) return originWords.person
  const value = scheme[part]
  const said = Array.isArray(value) ? value : [value]
  const defaults = said.filter(
    (one) => typeof one === 'object' && one !== null && 'origin' in one && one.origin === 'default',
  )
  if (defaults.length === 0) return null
  return defaults.length === said.length ? originWords.default : `部分为${originWords.default}`
}

function ratedWords(category: Category): string {
  if (category.kind !== 'rated') return ''
  return `评议组及权重：${raterGroupWords({ raterGroups: [...raterGroupsOf(category)] }) ?? ''}`
}

const ruleColumns = [
  '计分条款',
  '效果',
  '情形',
  '分值',
  '金额（元）',
  ...detailFields.map((field) => ruleFieldNames[field].label),
  '依据原文',
  '出处',
  '编号',
]
const ruleWidths = [46, 10, 30, 8, 10, ...detailFields.map(() => 12), 60, 14, 18]

function itemSheet(category: Category, sheet: OfficeSheet): BookSheet {
  const name = sheet.office ?? sheet.title
  const title =
    name === category.title
      ? `${category.title}（${pointsOrLost(category.points)}）`
      : `${category.title} / ${name}（${pointsOrLost(sheet.points)}）`
  return {
    name,
    preface: [title],
    header: ['项目', '项目分值', ...ruleColumns],
    rows: sheet.items.flatMap(itemRows),
    widths: [24, 10, ...ruleWidths],
  }
}

function itemRows({ title, points, rules }: Item): BookCell[][] {
  if (rules.length === 0) return [[title, pointsCell(points), '没有计分条款']]
  return rules.map((rule) => [title, pointsCell(points), ...ruleCells(rule)])
}

function ruleCells(rule: Rule): BookCell[] {
  return [
    sentenceOf(rule),
    effectOf(rule).label,
    rule.condition ?? null,
    pointsCell(rule.points),
    rule.yuan === null || rule.yuan === undefined ? null : yuan(rule.yuan),
    ...detailFields.map((field) => ruleFieldNames[field].words(rule)),
    clauseWords(rule),
    originWords[rule.origin ?? (rule.source === null ? 'person' : 'text')],
    rule.id,
  ]
}

function pointsCell(points: Centipoints | null): BookCell {
  return points === null ? null : { number: pointsToNumber(points), format: '0.00' }
}

function outsideSheet(name: string, rules: readonly Rule[]): BookSheet[] {
  return rules.length === 0 ? [] : [{ name, header: ruleColumns, rows: rules.map(ruleCells), widths: ruleWidths }]
}

function exampleSheet({ examples = [] }: Scheme): BookSheet[] {
  if (examples.length === 0) return []
  return [
    {
      name: '算例',
      header: ['算例', '办公室', '职务', '如果', '则'],
      rows: examples.map((example) => [
        example.title,
        example.office,
        example.post,
        exampleGivenWords(example),
        exampleExpectedWords(example),
      ]),
      widths: [30, 16, 12, 70, 24],
    },
  ]
}

/** Excel refuses two sheets of one name, and names longer than 31 characters: the second 党办 is 党办 (2). */
function withOwnNames(sheets: readonly BookSheet[]): BookSheet[] {
  const taken = new Set<string>()
  return sheets.map((sheet) => {
    const plain = sheet.name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 26)
    const base = plain === '' ? '考核表' : plain
    let name = base
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${String(number)})`
    taken.add(name.toLowerCase())
    return { ...sheet, name }
  })
}
