import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Signer } from '../commands/signer.ts'
import { assert } from '../domain/primitives/result.ts'
import {
  publicKeySchema,
  signatureAlgorithms,
  type PublicKey,
  type SignatureAlgorithm,
} from '../domain/proof/public-key.ts'
import { currentUserName } from './embedded/run-as.ts'
import { StartRefused } from './embedded/start-refusal.ts'
import { prepareStorageHome, writeNewFile, type StorageHome } from './embedded/storage-home.ts'
import { belongTogether, makeKeyPair, signWith, verifySignature, type KeyPair } from './signatures.ts'

const fileSchema = z.object({
  /** None yet: a restore without the secrets left the public halves below, and the next start makes a key. */
  keys: z.array(z.object({ secret: z.string().regex(/^[0-9a-f]{64}$/), public: publicKeySchema })),
  /** Public halves whose secrets are lost: what they signed can still be checked. */
  earlier: z.array(publicKeySchema).default([]),
})
type KeyFile = z.infer<typeof fileSchema>

/** Ed25519 unless GONGDAO_SIGNATURE says sm2. */
export function chooseSignature(environment: NodeJS.ProcessEnv): SignatureAlgorithm {
  const chosen = environment['GONGDAO_SIGNATURE'] ?? ''
  if (chosen === '') return 'ed25519'
  const known = signatureAlgorithms.find((algorithm) => algorithm === chosen.toLowerCase())
  if (known === undefined) throw new StartRefused({ kind: 'signature-unknown', chosen })
  return known
}

/**
 * The key that heads are signed with: made once for each algorithm, in signing-key.json of the data folder, readable by
 * its user alone and never in the database. A change of algorithm adds a key; the others stay, so that what they signed
 * can still be checked and a change back is no new key.
 */
export function openSigner(home: StorageHome, algorithm: SignatureAlgorithm): Signer {
  prepareStorageHome(home, { name: currentUserName() })
  const file = join(home.path, 'signing-key.json')
  if (statSync(file, { throwIfNoEntry: false }) === undefined)
    writeNewFile(file, JSON.stringify({ keys: [makeKeyPair(algorithm)] }))
  const { keys: kept, earlier } = readKeys(file)
  let keys = kept
  if (!keys.some((pair) => pair.public.algorithm === algorithm)) {
    keys = [...keys, makeKeyPair(algorithm)]
    replaceKeys(file, { keys, earlier })
  }
  return signerOf(keys, algorithm, earlier)
}

/** After a restore without the secrets: heads that were signed with them must still be checked by the running system. */
export function rememberPublicKeys(home: StorageHome, known: readonly PublicKey[]): void {
  const file = join(home.path, 'signing-key.json')
  const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined
  const { keys, earlier } = isThere ? readKeys(file) : { keys: [], earlier: [] }
  const here = new Set([...keys.map((pair) => pair.public), ...earlier].map(({ key }) => key))
  const unknown = known.filter(({ key }) => !here.has(key))
  if (unknown.length > 0) replaceKeys(file, { keys, earlier: [...earlier, ...unknown] })
}

function replaceKeys(file: string, keys: KeyFile): void {
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** Signs with the key of this algorithm; keeps the others to check with. */
export function signerOf(
  pairs: readonly KeyPair[],
  algorithm: SignatureAlgorithm,
  earlier: readonly PublicKey[] = [],
): Signer {
  const current = pairs.find((pair) => pair.public.algorithm === algorithm)
  assert(current !== undefined, 'there is a key of the algorithm')
  const others = pairs.filter((pair) => pair !== current)
  return {
    key: current.public,
    keys: [...[current, ...others].map((pair) => pair.public), ...earlier],
    sign: (message) => signWith(current, message),
    verify: verifySignature,
  }
}

function readKeys(file: string): KeyFile {
  try {
    const kept = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    assert(kept.keys.every(belongTogether), 'each secret has its public key')
    assert(kept.keys.length + kept.earlier.length > 0, 'there is a key')
    return kept
  } catch {
    throw new StartRefused({ kind: 'signing-key-unreadable', file, user: currentUserName() })
  }
}
