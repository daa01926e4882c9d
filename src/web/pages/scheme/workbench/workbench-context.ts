import { createContext, use } from 'react'
import type { Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { Focus } from './text-marks.ts'
import type { WorkbenchModel } from './workbench-model.ts'

/** What may be done to a draft; an adopted version has none of it. */
export type WorkbenchActions = {
  readonly interpret: (interpretations: readonly Interpretation[]) => Promise<boolean>
  readonly edit: (edit: SchemeEdit) => Promise<boolean>
  readonly isBusy: boolean
}

export type WorkbenchView = {
  readonly model: WorkbenchModel
  readonly focus: Focus | null
  readonly choose: (focus: Focus | null) => void
  /** The chosen part itself, or the part that the chosen finding speaks of, or spoke of while it was there. */
  readonly chosenPart: Focus | null
  /** What the pointer is over, on either side: the other side lights up. */
  readonly hovered: Focus | null
  readonly hover: (focus: Focus | null) => void
  /** Parts of the outline to which what is chosen or hovered belongs. */
  readonly litParts: ReadonlySet<string>
  readonly actions: WorkbenchActions | null
  /** On a phone the panes are tabs: shows the text with the chosen place. */
  readonly showText: () => void
}

export const WorkbenchContext = createContext<WorkbenchView | null>(null)

export function useWorkbench(): WorkbenchView {
  const view = use(WorkbenchContext)
  if (view === null) throw new Error('useWorkbench stands inside the workbench')
  return view
}
