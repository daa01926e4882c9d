import type { Result } from '../domain/primitives/result.ts'

/** Why bytes that were kept cannot be given back: the file is gone, or it is not what was handed in. */
export type LostFile = 'missing' | 'altered'

/** Bytes kept once by their SHA-256, in lower-case hex, outside the database. */
export type KeptFiles = {
  /** Answers the name once the bytes are safely on the disk, whole; `disk-full`: nothing was kept. */
  readonly put: (bytes: Uint8Array) => Promise<Result<string, 'disk-full'>>
  /** The very bytes that were kept, or why not. */
  readonly open: (sha256: string) => Promise<Result<Uint8Array, LostFile>>
  /** Whether there is something under the name; only `open` tells whether it is whole. */
  readonly has: (sha256: string) => Promise<boolean>
}
