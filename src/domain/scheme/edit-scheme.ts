import { accept, type Result } from '../primitives/result.ts'
import { unknownId, type Edited } from './edits/checks.ts'
import type { SchemeEdit } from './edits/edit-schema.ts'
import { addExample, changeExample, removeExample } from './edits/example-edits.ts'
import { setAppraisees, setCadence, setDeadlines, setGrades, setRewardCap } from './edits/list-edits.ts'
import { moveItem, moveRule } from './edits/move-edits.ts'
import { addCategory, addItem, addSheet, changeCategory, changeItem, changeSheet } from './edits/part-edits.ts'
import { replaceCategory, replaceItem, replaceSheet, type SpentIds } from './edits/place-in-scheme.ts'
import type { SchemeEditRefusal } from './edits/refusals.ts'
import { addRule, changeRule, removeRule, setRewardLadder } from './edits/rule-edits.ts'
import { setPay, setRollUps, setTotal, setWindow } from './edits/whole-edits.ts'
import { ownWords } from './own-words.ts'
import type { Scheme } from './scheme.ts'

export {
  exampleInputSchema,
  schemeEditSchema,
  type ExampleInput,
  type RuleInput,
  type SchemeEdit,
} from './edits/edit-schema.ts'
export type { SchemeEditRefusal } from './edits/refusals.ts'

/**
 * A scheme as changed by hand in the workbench: what the edit touches is marked origin 'person' and keeps the clause
 * it cites, its sentence is rendered anew, everything else stays as it is. Ids are unique and the same each time the
 * same edits are replayed; none that is `spent` is given again. Refused when the part is unknown, an amount is negative or missing, an office has a sheet
 * already, or the effect may not carry a field.
 */
export function applySchemeEdit(
  scheme: Scheme,
  edit: SchemeEdit,
  spent: SpentIds = new Set(),
): Result<Scheme, SchemeEditRefusal> {
  switch (edit.act) {
    case 'add-category':
      return addCategory(scheme, edit, spent)
    case 'add-sheet':
      return addSheet(scheme, edit, spent)
    case 'add-item':
      return addItem(scheme, edit, spent)
    case 'add-rule':
      return addRule(scheme, edit, spent)
    case 'change-category':
      return changeCategory(scheme, edit)
    case 'change-sheet':
      return changeSheet(scheme, edit)
    case 'change-item':
      return changeItem(scheme, edit)
    case 'change-rule':
      return changeRule(scheme, edit)
    case 'remove-category':
      return removed(
        replaceCategory(scheme, edit.category, () => []),
        'category',
        edit.category,
      )
    case 'remove-sheet':
      return removed(
        replaceSheet(scheme, edit.sheet, () => []),
        'sheet',
        edit.sheet,
      )
    case 'remove-item':
      return removed(
        replaceItem(scheme, edit.item, () => []),
        'item',
        edit.item,
      )
    case 'remove-rule':
      return removeRule(scheme, edit)
    case 'set-title':
      return accept({ ...scheme, title: ownWords(edit.title) })
    case 'set-total':
      return setTotal(scheme, edit)
    case 'set-window':
      return setWindow(scheme, edit)
    case 'set-pay':
      return setPay(scheme, edit)
    case 'set-roll-ups':
      return setRollUps(scheme, edit)
    case 'set-reward-ladder':
      return setRewardLadder(scheme, edit, spent)
    case 'move-item':
      return moveItem(scheme, edit)
    case 'move-rule':
      return moveRule(scheme, edit)
    case 'set-appraisees':
      return setAppraisees(scheme, edit)
    case 'set-grades':
      return setGrades(scheme, edit)
    case 'set-deadlines':
      return setDeadlines(scheme, edit)
    case 'set-cadence':
      return setCadence(scheme, edit)
    case 'set-reward-cap':
      return setRewardCap(scheme, edit)
    case 'add-example':
      return addExample(scheme, edit, spent)
    case 'change-example':
      return changeExample(scheme, edit)
    case 'remove-example':
      return removeExample(scheme, edit)
  }
}

function removed(changed: Scheme | null, part: 'category' | 'sheet' | 'item', id: string): Edited<Scheme> {
  return changed === null ? unknownId(part, id) : accept(changed)
}

/** All edits in order; the first that does not fit refuses the whole, with its place in the list. */
export function applySchemeEdits(
  scheme: Scheme,
  edits: readonly SchemeEdit[],
): Result<Scheme, { readonly index: number; readonly refusal: SchemeEditRefusal }> {
  let edited = scheme
  for (const [index, edit] of edits.entries()) {
    const result = applySchemeEdit(edited, edit)
    if (!result.ok) return { ok: false, refusal: { index, refusal: result.refusal } }
    edited = result.value
  }
  return accept(edited)
}
