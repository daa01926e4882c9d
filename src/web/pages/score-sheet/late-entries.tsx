import { createContext, use } from 'react'
import { LateTag } from '../../parts/late-tag.tsx'

type LateEntry = { readonly entryId: string; readonly recordedOn: string; readonly closedOn: string }

/** 迟录: the entries of the sheet shown that were recorded after their month's close. */
export const LateEntriesContext = createContext<readonly LateEntry[]>([])

/** Marks a line whose entry came late, with both days. */
export function LateMark({ entryId }: { readonly entryId: string | null }) {
  const late = use(LateEntriesContext).find((one) => one.entryId === entryId)
  return late === undefined ? null : <LateTag recordedOn={late.recordedOn} closedOn={late.closedOn} inWords />
}
