import { makeKeyPair } from '../../src/storage/signatures.ts'
import { signerOf } from '../../src/storage/signing-key.ts'

/** A key of this run alone. */
export const testSigner = signerOf([makeKeyPair('ed25519')], 'ed25519')
