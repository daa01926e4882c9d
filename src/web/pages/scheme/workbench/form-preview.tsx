import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { applySchemeEdit, type SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { takenIds } from '../../../../domain/scheme/edits/place-in-scheme.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { useWorkbench } from './workbench-context.ts'

/** What a form would make of the scheme if it were saved as it stands. */
export type FormPreview = {
  readonly edit: SchemeEdit
  readonly scheme: Scheme
  /** The parts the form changes or adds. */
  readonly touched: ReadonlySet<string>
  /** Of these, parts that are not there before it is saved. */
  readonly added: ReadonlySet<string>
}

type Previewing = { readonly preview: FormPreview | null; readonly show: (edit: SchemeEdit | null) => void }

const PreviewContext = createContext<Previewing>({ preview: null, show: () => undefined })

/** Holds what the open form says, so that outline and sums follow while one types. */
export function PreviewProvider({ children }: { readonly children: ReactNode }) {
  const { model } = useWorkbench()
  const [edit, show] = useState<SchemeEdit | null>(null)
  const previewing = useMemo(() => ({ preview: previewOf(model.scheme, edit), show }), [model.scheme, edit])
  return <PreviewContext value={previewing}>{children}</PreviewContext>
}

export function useFormPreview(): FormPreview | null {
  return use(PreviewContext).preview
}

/** The scheme as the open form would leave it, else as it is. */
export function useShownScheme(): Scheme {
  const { model } = useWorkbench()
  return useFormPreview()?.scheme ?? model.scheme
}

/** Shows what a form says while it is open; null while it says nothing whole. */
export function useShowPreview(edit: SchemeEdit | null): void {
  const { show } = use(PreviewContext)
  const key = JSON.stringify(edit)
  useEffect(() => {
    show(edit)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the edit is made anew at each look; only what it says matters
  }, [key, show])
  useEffect(() => () => show(null), [show])
}

function previewOf(before: Scheme, edit: SchemeEdit | null): FormPreview | null {
  if (edit === null) return null
  const edited = applySchemeEdit(before, edit)
  if (!edited.ok) return null
  const had = takenIds(before)
  const added = new Set([...takenIds(edited.value)].filter((id) => !had.has(id)))
  const touched = new Set(added)
  if ('category' in edit && edit.act !== 'add-sheet') touched.add(edit.category)
  if ('sheet' in edit && edit.act !== 'add-item') touched.add(edit.sheet)
  if ('item' in edit) touched.add(edit.item)
  if ('rule' in edit && typeof edit.rule === 'string') touched.add(edit.rule)
  return { edit, scheme: edited.value, touched, added }
}
