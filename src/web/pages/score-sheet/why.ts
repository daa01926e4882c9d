import type { CategoryScore, ItemScore, ScoreSheet } from '../../../domain/scoring/score-sheet.ts'
import { sheetLine, type SheetLine } from './sheet-lines.ts'

/** Which figure of the sheet is asked about. */
export type WhyTarget =
  | { readonly kind: 'total' | 'work' | 'rewards' }
  | { readonly kind: 'category'; readonly categoryId: string }
  | { readonly kind: 'item'; readonly sheetId: string; readonly itemId: string }

type WhyPart = { readonly label: string; readonly score: number | null; readonly target: WhyTarget | null }

/** The answer: the figure, the parts it is the sum of or the lines that made it, every line of them. */
export type Why = {
  readonly title: string
  readonly score: number | null
  readonly parts: readonly WhyPart[]
  readonly lines: readonly SheetLine[]
  readonly windows: ItemScore['windows']
  readonly rating: CategoryScore['rating']
  readonly rollUp: ScoreSheet['rollUp']
}

const nothing = { parts: [], lines: [], windows: [], rating: null, rollUp: null } as const

type Titles = { readonly total: string; readonly work: string; readonly rewards: string }

/** Null when the sheet has no such part, as after a reload with another period. */
export function whyOf(sheet: ScoreSheet, target: WhyTarget, titles: Titles): Why | null {
  switch (target.kind) {
    case 'total':
      return {
        ...nothing,
        title: titles.total,
        score: sheet.score,
        parts: totalParts(sheet, titles),
        ...zeroLines(sheet),
      }
    case 'work':
      return {
        ...nothing,
        title: titles.work,
        score: sheet.work,
        parts: sheet.categories.map(categoryPart),
        rollUp: sheet.rollUp,
      }
    case 'rewards':
      return sheet.rewards === null ? null : whyItem(sheet.rewards, titles.rewards)
    case 'category': {
      const category = sheet.categories.find((candidate) => candidate.categoryId === target.categoryId)
      return category === undefined ? null : whyCategory(category)
    }
    case 'item': {
      const item = sheet.categories
        .flatMap((category) => category.sheets)
        .find((candidate) => candidate.sheetId === target.sheetId)
        ?.items.find((candidate) => candidate.itemId === target.itemId)
      return item === undefined ? null : whyItem(item, item.title)
    }
  }
}

function totalParts(sheet: ScoreSheet, titles: Titles): readonly WhyPart[] {
  return [
    { label: titles.work, score: sheet.work, target: { kind: 'work' } },
    { label: titles.rewards, score: sheet.reward, target: sheet.rewards === null ? null : { kind: 'rewards' } },
  ]
}

function zeroLines(sheet: ScoreSheet) {
  return { lines: sheet.zeroedBy === null ? [] : [sheetLine(sheet.zeroedBy, 0)] }
}

function categoryPart(category: CategoryScore): WhyPart {
  return {
    label: category.title,
    score: category.score,
    target: { kind: 'category', categoryId: category.categoryId },
  }
}

function whyCategory(category: CategoryScore): Why {
  const parts = category.sheets.flatMap((sheet) =>
    sheet.items.map((item): WhyPart => {
      const label = category.sheets.length > 1 ? `${sheet.title} · ${item.title}` : item.title
      return { label, score: item.score, target: { kind: 'item', sheetId: sheet.sheetId, itemId: item.itemId } }
    }),
  )
  return { ...nothing, title: category.title, score: category.score, parts, rating: category.rating }
}

function whyItem(item: ItemScore, title: string): Why {
  return { ...nothing, title, score: item.score, lines: item.lines.map(sheetLine), windows: item.windows }
}
