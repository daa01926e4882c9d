import { createContext, use } from 'react'
import type { Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { useHovered, type HoverStore } from './hover-store.ts'
import type { Side } from './side-tabs.tsx'
import type { Focus } from './text-marks.ts'
import type { WorkbenchModel } from './workbench-model.ts'

export type EditOutcome =
  | { readonly scheme: Scheme; readonly failure: null }
  | { readonly scheme: null; readonly failure: string }

/** What may be done to a draft; an adopted version has none of it. */
export type WorkbenchActions = {
  /** `takesBack`: steps of answers that no longer stand. */
  readonly interpret: (
    interpretations: readonly Interpretation[],
    takesBack?: readonly string[],
  ) => Promise<boolean>
  readonly edit: (edit: SchemeEdit) => Promise<boolean>
  /** The same for a form, which says a refusal itself and goes on with what came of it. */
  readonly tryEdit: (edit: SchemeEdit) => Promise<EditOutcome>
  readonly isBusy: boolean
}

export type WorkbenchView = {
  readonly model: WorkbenchModel
  readonly focus: Focus | null
  readonly choose: (focus: Focus | null) => void
  /** Asked before a step, chooses after it: unless the user has turned to something else in the meantime. */
  readonly chooseLater: () => (focus: Focus | null) => void
  /** The user has turned to a form, with nothing else chosen. */
  readonly turnToForm: () => void
  /** The chosen part itself, or the part that the chosen finding speaks of, or spoke of while it was there. */
  readonly chosenPart: Focus | null
  /** What is hovered or reached by keyboard, on either side: the other side lights up. */
  readonly hoverStore: HoverStore
  /** Parts of the outline to which what is chosen belongs. */
  readonly litParts: ReadonlySet<string>
  readonly actions: WorkbenchActions | null
  /** What was done to the draft, the first first; none for a version. */
  readonly steps: readonly DraftStep[]
  /** The draft and how often it was changed; null for a version. */
  readonly draftId: string | null
  readonly revision: number
  /** On a phone the panes are tabs: shows the text with the chosen place. */
  readonly showText: () => void
  /** Brings a list beside the outline to the front. */
  readonly openSide: (side: Side) => void
}

export const WorkbenchContext = createContext<WorkbenchView | null>(null)

export function useWorkbench(): WorkbenchView {
  const view = use(WorkbenchContext)
  if (view === null) throw new Error('useWorkbench stands inside the workbench')
  return view
}

/** What makes a row light the other side, by pointer or by keyboard. */
export function useLights(focus: Focus) {
  const { hover } = useWorkbench().hoverStore
  const light = () => hover(focus)
  const dim = () => hover(null)
  return { onMouseEnter: light, onMouseLeave: dim, onFocus: light, onBlur: dim }
}

export function useIsHovered(focus: Focus): boolean {
  const { hoverStore } = useWorkbench()
  return useHovered(hoverStore, ({ focus: on }) => on?.kind === focus.kind && on.id === focus.id)
}
