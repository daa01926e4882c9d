import { attachFile } from '../../commands/attach-file.ts'
import type { StoredAttachment } from '../../commands/attachment-store.ts'
import type { ProceedingStore } from '../../commands/proceeding-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { peopleOf, type Proceeding } from '../../domain/review/proceeding.ts'
import type { Reach, Subject } from '../../policies/permit.ts'
import { mayReadProceeding } from '../../policies/proceeding-reach.ts'
import { attachmentView } from '../../queries/attachment-view.ts'
import type { attachmentEndpoints } from '../contract/attachments.ts'
import type { RouteGroup } from '../route.ts'

export const attachmentRoutes: RouteGroup<typeof attachmentEndpoints> = {
  addAttachment: {
    inTown: async ({ params, file, stores, services, act, subject, reach, note }) => {
      const proceeding = await readable(stores, params.proceedingId, subject, reach)
      if (!proceeding.ok) return proceeding
      const checked = services.checkAttachment(file)
      if (!checked.ok)
        return refuse({ code: 'attachment-refused', fileName: shownName(file.name), fault: checked.refusal })
      const ports = { attachments: stores.attachments, files: services.files }
      const handedIn = { checked: checked.value, bytes: file.bytes }
      const attached = await attachFile(ports, act, proceeding.value, handedIn)
      if (!attached.ok) return attached
      note({ object: attachmentObject(attached.value), after: { digest: attached.value.sha256 } })
      return accept(attachmentView(attached.value))
    },
  },
  downloadAttachment: {
    inTown: async ({ params, stores, services, subject, reach, note }) => {
      const attachment = await stores.attachments.find(params.attachmentId)
      if (attachment === null) return refuse({ code: 'attachment-unknown' })
      const proceeding = await readable(stores, attachment.proceedingId, subject, reach)
      if (!proceeding.ok) return refuse({ code: 'attachment-unknown' })
      const { fileName, mediaType, sha256 } = attachment
      const opened = await services.files.open(sha256)
      if (!opened.ok) return refuse({ code: 'attachment-lost', fileName, how: opened.refusal })
      note({ object: attachmentObject(attachment), after: { digest: sha256 } })
      return accept({ fileName, contentType: mediaType, bytes: opened.value, isForeign: true })
    },
  },
}

/** What lies beyond reach is answered as if it were not there. */
async function readable(
  { proceedings }: { readonly proceedings: Pick<ProceedingStore, 'find'> },
  proceedingId: string,
  subject: Subject,
  reach: Reach,
): Promise<Result<Proceeding, { readonly code: 'proceeding-unknown' }>> {
  const found = await proceedings.find(proceedingId)
  if (found === null) return refuse({ code: 'proceeding-unknown' })
  const seen = { people: peopleOf(found), openedBy: found.openedBy }
  return mayReadProceeding(subject, reach, seen) ? accept(found) : refuse({ code: 'proceeding-unknown' })
}

function attachmentObject({ id, fileName }: StoredAttachment) {
  return { kind: 'attachment', id, label: fileName }
}

/** A name that was refused is only repeated, and not at any length. */
function shownName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name
}
