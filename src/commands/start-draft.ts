import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readDraft, type ReadDraft } from './change-draft.ts'
import type { Act, DraftStore, StoredDraft } from './draft-store.ts'

export type StartDraftRefusal = { readonly code: 'empty-text' }

/**
 * Opens a draft on a regulation's text, kept verbatim, or a blank one; the draft that was open is discarded and
 * stays on record. An empty text is refused: there would be nothing to read.
 */
export async function startDraft(
  drafts: DraftStore,
  act: Act,
  input: { readonly title: string; readonly fileName: string | null; readonly text: string | null },
): Promise<Result<ReadDraft, StartDraftRefusal>> {
  if (input.text !== null && input.text.trim() === '') return refuse({ code: 'empty-text' })
  const title = input.title.trim() === '' ? titleFromText(input.text ?? '') : input.title.trim()
  const draft: StoredDraft = {
    id: act.newId(),
    revision: 0,
    title,
    regulation:
      input.text === null
        ? null
        : { id: act.newId(), title, fileName: input.fileName, text: input.text, receivedAt: act.at },
    steps: [],
  }
  await drafts.open(draft, act.at, act.by)
  return accept({ draft, reading: readDraft(draft) })
}

/** The first line that has words, at most 60 characters of it. */
function titleFromText(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.trim().slice(0, 60)
}
