import { z } from 'zod'
import { backingShownSchema } from '../bulletin/backing.ts'
import { bulletinContentSchema, bulletinKinds } from '../bulletin/bulletin.ts'
import { digestOf, type Sha256 } from '../primitives/canonical-json.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { leafSchema } from '../proof/leaf.ts'
import { publicKeySchema } from '../proof/public-key.ts'

/**
 * What is handed out to be checked without us: one file of canonical JSON, `gongdao-proof/1`. Every part has its digest
 * in the manifest, the manifest is signed. Three scopes: `public` for anyone of the town (what is
 * published to the town, one's own documents and entries), `pay` for finance (results and pay lists too, no entries),
 * `full` for 纪检 (everything there is).
 */
export const proofFormat = 'gongdao-proof/1'
export const proofScopes = ['public', 'pay', 'full'] as const
export type ProofScope = (typeof proofScopes)[number]

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.int().min(0)
const instant = z.iso.datetime({ precision: 3 })
const day = z.iso.date()

const hashesPart = z.array(digest)

/** The signed heads so far, smallest first, as the notes they are handed out as. */
const checkpointsPart = z.array(z.string())

const openingSchema = z.strictObject({ name: z.string(), salt: digest, value: z.string().nullable() })

/** Leaves that are shown, in the order of the log, with what opens of their commitments. */
const leavesPart = z.array(z.strictObject({ index: whole, leaf: leafSchema, openings: z.array(openingSchema) }))
export type ShownLeaf = z.infer<typeof leavesPart>[number]

const rowHead = {
  tenantId: z.string(),
  position: z.int().min(1),
  id: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
  idempotencyKey: z.string().nullable(),
}

/** The ledger as the town has it, row by row in the order of positions; empty but in a full file. */
const rowsPart = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('recording'),
      ...rowHead,
      recording: z.strictObject({
        staffNumber: z.string(),
        schemeVersion: whole,
        ruleId: z.string(),
        clause: z.string(),
        quantity: z.int(),
        occurredOn: day,
        level: z.string().nullable(),
        matter: z.string().nullable(),
        discretion: z.int().nullable(),
        place: z.string().nullable(),
        note: z.string().nullable(),
        basis: z.string().nullable(),
      }),
    }),
    z.strictObject({ kind: z.literal('confirmation'), ...rowHead, entryId: z.string() }),
    z.strictObject({ kind: z.literal('reversal'), ...rowHead, entryId: z.string(), reason: z.string() }),
  ]),
)
export type ShownRow = z.infer<typeof rowsPart>[number]

/** Every version that was adopted: its file and the regulation's stored text; empty but in a full file. */
const schemesPart = z.array(
  z.strictObject({
    version: z.int().min(1),
    effectiveFrom: day,
    /** gongdao-scheme/1 */
    file: z.unknown(),
    regulation: z.string().nullable(),
  }),
)
export type ShownScheme = z.infer<typeof schemesPart>[number]

/** Everything issued by number, in the order of the log; what the reader may not see is null. */
const bulletinsPart = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(bulletinKinds),
    period: z.string(),
    number: z.int().min(1),
    audience: z.enum(['town', 'pay', 'person']),
    /** The log's head as it is printed on it: the publication is its last leaf. */
    head: z.strictObject({ size: z.int().min(1), root: digest }),
    content: bulletinContentSchema.nullable(),
    backing: backingShownSchema.nullable(),
  }),
)
export type ShownBulletin = z.infer<typeof bulletinsPart>[number]

/** Each part by itself, so that one that cannot be read leaves the others. */
export const partSchemas = {
  bulletins: bulletinsPart,
  checkpoints: checkpointsPart,
  hashes: hashesPart,
  leaves: leavesPart,
  rows: rowsPart,
  schemes: schemesPart,
} as const
export type PartName = keyof typeof partSchemas
export const partNames = [
  'bulletins',
  'checkpoints',
  'hashes',
  'leaves',
  'rows',
  'schemes',
] as const satisfies readonly PartName[]
export type ProofParts = { readonly [Name in PartName]: z.infer<(typeof partSchemas)[Name]> }

export const manifestSchema = z.strictObject({
  format: z.literal('gongdao-proof-manifest/1'),
  scope: z.enum(proofScopes),
  /** Of the log, as its notes name it. */
  origin: z.string().min(1),
  town: z.string(),
  tenantId: z.string(),
  madeAt: instant,
  /** 工号 of whom a public file was made for; null: of nobody on the roster. */
  madeFor: z.string().nullable(),
  engineVersion: z.string(),
  /** The log's head when the file was made. */
  head: z.strictObject({ size: whole, root: digest }),
  parts: z.strictObject({
    bulletins: digest,
    checkpoints: digest,
    hashes: digest,
    leaves: digest,
    rows: digest,
    schemes: digest,
  }),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The keys that sign the log's heads and this file, the one in use first. */
export const keysSchema = z.array(publicKeySchema).min(1)

/** Over `gongdao-proof/1`, a newline and the manifest's digest; by the key of that id. */
export const signatureSchema = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  signature: z.string().regex(/^([0-9a-f]{2})+$/),
})
export type ProofSignature = z.infer<typeof signatureSchema>

/** What the signature of a file is over. */
export function signedText(manifest: unknown, sha256: Sha256): Uint8Array {
  return encodeUtf8(`${proofFormat}\n${digestOf(manifest, sha256)}\n`)
}

/** The outermost of the file; its parts are read one by one. */
export const envelopeSchema = z.strictObject({
  format: z.literal(proofFormat),
  keys: z.unknown(),
  manifest: z.unknown(),
  signature: z.unknown(),
  bulletins: z.unknown(),
  checkpoints: z.unknown(),
  hashes: z.unknown(),
  leaves: z.unknown(),
  rows: z.unknown(),
  schemes: z.unknown(),
})
export type Envelope = z.infer<typeof envelopeSchema>

export function partDigests(parts: Readonly<Record<PartName, unknown>>, sha256: Sha256): Manifest['parts'] {
  return {
    bulletins: digestOf(parts.bulletins, sha256),
    checkpoints: digestOf(parts.checkpoints, sha256),
    hashes: digestOf(parts.hashes, sha256),
    leaves: digestOf(parts.leaves, sha256),
    rows: digestOf(parts.rows, sha256),
    schemes: digestOf(parts.schemes, sha256),
  }
}
