/** A file as it came in: its name is for showing only. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** A download. */
export type FileAnswer = {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
  /** Handed in by somebody: a browser that opens it all the same must let it do nothing. */
  readonly isForeign?: true
  /** One of our own drawing: a page may show it. */
  readonly isPicture?: true
}
