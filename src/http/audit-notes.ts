import { readDraft, type ReadDraft } from '../commands/change-draft.ts'
import type { AuditNote } from '../commands/audit-store.ts'
import type { StoredDraft } from '../commands/draft-store.ts'
import type { OpenedDraft } from '../commands/start-draft.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import { describeSchemeChanges } from '../queries/compare-schemes.ts'
import type { EntryView } from '../queries/entry-view.ts'
import type { UploadedFile } from './files.ts'

/** What the audit keeps of what a route has done, in few plain facts; never a mark, a password or a code. */

const mostListed = 20

/** A long list would only hide what it says: the first ones, and how many more there are. */
function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostListed
  return more <= 0 ? lines : [...lines.slice(0, mostListed), `另有${String(more)}条`]
}

function entryWords({ name, staffNumber, occurredOn, ruleSentence, quantity }: EntryView): string {
  return `${staffNumber} ${name} ${occurredOn} ${ruleSentence} ×${formatQuantity(quantity)}`
}

/** Entries recorded, confirmed or reversed: which, and the state they were in and are in now. */
export function entriesNote(
  entries: readonly EntryView[],
  step: { readonly from: EntryView['state'] | null; readonly to: EntryView['state']; readonly reason?: string },
): Partial<AuditNote> {
  const [first] = entries
  const more = entries.length > 1 ? `等${String(entries.length)}条` : ''
  const label = first === undefined ? '' : `${first.name} ${first.occurredOn}${more}`
  return {
    object: first === undefined ? null : { kind: 'entry', id: first.id, label },
    before: step.from === null ? null : { state: step.from },
    after: { state: step.to, entries: listed(entries.map(entryWords)) },
    reason: step.reason ?? null,
  }
}

/** A sheet whose every row was stored. */
export function importNote(file: UploadedFile, kind: string, after: AuditNote['after']): Partial<AuditNote> {
  return { object: { kind, id: '', label: file.name }, after, reason: `导入“${file.name}”` }
}

/** A draft opened, and which one it put aside. */
export function openedNote({ draft, reading, replaced }: OpenedDraft): Partial<AuditNote> {
  const { regulation, base } = draft
  return {
    object: draftObject(draft),
    before: replaced === null ? null : { draft: replaced.title },
    after: {
      draft: draft.title,
      fileName: regulation?.fileName ?? null,
      startedFrom: base?.part === 'scheme' ? `第${String(base.version)}版` : null,
      doubts: reading.blocking.length,
    },
  }
}

/** A step of the draft: what it changed in the scheme, sentence by sentence. */
export function stepNote(before: StoredDraft | null, { draft, reading }: ReadDraft): Partial<AuditNote> {
  const side = { version: null, effectiveFrom: null }
  const changes =
    before === null
      ? []
      : describeSchemeChanges(
          { ...side, title: before.title, scheme: readDraft(before).scheme },
          { ...side, title: draft.title, scheme: reading.scheme },
        ).changes
  return {
    object: draftObject(draft),
    before: before === null ? null : { revision: before.revision },
    after: {
      revision: draft.revision,
      changes: listed(changes.map(({ path, sentence }) => [...path, sentence].join(' › '))),
    },
  }
}

export function draftObject({ id, title }: Pick<StoredDraft, 'id' | 'title'>): AuditNote['object'] {
  return { kind: 'draft', id, label: title }
}
