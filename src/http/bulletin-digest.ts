import { createHash } from 'node:crypto'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import { digestOf } from '../domain/primitives/canonical-json.ts'

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/**
 * Names what a preview showed, so that nothing else is published. Neither its number and day, which come with the
 * publication, nor the ledger's length and the program's version make it another.
 */
export function shownDigest(content: BulletinContent): string {
  const {
    number: _number,
    publishedOn: _day,
    ledgerPosition: _position,
    engineVersion: _engine,
    ...shown
  } = content
  return digestOf(shown.kind === 'inspection' ? { ...shown, asOf: '' } : shown, sha256)
}
