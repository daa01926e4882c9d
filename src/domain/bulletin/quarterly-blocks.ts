import { addPoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { groupBy } from '../primitives/group-by.ts'
import { isWithin, type DaySpan } from '../primitives/local-date.ts'
import { posts, type Post } from '../scheme/scheme.ts'
import { itemsOf } from '../scoring/items-of.ts'
import { missingPartSentence } from '../scoring/missing-part-sentence.ts'
import type { ScoreLine, ScoreSheet } from '../scoring/score-sheet.ts'
import { standings } from '../standing/standings.ts'
import type { BulletinBlock, BulletinContent } from './bulletin.ts'
import { changeWords, pointsWords } from './figure-words.ts'

/** What a quarterly bulletin is made from. */
export type QuarterFigures = {
  readonly span: DaySpan
  /** Everyone of the year as of the quarter's last day, in roster order. */
  readonly sheets: readonly ScoreSheet[]
  readonly gradesOnly: boolean
}

type Standing = {
  readonly sheet: ScoreSheet
  readonly rank: number | null
  readonly change: Centipoints
}

/** Rules under which most was lost or won, in one bulletin. */
const mostFindings = 20

/**
 * 季度通报: everyone's balance to date with the quarter's own movement and the rank within the ranking group, then what
 * was mainly found, by clause and office. While parts are not assessed ranks go by what is known, and say 暂列.
 */
export function quarterlyBlocks(figures: QuarterFigures): readonly BulletinBlock[] {
  const { sheets, span, gradesOnly } = figures
  const isProvisional = sheets.some(({ partial }) => partial)
  const ranks = standings(sheets, { provisional: isProvisional })
  const standing = sheets.map((sheet, place) => ({
    sheet,
    rank: ranks[place] ?? null,
    change: changeWithin(sheet, span),
  }))
  return [
    { kind: 'paragraph', text: summary(figures, standing) },
    ...(isProvisional ? [{ kind: 'paragraph' as const, text: missingWords(sheets) }] : []),
    { kind: 'heading', level: 1, text: '成绩与名次' },
    ...posts.flatMap((post) => standingTable(post, standing, isProvisional, gradesOnly)),
    { kind: 'heading', level: 1, text: '主要情况' },
    ...findingBlocks(figures),
  ]
}

/** For machines, in roster order; a rank that is only provisional is left out. */
export function quarterlyFigures({ sheets, gradesOnly }: QuarterFigures): NonNullable<BulletinContent['figures']> {
  const ranks = standings(sheets)
  return sheets.map(({ name, office, post, score }, place) => ({
    name,
    office,
    post,
    score: gradesOnly ? null : score,
    rank: ranks[place] ?? null,
    grade: null,
  }))
}

function summary({ span, gradesOnly }: QuarterFigures, standing: readonly Standing[]): string {
  const moved = standing.filter(({ change }) => change !== 0).length
  const balance = gradesOnly
    ? '名次按截至季末的累计成绩排列'
    : '累计为截至季末的成绩，本季变动为本季度内加分与扣分之和'
  return `本通报列出${span.first}至${span.last}的考核情况，共${String(standing.length)}人，其中${String(moved)}人本季度成绩有变动。${balance}。`
}

function missingWords(sheets: readonly ScoreSheet[]): string {
  const parts = groupBy(
    sheets.flatMap((sheet) => sheet.missing.filter(({ code }) => code !== 'member-partial')),
    (part) => ('category' in part ? part.category : 'item' in part ? part.item : missingPartSentence(part)),
  )
  const named = [...parts.keys()]
  const list =
    named.length === 0
      ? '有的部分'
      : named
          .slice(0, 6)
          .map((one) => `“${one}”`)
          .join('、')
  const rest = named.length > 6 ? `等${String(named.length)}项` : ''
  return `${list}${rest}尚未评定，不计入累计；名次按已评定的部分暂列，待评齐后以年度考核结果为准。`
}

function standingTable(
  post: Post,
  standing: readonly Standing[],
  isProvisional: boolean,
  gradesOnly: boolean,
): BulletinBlock[] {
  const ofPost = standing
    .filter(({ sheet }) => sheet.post === post)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
  if (ofPost.length === 0) return []
  const scores = gradesOnly
    ? []
    : [
        { title: '累计（分）', width: 4, figure: true },
        { title: '本季变动', width: 4, figure: true },
      ]
  return [
    {
      kind: 'table',
      title: `${post}（${String(ofPost.length)}人）`,
      columns: [
        { title: isProvisional ? '暂列名次' : '名次', width: 3, figure: true },
        { title: '姓名', width: 4, figure: false },
        { title: '办公室', width: 6, figure: false },
        ...scores,
      ],
      rows: ofPost.map(({ sheet, rank, change }) => [
        rank === null ? '待评' : String(rank),
        sheet.name,
        sheet.office,
        ...(gradesOnly ? [] : [pointsWords(sheet.soFar), changeWords(change)]),
      ]),
    },
  ]
}

type Found = { readonly office: string; readonly item: string; readonly line: ScoreLine }

function movesWithin(sheet: ScoreSheet, span: DaySpan): Found[] {
  const items = [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])]
  return items.flatMap(({ title, lines }) =>
    lines
      .filter(
        ({ kind, occurredOn }) =>
          (kind === 'entry' || kind === 'shortfall') && occurredOn !== null && isWithin(occurredOn, span),
      )
      .map((line) => ({ office: sheet.office, item: title, line })),
  )
}

/** Σ of what occurred within the quarter; limits move nothing that occurred. */
function changeWithin(sheet: ScoreSheet, span: DaySpan): Centipoints {
  return addPoints(...movesWithin(sheet, span).map(({ line }) => line.change))
}

function findingBlocks({ sheets, span, gradesOnly }: QuarterFigures): BulletinBlock[] {
  const found = sheets.flatMap((sheet) => movesWithin(sheet, span)).filter(({ line }) => line.change !== 0)
  if (found.length === 0) return [{ kind: 'paragraph', text: '本季度没有加分、扣分的记录。' }]
  const sum = (lines: readonly Found[], isCounted: (change: number) => boolean) =>
    addPoints(zeroPoints, ...lines.map(({ line }) => line.change).filter(isCounted))
  const rows = [...groupBy(found, ({ office, line }) => `${office} ${line.clause}`).values()]
    .map((lines) => ({ lines, change: sum(lines, () => true) }))
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
  const lost = found.filter(({ line }) => line.change < 0)
  const won = found.filter(({ line }) => line.change > 0)
  const counted = (lines: readonly Found[], verb: string, isCounted: (change: number) => boolean) =>
    `${verb}${String(lines.length)}人次${gradesOnly ? '' : `、${changeWords(sum(lines, isCounted))}分`}`
  const more = rows.length > mostFindings ? `，下表列出其中${String(mostFindings)}项` : ''
  return [
    {
      kind: 'paragraph',
      text: `本季度${counted(lost, '扣分', (change) => change < 0)}，${counted(won, '加分', (change) => change > 0)}，按计分条款和办公室汇总共${String(rows.length)}项${more}。`,
    },
    {
      kind: 'table',
      title: null,
      columns: [
        { title: '计分条款', width: 10, figure: false },
        { title: '办公室', width: 5, figure: false },
        { title: '人次', width: 3, figure: true },
        ...(gradesOnly ? [] : [{ title: '分值变动', width: 4, figure: true }]),
      ],
      rows: rows
        .slice(0, mostFindings)
        .map(({ lines, change }) => [
          lines[0]?.line.clause ?? '',
          lines[0]?.office === '' ? '（领导）' : (lines[0]?.office ?? ''),
          String(lines.length),
          ...(gradesOnly ? [] : [changeWords(change)]),
        ]),
    },
  ]
}
