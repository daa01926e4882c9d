import type { PublicKey, VerifySignature } from '../domain/proof/public-key.ts'

/** Signs heads of the towns' logs with a key that lies outside the database. */
export type Signer = {
  /** What it signs with now. */
  readonly key: PublicKey
  /** Every key it ever signed with, the one of now first: older checkpoints are checked with them. */
  readonly keys: readonly PublicKey[]
  readonly sign: (message: Uint8Array) => Uint8Array
  readonly verify: VerifySignature
}
