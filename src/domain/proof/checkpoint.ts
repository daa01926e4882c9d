import { toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { fromHex } from './hash-bytes.ts'
import type { LogHead } from './log-entry.ts'
import { keyId, type PublicKey, type VerifySignature } from './public-key.ts'

/**
 * A signed head, in the form tools for transparency logs read (c2sp.org/tlog-checkpoint, c2sp.org/signed-note):
 *
 *     gongdao/<town>                      the log it is of
 *     1234                                how many leaves
 *     CsUYapGGPo4dkMgIAUqom…=             the root over them, base64
 *                                         (blank)
 *     — gongdao/<town> Az3grlgtzPIC…=     key id (4 bytes) ‖ signature, base64
 *
 * What is signed is the text up to and with the newline before the blank line.
 */
export function originOf(tenantId: string): string {
  return `gongdao/${tenantId}`
}

export function checkpointText(origin: string, { size, root }: LogHead): string {
  return `${origin}\n${String(size)}\n${toBase64(fromHex(root))}\n`
}

/** The note of a head signed by this key. */
export function signCheckpoint(
  origin: string,
  head: LogHead,
  signer: { readonly key: PublicKey; readonly sign: (message: Uint8Array) => Uint8Array },
  sha256: Sha256,
): string {
  const text = checkpointText(origin, head)
  const signature = [...fromHex(keyId(origin, signer.key, sha256)), ...signer.sign(encodeUtf8(text))]
  return `${text}\n— ${origin} ${toBase64(Uint8Array.from(signature))}\n`
}

export type CheckpointRefusal =
  /** Not a note of this form. */
  | { readonly code: 'checkpoint-malformed' }
  /** Of another log. */
  | { readonly code: 'checkpoint-of-other-log'; readonly origin: string }
  /** Signed by none of these keys. */
  | { readonly code: 'checkpoint-key-unknown' }
  | { readonly code: 'checkpoint-signature-wrong' }

/** The head a note promises, when one of these keys has signed it for this log. */
export function openCheckpoint(
  note: string,
  origin: string,
  keys: readonly PublicKey[],
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifySignature },
): Result<{ readonly head: LogHead; readonly key: PublicKey }, CheckpointRefusal> {
  const parsed = parse(note)
  if (parsed === null) return refuse({ code: 'checkpoint-malformed' })
  if (parsed.origin !== origin) return refuse({ code: 'checkpoint-of-other-log', origin: parsed.origin })
  const known = parsed.signatures.flatMap((line) => {
    const key = keys.find((one) => line.name === origin && keyId(origin, one, sha256) === line.keyId)
    return key === undefined ? [] : [{ key, signature: line.signature }]
  })
  const [first] = known
  if (first === undefined) return refuse({ code: 'checkpoint-key-unknown' })
  const message = encodeUtf8(parsed.text)
  // A known key's wrong signature spoils the note, whatever else it carries.
  if (!known.every(({ key, signature }) => verify(key, message, signature)))
    return refuse({ code: 'checkpoint-signature-wrong' })
  return accept({ head: parsed.head, key: first.key })
}

type Parsed = {
  readonly text: string
  readonly origin: string
  readonly head: LogHead
  readonly signatures: readonly {
    readonly name: string
    readonly keyId: string
    readonly signature: Uint8Array
  }[]
}

const longestNote = 10_000

function parse(note: string): Parsed | null {
  const split = note.lastIndexOf('\n\n')
  if (note.length > longestNote || split === -1 || !note.endsWith('\n')) return null
  const text = note.slice(0, split + 1)
  const [origin = '', size = '', root = ''] = text.split('\n')
  if (!/^\S+$/.test(origin) || !/^(0|[1-9]\d{0,14})$/.test(size)) return null
  try {
    const bytes = fromBase64(root)
    const signatures = note
      .slice(split + 2, -1)
      .split('\n')
      .map(parseSignature)
    if (bytes.length !== 32 || signatures.includes(null)) return null
    const head = { size: Number(size), root: toHex(bytes) }
    return { text, origin, head, signatures: signatures.flatMap((line) => line ?? []) }
  } catch {
    return null
  }
}

function parseSignature(line: string): Parsed['signatures'][number] | null {
  const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
  if (name === undefined || encoded === undefined) return null
  const bytes = fromBase64(encoded)
  return bytes.length < 5 ? null : { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) }
}
