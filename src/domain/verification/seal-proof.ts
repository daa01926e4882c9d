import { canonicalJson, toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { keyId, type PublicKey } from '../proof/public-key.ts'
import { partDigests, proofFormat, signedText, type Manifest, type PartName } from './proof-file.ts'

export type Sealing = {
  readonly sha256: Sha256
  /** The key in use first. */
  readonly keys: readonly PublicKey[]
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The bytes of a proof file: its parts, their digests in the manifest, and the manifest signed. */
export function sealProof(
  head: Omit<Manifest, 'format' | 'parts'>,
  parts: Readonly<Record<PartName, unknown>>,
  { sha256, keys, sign }: Sealing,
): Uint8Array {
  const manifest: Manifest = { format: 'gongdao-proof-manifest/1', ...head, parts: partDigests(parts, sha256) }
  const [key] = keys
  const signature = {
    keyId: key === undefined ? '' : keyId(head.origin, key, sha256),
    signature: toHex(sign(signedText(manifest, sha256))),
  }
  return encodeUtf8(canonicalJson({ format: proofFormat, keys, manifest, signature, ...parts }))
}
