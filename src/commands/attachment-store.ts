/** A file handed in to a proceeding, as the town keeps it; its bytes lie under their SHA-256. */
export type StoredAttachment = {
  readonly id: string
  readonly proceedingId: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly at: Date
  readonly by: string
}

export type AttachmentStore = {
  readonly add: (attachments: readonly StoredAttachment[]) => Promise<void>
  readonly find: (id: string) => Promise<StoredAttachment | null>
  /** In the order they were handed in. */
  readonly ofProceeding: (proceedingId: string) => Promise<readonly StoredAttachment[]>
}
