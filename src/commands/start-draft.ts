import type { DraftBase } from '../domain/compiler/replay-draft.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findProposed, readDraft, type DraftPorts, type DraftRefusal, type ReadDraft } from './change-draft.ts'
import type {
  Act,
  DraftStore,
  SchemeVersionStore,
  StoredDraft,
  StoredDraftHead,
  StoredVersion,
} from './draft-store.ts'

export type StartDraftRefusal =
  | DraftRefusal
  | { readonly code: 'empty-text' | 'no-scoring-clause' }
  | { readonly code: 'version-unknown'; readonly version: number }
  | { readonly code: 'draft-unknown' }
  /** It became a version, which never changes; a copy of that version can be gone on with. */
  | { readonly code: 'draft-adopted' }

type Stores = DraftPorts & { readonly versions: SchemeVersionStore }

/** A draft that is open now, and the one it put aside, which can be reopened. */
export type OpenedDraft = ReadDraft & { readonly replaced: StoredDraftHead | null }

/**
 * Opens a draft on a regulation's text, kept verbatim, or a blank one; either begins with the worked examples of the
 * last adopted version, which guard every later one. The draft that was open is put aside and stays on record. An
 * empty text and one without any scoring clause are refused, and the open draft stays: most likely it is the wrong
 * file, and a scheme made wholly by hand begins with a blank draft.
 */
export async function startDraft(
  stores: Stores,
  act: Act,
  input: { readonly title: string; readonly fileName: string | null; readonly text: string | null },
): Promise<Result<OpenedDraft, StartDraftRefusal>> {
  const free = await findProposed(stores)
  if (!free.ok) return free
  const { drafts, versions } = stores
  if (input.text !== null && input.text.trim() === '') return refuse({ code: 'empty-text' })
  const title = input.title.trim() === '' ? titleFromText(input.text ?? '') : input.title.trim()
  const last = (await versions.list()).at(-1)
  const draft: StoredDraft = {
    id: act.newId(),
    revision: 0,
    title,
    regulation:
      input.text === null
        ? null
        : { id: act.newId(), title, fileName: input.fileName, text: input.text, receivedAt: act.at },
    base: last === undefined || !hasExamples(last.scheme) ? null : examplesOf(last),
    steps: [],
  }
  const reading = readDraft(draft)
  if (draft.regulation !== null && !hasSomethingToScore(reading)) return refuse({ code: 'no-scoring-clause' })
  const named = input.fileName === null ? draft : namedByText(draft, reading.scheme.title)
  return accept({ draft: named, reading, replaced: await open(drafts, named, act) })
}

/** A file is often called 附件1 or 新建文档: what the text calls itself tells the drafts of a list apart. */
function namedByText(draft: StoredDraft, stated: string): StoredDraft {
  const title = stated.trim().slice(0, 60)
  if (title === '' || draft.regulation === null) return draft
  return { ...draft, title, regulation: { ...draft.regulation, title } }
}

/**
 * Opens a copy of an adopted version: exactly its scheme, with its citations and worked examples. Its text stands
 * beside it and is not compiled again, for the version is what people made of that text. Refused for a version that is
 * not on record.
 */
export async function copyVersion(
  stores: Stores,
  act: Act,
  input: { readonly version: number },
): Promise<Result<OpenedDraft, StartDraftRefusal>> {
  const free = await findProposed(stores)
  if (!free.ok) return free
  const { drafts, versions } = stores
  const copied = await versions.read(input.version)
  if (copied === null) return refuse({ code: 'version-unknown', version: input.version })
  const { version, scheme, regulation } = copied
  const base = { version, part: 'scheme' as const, scheme }
  const draft: StoredDraft = { id: act.newId(), revision: 0, title: scheme.title, regulation, base, steps: [] }
  return accept({ draft, reading: readDraft(draft), replaced: await open(drafts, draft, act) })
}

/** Goes on with a draft that was put aside; refused for one that is not on record or became a version. */
export async function reopenDraft(
  stores: DraftPorts,
  act: Act,
  input: { readonly draftId: string },
): Promise<Result<OpenedDraft, StartDraftRefusal>> {
  const { drafts } = stores
  const heads = await drafts.list()
  const head = heads.find(({ id }) => id === input.draftId)
  const draft = head === undefined ? null : await drafts.read(head.id)
  if (head === undefined || draft === null) return refuse({ code: 'draft-unknown' })
  if (head.state === 'adopted') return refuse({ code: 'draft-adopted' })
  if (head.state === 'open') return accept({ draft, reading: readDraft(draft), replaced: null })
  const free = await findProposed(stores)
  if (!free.ok) return free
  await drafts.reopen(draft.id, act.at, act.by)
  return accept({ draft, reading: readDraft(draft), replaced: await asPutAside(drafts, openIn(heads)) })
}

async function open(drafts: DraftStore, draft: StoredDraft, act: Act): Promise<StoredDraftHead | null> {
  const before = openIn(await drafts.list())
  await drafts.open(draft, act.at, act.by)
  return asPutAside(drafts, before)
}

function openIn(heads: readonly StoredDraftHead[]): StoredDraftHead | null {
  return heads.find(({ state }) => state === 'open') ?? null
}

async function asPutAside(drafts: DraftStore, before: StoredDraftHead | null): Promise<StoredDraftHead | null> {
  return before === null ? null : ((await drafts.list()).find(({ id }) => id === before.id) ?? null)
}

function examplesOf({ version, scheme }: StoredVersion): StoredDraft['base'] {
  return { version, scheme, part: 'examples' }
}

function hasExamples({ examples }: DraftBase['scheme']): boolean {
  return examples !== undefined && examples.length > 0
}

function hasSomethingToScore({ scheme, diagnostics }: ReadDraft['reading']): boolean {
  return scheme.categories.length > 0 || !diagnostics.some(({ code }) => code === 'no-scoring-clause')
}

/** The first line that has words, at most 60 characters of it. */
function titleFromText(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.trim().slice(0, 60)
}
