import { formatPoints } from '../domain/primitives/centipoints.ts'
import { raterGroupsOf } from '../domain/scheme/rater-groups.ts'
import type { Category, Item, OfficeSheet, Origin, Rule, Scheme } from '../domain/scheme/scheme.ts'
import {
  appraiseeWords,
  deadlineWords,
  exampleWords,
  gradeWords,
  raterGroupWords,
  schemePartNames,
  schemePartWords,
} from '../domain/scheme/whole-words.ts'
import { writeOfficialDocument, type OfficialBlock, type OfficialCell } from './official-document.ts'
import {
  clauseWords,
  editionWords,
  pointsOrLost,
  sentenceOf,
  suggestedMark,
  type SchemeEdition,
} from './scheme-edition.ts'

type Row = readonly (OfficialCell | 'spanned')[]

const itemColumns = [
  { title: '项目', width: 30 },
  { title: '分值', width: 14 },
  { title: '计分条款', width: 56 },
  { title: '依据原文', width: 56 },
] as const

const outsideColumns = [
  { title: '序号', width: 14 },
  { title: '计分条款', width: 71 },
  { title: '依据原文', width: 71 },
] as const

/**
 * The scheme in official layout: general rules, each category and office with its items and clauses, rewards, vetoes,
 * grades, pay and days as far as it has them, its worked examples last. What the text leaves open says so.
 */
export function schemeDocument(edition: SchemeEdition): Promise<Uint8Array> {
  const { scheme, town } = edition
  const basis = edition.edition === null ? '' : `，依据：${edition.edition.basis}`
  return writeOfficialDocument({
    title: scheme.title === '' ? `${town}绩效考核方案` : scheme.title,
    subtitle: `（${editionWords(edition)}${basis}）`,
    blocks: [
      ...generalBlocks(scheme),
      ...scheme.categories.flatMap(categoryBlocks),
      ...rewardBlocks(scheme),
      ...section('一票否决', outsideTable(scheme.vetoes)),
      ...section('成绩与等次', gradeBlocks(scheme)),
      ...section('绩效工资', sentences([schemePartWords(scheme, 'pay')])),
      ...section('公示与异议的时限', deadlineBlocks(scheme)),
      ...section(
        '算例',
        sentences((scheme.examples ?? []).map((example) => `${example.title}：${exampleWords(example)}`)),
      ),
    ],
  })
}

function section(title: string, blocks: readonly OfficialBlock[]): OfficialBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, ...blocks]
}

function sentences(words: readonly (string | null)[]): OfficialBlock[] {
  return words.flatMap((text) => (text === null ? [] : [{ kind: 'paragraph', text: `${text}。` }]))
}

function marked(words: string, origin: Origin | undefined): string {
  return origin === 'default' ? `${words}${suggestedMark}` : words
}

function generalBlocks(scheme: Scheme): OfficialBlock[] {
  const shares = scheme.categories
    .filter(({ points }) => points !== null)
    .map(({ title, points }) => `${title}${pointsOrLost(points)}`)
  const total = schemePartWords(scheme, 'total')
  const window = schemePartWords(scheme, 'window')
  return section(
    '总则',
    sentences([
      `总分${total ?? '没有写明'}${shares.length === 0 ? '' : `，由${shares.join('、')}构成`}`,
      ...(scheme.appraisees ?? []).map((clause) => marked(appraiseeWords(clause), clause.origin)),
      scheme.cadence.length === 0
        ? null
        : `${schemePartNames.cadence}：${scheme.cadence.map(({ step, origin }) => marked(step, origin)).join('、')}`,
      `${schemePartNames.window}：${window ?? `每年${suggestedMark}`}，期初为满分`,
    ]),
  )
}

function categoryBlocks(category: Category): OfficialBlock[] {
  const heading: OfficialBlock = {
    kind: 'heading',
    level: 1,
    text: `${category.title}（${pointsOrLost(category.points)}）`,
  }
  if (category.kind === 'rated') return [heading, ...ratedBlocks(category)]
  const earned = category.kind === 'earned' ? sentences(['本类别从0分记起，按件得分']) : []
  const hasOneSheet = category.sheets.length === 1 && category.sheets[0]?.office === null
  return [
    heading,
    ...earned,
    ...category.sheets.flatMap((sheet) => [
      ...(hasOneSheet ? [] : [sheetHeading(sheet)]),
      ...(sheet.items.length === 0 ? sentences(['还没有项目']) : [itemTable(sheet.items)]),
    ]),
  ]
}

function sheetHeading({ title, points }: OfficeSheet): OfficialBlock {
  return { kind: 'heading', level: 2, text: `${title}（${pointsOrLost(points)}）` }
}

function ratedBlocks(category: Category): OfficialBlock[] {
  const groups = raterGroupWords({ raterGroups: [...raterGroupsOf(category)] })
  const isDefault = category.origin === 'default' || (category.raterGroups ?? []).length === 0
  const spread = category.missingRaterGroup === 'spread'
  return sentences([
    '由评议产生成绩，每人不评自己',
    `评议组及权重：${groups ?? ''}${isDefault ? suggestedMark : ''}`,
    `评议组没有评分时，${spread ? '权重分给其他组' : `该类别待评${category.missingRaterGroup === undefined ? suggestedMark : ''}`}`,
  ])
}

function itemTable(items: readonly Item[]): OfficialBlock {
  return { kind: 'table', columns: itemColumns, rows: items.flatMap(itemRows) }
}

/** One row for each clause; the item stands beside all of its own. */
function itemRows(item: Item, index: number): Row[] {
  const rows = Math.max(1, item.rules.length)
  const name: OfficialCell = { text: `${String(index + 1)}. ${item.title}`, rows }
  const worth: OfficialCell = {
    text: item.points === null ? '—' : formatPoints(item.points),
    rows,
    centred: true,
  }
  if (item.rules.length === 0) return [[name, worth, { text: '没有计分条款' }, { text: '' }]]
  return item.rules.map((rule, position): Row =>
    position === 0 ? [name, worth, ...ruleCells(rule)] : ['spanned', 'spanned', ...ruleCells(rule)],
  )
}

function ruleCells(rule: Rule): OfficialCell[] {
  return [{ text: sentenceOf(rule) }, { text: clauseWords(rule) }]
}

function outsideTable(rules: readonly Rule[]): OfficialBlock[] {
  if (rules.length === 0) return []
  const rows = rules.map((rule, index): Row => [{ text: String(index + 1), centred: true }, ...ruleCells(rule)])
  return [{ kind: 'table', columns: outsideColumns, rows }]
}

function rewardBlocks(scheme: Scheme): OfficialBlock[] {
  const cap = schemePartWords(scheme, 'rewardCap')
  return section('奖励与减分', [
    ...sentences([cap === null ? null : marked(cap, scheme.rewardCap?.origin)]),
    ...outsideTable(scheme.rewards),
  ])
}

function gradeBlocks(scheme: Scheme): OfficialBlock[] {
  return sentences([
    schemePartWords(scheme, 'rollUps'),
    ...(scheme.grades ?? []).map((grade) => marked(gradeWords(grade), grade.origin)),
  ])
}

function deadlineBlocks({ deadlines = [] }: Scheme): OfficialBlock[] {
  return sentences(deadlines.map((deadline) => marked(deadlineWords(deadline), deadline.origin)))
}
