import { attachFile } from '../../commands/attach-file.ts'
import type { StoredAttachment } from '../../commands/attachment-store.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { attachmentsSeenBy } from '../../queries/part-of-proceeding.ts'
import { attachmentView } from '../../queries/attachment-view.ts'
import type { attachmentEndpoints } from '../contract/attachments.ts'
import { findWithin, readMembers } from '../proceedings.ts'
import { keepUpload } from '../keep-upload.ts'
import type { RouteGroup } from '../route.ts'

export const attachmentRoutes: RouteGroup<typeof attachmentEndpoints> = {
  addAttachment: {
    ahead: async ({ params, file, services, subject, reach, ask }) => {
      const { proceedingId } = params
      const there = await ask((stores) => findWithin({ stores, subject, reach }, proceedingId))
      if (!there.ok) return there
      const kept = await keepUpload(services, file)
      if (!kept.ok) return kept
      return accept(async (call) => {
        const proceeding = await findWithin(call, proceedingId)
        if (!proceeding.ok) return proceeding
        const attached = await attachFile(call.stores.attachments, call.act, proceeding.value, kept.value)
        if (!attached.ok) return attached
        call.note({ object: attachmentObject(attached.value), after: { digest: attached.value.sha256 } })
        return accept(attachmentView(attached.value))
      })
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
