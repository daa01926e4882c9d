import { readDraft } from '../commands/change-draft.ts'
import type { StoredRegulation } from '../commands/draft-store.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { SchemeSide } from '../queries/compare-schemes.ts'
import type { TownStores } from './town-stores.ts'

export type ComparisonRefusal =
  | { readonly code: 'version-unknown'; readonly version: number }
  | { readonly code: 'draft-missing' }
  /** version null: the open draft. */
  | { readonly code: 'regulation-missing'; readonly version: number | null }

type Stores = Pick<TownStores, 'drafts' | 'versions'>

/** A version by its number; the open draft as it reads now, or as it did before anything was changed by hand. */
export type AskedSide = number | 'draft' | 'start'

/** One side of a comparison. */
export async function comparedSide(
  { drafts, versions }: Stores,
  asked: AskedSide,
): Promise<Result<SchemeSide & { readonly regulation: StoredRegulation | null }, ComparisonRefusal>> {
  if (asked === 'draft' || asked === 'start') {
    const draft = await drafts.readOpen()
    if (draft === null) return refuse({ code: 'draft-missing' })
    const steps =
      asked === 'draft' ? draft.steps : draft.steps.filter(({ work }) => work.kind === 'interpretation')
    const { scheme } = readDraft({ ...draft, steps })
    return accept({
      version: null,
      title: scheme.title === '' ? draft.title : scheme.title,
      effectiveFrom: null,
      scheme,
      regulation: draft.regulation,
    })
  }
  const stored = await versions.read(asked)
  if (stored === null) return refuse({ code: 'version-unknown', version: asked })
  const { version, scheme, effectiveFrom, regulation } = stored
  return accept({ version, title: scheme.title, effectiveFrom, scheme, regulation })
}

/** The same with the text it rests on; refused for one that was made without. */
export async function comparedText(stores: Stores, asked: AskedSide) {
  const side = await comparedSide(stores, asked)
  if (!side.ok) return side
  const { regulation, ...others } = side.value
  return regulation === null
    ? refuse({ code: 'regulation-missing' as const, version: others.version })
    : accept({ ...others, text: regulation.text })
}
