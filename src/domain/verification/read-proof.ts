import type { z } from 'zod'
import type { Sha256 } from '../primitives/canonical-json.ts'
import type { PublicKey } from '../proof/public-key.ts'
import { readCanonicalJson } from '../primitives/read-canonical-json.ts'
import type { CheckList } from './check-list.ts'
import {
  envelopeSchema,
  keysSchema,
  manifestSchema,
  partDigests,
  partNames,
  partSchemas,
  signatureSchema,
  type Envelope,
  type Manifest,
  type PartName,
  type ProofSignature,
  type ProofParts,
} from './proof-file.ts'

/** A file as far as it can be read; parts that cannot are null, and were named. */
export type OpenedProof = {
  readonly raw: Envelope
  readonly manifest: Manifest | null
  readonly keys: readonly PublicKey[] | null
  readonly signature: ProofSignature | null
  readonly parts: { readonly [Name in PartName]: ProofParts[Name] | null }
}

/** Reads the file, strictly: byte by byte, part by part, each against the manifest. Null when nothing can be read. */
export function openProof(bytes: Uint8Array, sha256: Sha256, checks: CheckList): OpenedProof | null {
  const read = readCanonicalJson(bytes)
  checks.counted('form')
  if (!read.ok) {
    const { code, at, path } = read.refusal
    checks.broken('form', { code: 'not-canonical', place: { kind: 'byte', at, path }, fault: code })
    return null
  }
  const raw = readWith(envelopeSchema, read.value, [], checks)
  if (raw === null) return null
  const manifest = readWith(manifestSchema, raw.manifest, ['manifest'], checks)
  const keys = readWith(keysSchema, raw.keys, ['keys'], checks)
  const signature = readWith(signatureSchema, raw.signature, ['signature'], checks)
  if (manifest !== null) compareDigests(raw, manifest, sha256, checks)
  return { raw, manifest, keys, signature, parts: readParts(raw, checks) }
}

function readParts(raw: Envelope, checks: CheckList): OpenedProof['parts'] {
  return {
    bulletins: readWith(partSchemas.bulletins, raw.bulletins, ['bulletins'], checks),
    checkpoints: readWith(partSchemas.checkpoints, raw.checkpoints, ['checkpoints'], checks),
    hashes: readWith(partSchemas.hashes, raw.hashes, ['hashes'], checks),
    leaves: readWith(partSchemas.leaves, raw.leaves, ['leaves'], checks),
    rows: readWith(partSchemas.rows, raw.rows, ['rows'], checks),
    schemes: readWith(partSchemas.schemes, raw.schemes, ['schemes'], checks),
  }
}

function compareDigests(raw: Envelope, manifest: Manifest, sha256: Sha256, checks: CheckList): void {
  const found = partDigests(raw, sha256)
  for (const part of partNames) {
    checks.counted('digests')
    if (found[part] !== manifest.parts[part])
      checks.broken('digests', { code: 'part-changed', place: { kind: 'path', path: [part] } })
  }
}

/** What the schema makes of it, or null and every place where it does not fit named. */
function readWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: readonly (string | number)[],
  checks: CheckList,
): z.output<Schema> | null {
  checks.counted('form')
  const unreadable = (at: readonly PropertyKey[]): void => {
    const place = [...path, ...at.map((step) => (typeof step === 'number' ? step : String(step)))]
    checks.broken('form', { code: 'unreadable', place: { kind: 'path', path: place } })
  }
  try {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues.slice(0, 20)) unreadable(issue.path)
  } catch {
    // A day or an amount that the domain's own constructors refuse.
    unreadable([])
  }
  return null
}
