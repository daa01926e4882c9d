import { pointsToNumber, type Centipoints } from '../domain/primitives/centipoints.ts'
import type { Fen } from '../domain/primitives/fen.ts'
import type { PayList } from '../domain/pay/share-pool.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import type { CategoryScore, ItemScore, ScoreLine, ScoreSheet, SheetScore } from '../domain/scoring/score-sheet.ts'
import type { PrintedDiagnostic } from './score-files.ts'

/** What the figures of one run are, before they are printed one way or the other. */
export type ScoreRun = {
  readonly year: number
  readonly asOf: string
  readonly sheets: readonly ScoreSheet[]
  readonly ranks: readonly (number | null)[]
  /** Null: no pay list; `diagnostics` says why. */
  readonly pay: PayList | null
  readonly poolFen: Fen | null
  readonly diagnostics: readonly PrintedDiagnostic[]
}

/**
 * The one JSON document of `score --json` (SPEC §7). Points are plain numbers, money is fen. A person's items are those
 * of the sheet of everyone and of each office sheet he or she stood on (a mover has several, weighted by `days`), a
 * rated category as one item, and for a leader the mean as one item: without a mover Σ items = work.
 */
export function scoreRunToJson(run: ScoreRun): unknown {
  return {
    people: run.sheets.map((sheet, index) => personToJson(sheet, run.ranks[index] ?? null, run.pay, index)),
    pool: { fen: run.poolFen, unitValue: run.pay?.unitValue ?? null },
    diagnostics: run.diagnostics,
  }
}

function personToJson(sheet: ScoreSheet, rank: number | null, pay: PayList | null, index: number) {
  const line = pay?.lines[index] ?? null
  return {
    id: sheet.staffNumber,
    name: sheet.name,
    office: sheet.office,
    post: sheet.post,
    employment: sheet.employment,
    days: sheet.days.onRoster,
    items: [...sheet.categories.flatMap(categoryItems), ...rollUpItems(sheet)],
    rewards: sheet.rewards === null ? [] : sheet.rewards.lines.map(lineToJson),
    otherLines: [...(sheet.zeroedBy === null ? [] : [sheet.zeroedBy]), ...sheet.otherLines].map(lineToJson),
    work: plain(sheet.work),
    reward: plain(sheet.reward),
    score: plain(sheet.score),
    partial: sheet.partial,
    soFar: plain(sheet.soFar),
    missing: sheet.missing,
    rank,
    payFen: line?.payFen ?? null,
    moneyFen: sheet.moneyFen,
    netFen: line?.netFen ?? null,
    unpaidRestFen: line?.unpaidRestFen ?? null,
    ...(pay?.provisional === true ? { provisional: true } : {}),
  }
}

function plain(points: Centipoints | null): number | null {
  return points === null ? null : pointsToNumber(points)
}

function categoryItems(category: CategoryScore): readonly object[] {
  if (category.kind !== 'rated')
    return category.sheets.flatMap((sheet) => sheet.items.map((item) => itemToJson(category, sheet, item)))
  const full = plain(category.full)
  const lines =
    category.score === null
      ? []
      : [
          {
            kind: 'base',
            clause: category.title,
            before: null,
            change: plain(category.score),
            after: plain(category.score),
            rating: category.rating,
          },
        ]
  return [
    {
      item: category.title,
      itemId: category.categoryId,
      category: category.title,
      full,
      score: plain(category.score),
      lines,
    },
  ]
}

function itemToJson(category: CategoryScore, sheet: SheetScore, item: ItemScore) {
  return {
    item: item.title,
    itemId: item.itemId,
    category: category.title,
    sheet: sheet.title,
    office: sheet.office,
    days: sheet.days,
    full: plain(item.full),
    score: plain(item.score),
    lines: item.lines.map(lineToJson),
    windows: item.windows.map((window) => ({
      from: window.span.first,
      to: window.span.last,
      days: window.days,
      ended: window.ended,
      score: plain(window.score),
    })),
  }
}

/** A leader's work is one figure: the mean, with those it is the mean of. */
function rollUpItems({ rollUp }: ScoreSheet) {
  if (rollUp === null) return []
  const members = rollUp.members.map((member) => ({
    id: member.staffNumber,
    name: member.name,
    score: plain(member.score),
    days: member.days,
  }))
  const title = `${rollUp.of}平均分`
  const mean = plain(rollUp.mean)
  const lines = mean === null ? [] : [{ kind: 'base', clause: title, before: null, change: mean, after: mean }]
  return [{ item: title, full: null, score: mean, lines, members }]
}

function lineToJson(line: ScoreLine) {
  return {
    kind: line.kind,
    entry: line.entryId,
    rule: line.ruleId,
    effect: line.effect,
    date: line.occurredOn,
    quantity: line.quantity === null ? null : line.quantity / 100,
    unit: line.unit ?? null,
    charged: line.chargedSteps === null ? null : line.chargedSteps / 100,
    clause: line.clause,
    before: plain(line.before),
    change: pointsToNumber(line.change),
    after: plain(line.after),
    ...(line.moneyFen === undefined ? {} : { moneyFen: line.moneyFen }),
    matter: line.matter,
    note: line.note,
    reason: line.reason,
    why: line.reason === null ? null : lineReasonSentence(line.reason, line.unit),
  }
}
