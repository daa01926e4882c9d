import { and, asc, eq } from 'drizzle-orm'
import type { AttachmentStore, StoredAttachment } from '../commands/attachment-store.ts'
import { attachment } from './schema-review.ts'
import type { Town } from './town-transaction.ts'

/** What is on record of files handed in; their bytes are kept by kept-files.ts. */
export function attachmentStore({ tenantId, db }: Town): AttachmentStore {
  const isOfTown = eq(attachment.tenantId, tenantId)
  return {
    add: async (attachments) => {
      if (attachments.length > 0)
        await db.insert(attachment).values(attachments.map((one) => ({ ...one, tenantId })))
    },
    find: async (id) => {
      const [found] = await db
        .select()
        .from(attachment)
        .where(and(isOfTown, eq(attachment.id, id)))
      return found === undefined ? null : toAttachment(found)
    },
    ofProceeding: async (proceedingId) => {
      const rows = await db
        .select()
        .from(attachment)
        .where(and(isOfTown, eq(attachment.proceedingId, proceedingId)))
        .orderBy(asc(attachment.at), asc(attachment.id))
      return rows.map(toAttachment)
    },
  }
}

function toAttachment({ tenantId: _tenantId, ...row }: typeof attachment.$inferSelect): StoredAttachment {
  return row
}
