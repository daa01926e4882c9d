import type { Diagnostic, Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { WorkbenchModel } from './workbench-model.ts'

/** The finding that an answer was given to; null where the text does not ask it any more. */
export function findingOfAnswer({ diagnostics }: WorkbenchModel, answer: Interpretation): Diagnostic | null {
  const { start, end } = answer.span
  const atPlace = diagnostics.filter(({ span }) => span.start === start && span.end === end)
  const isAsked = ({ code, readings = [] }: Diagnostic) =>
    answer.act === 'leave'
      ? code === answer.code
      : answer.act === 'choose-reading' && readings.some(({ key }) => key === answer.reading)
  return atPlace.find(isAsked) ?? null
}

/** What an edit changed, in words: as the edit names it, else as the part is called now; null for one that is gone. */
export function nameInEdit(model: WorkbenchModel, edit: SchemeEdit, everyone: string): string | null {
  const { categories } = model.scheme
  const sheets = () => categories.flatMap((category) => category.sheets)
  switch (edit.act) {
    case 'add-category':
    case 'add-item':
    case 'set-title':
      return edit.title
    case 'add-sheet':
      return edit.office ?? edit.title ?? everyone
    case 'add-rule':
      return edit.rule.condition ?? null
    case 'change-rule':
    case 'move-rule':
      return model.rules.get(edit.rule)?.rule.sentence ?? null
    case 'change-category':
      return edit.fields.title ?? categories.find(({ id }) => id === edit.category)?.title ?? null
    case 'change-sheet': {
      const sheet = sheets().find(({ id }) => id === edit.sheet)
      return edit.fields.title ?? (sheet === undefined ? null : (sheet.office ?? sheet.title))
    }
    case 'change-item':
    case 'move-item': {
      const item = sheets()
        .flatMap(({ items }) => items)
        .find(({ id }) => id === edit.item)
      return (edit.act === 'change-item' ? edit.fields.title : undefined) ?? item?.title ?? null
    }
    case 'add-example':
    case 'change-example':
      return edit.example.title
    default:
      return null
  }
}
