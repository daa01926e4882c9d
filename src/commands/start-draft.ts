import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readDraft, type ReadDraft } from './change-draft.ts'
import type { Act, DraftStore, StoredDraft } from './draft-store.ts'

export type StartDraftRefusal = { readonly code: 'empty-text' | 'no-scoring-clause' }

/**
 * Opens a draft on a regulation's text, kept verbatim, or a blank one; the draft that was open is discarded and
 * stays on record. An empty text and one without any scoring clause are refused, and the open draft stays: most likely
 * it is the wrong file, and a scheme made wholly by hand begins with a blank draft.
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
  const reading = readDraft(draft)
  if (draft.regulation !== null && !hasSomethingToScore(reading)) return refuse({ code: 'no-scoring-clause' })
  await drafts.open(draft, act.at, act.by)
  return accept({ draft, reading })
}

function hasSomethingToScore({ scheme, diagnostics }: ReadDraft['reading']): boolean {
  return scheme.categories.length > 0 || !diagnostics.some(({ code }) => code === 'no-scoring-clause')
}

/** The first line that has words, at most 60 characters of it. */
function titleFromText(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.trim().slice(0, 60)
}
