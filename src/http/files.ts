/** A file as it came in: its name is for showing only. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** A download. */
export type FileAnswer = { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }
