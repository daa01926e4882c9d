import { attachFile } from '../../commands/attach-file.ts'
import type { StoredAttachment } from '../../commands/attachment-store.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { attachmentsSeenBy } from '../../queries/part-of-proceeding.ts'
import { attachmentView } from '../../queries/attachment-view.ts'
import type { attachmentEndpoints } from '../contract/attachments.ts'
import { findWithin, readMembers } from '../proceedings.ts'
import type { RouteGroup } from '../route.ts'

export const attachmentRoutes: RouteGroup<typeof attachmentEndpoints> = {
  addAttachment: {
    inTown: async (call) => {
      const { params, file, stores, services, act, note } = call
      const proceeding = await findWithin(call, params.proceedingId)
      if (!proceeding.ok) return proceeding
      const checked = await services.checkAttachment(file)
      if (!checked.ok)
        return refuse({ code: 'attachment-refused', fileName: shownName(file.name), fault: checked.refusal })
      const ports = { attachments: stores.attachments, files: services.files }
      const attached = await attachFile(ports, act, proceeding.value, checked.value)
      if (!attached.ok) return attached
      note({ object: attachmentObject(attached.value), after: { digest: attached.value.sha256 } })
      return accept(attachmentView(attached.value))
    },
  },
  downloadAttachment: {
    inTown: async (call) => {
      const { params, stores, services, note } = call
      const attachment = await stores.attachments.find(params.attachmentId)
      if (attachment === null) return refuse({ code: 'attachment-unknown' })
      const proceeding = await findWithin(call, attachment.proceedingId)
      if (!proceeding.ok) return refuse({ code: 'attachment-unknown' })
      const seen = attachmentsSeenBy([attachment], proceeding.value, call.subject, await readMembers(call))
      if (seen.length === 0) return refuse({ code: 'attachment-unknown' })
      const { fileName, mediaType, sha256 } = attachment
      const opened = await services.files.open(sha256)
      if (!opened.ok) return refuse({ code: 'attachment-lost', fileName, how: opened.refusal })
      note({ object: attachmentObject(attachment), after: { digest: sha256 } })
      return accept({ fileName, contentType: mediaType, bytes: opened.value, isForeign: true })
    },
  },
}

function attachmentObject({ id, fileName }: StoredAttachment) {
  return { kind: 'attachment', id, label: fileName }
}

/** A name that was refused is only repeated, and not at any length. */
export function shownName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name
}
