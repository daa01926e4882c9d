import { z } from 'zod'
import { createFieldReader, encodeFields, type Field } from '../primitives/framed-fields.ts'
import { assert } from '../primitives/result.ts'

/**
 * A leaf of a town's log: `gongdao-leaf/1`. Its bytes are the version, the kind and the fields of that kind in the
 * order below, framed as in primitives/framed-fields; decoding gives back exactly the leaf. A change of fields is a new
 * version; leaves of old versions stay readable.
 *
 * Personal is what tells of a human being: whom an entry is about, who acted (recordedBy, by), what somebody wrote
 * (matter, place, note, basis, reason), the browser's own idempotency key, and the digest of a bulletin, which may be
 * one person's. Of these the leaf carries a commitment alone (commitments.ts), `nothing` included, so that the log
 * still holds when the words and salts are erased. Open are ids, positions, days, the rule, its clause, and amounts:
 * they say what happened, and not to whom.
 */
const version = 'gongdao-leaf/1'

/** SHA-256 in lower-case hex. */
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const commitment = digest
const position = z.int().min(0)
const day = z.iso.date()
/** As 2026-03-09T01:02:03.004Z. */
const instant = z.iso.datetime({ precision: 3 })

const rowFields = {
  tenantId: z.string(),
  position,
  id: z.string(),
  recordedAt: instant,
  recordedBy: commitment,
  idempotencyKey: commitment,
}

/** The fields of each kind, in the order of the encoding. */
const kinds = {
  /** What follows was there before the log: so many versions and ledger rows, entered in the order of their time. */
  earlier: z.strictObject({
    kind: z.literal('earlier'),
    tenantId: z.string(),
    versions: position,
    ledgerRows: position,
    at: instant,
  }),
  recording: z.strictObject({
    kind: z.literal('recording'),
    ...rowFields,
    staffNumber: commitment,
    schemeVersion: position,
    ruleId: z.string(),
    clause: z.string(),
    quantity: z.int(),
    occurredOn: day,
    level: z.string().nullable(),
    matter: commitment,
    discretion: z.int().nullable(),
    place: commitment,
    note: commitment,
    basis: commitment,
  }),
  confirmation: z.strictObject({ kind: z.literal('confirmation'), ...rowFields, entryId: z.string() }),
  reversal: z.strictObject({
    kind: z.literal('reversal'),
    ...rowFields,
    entryId: z.string(),
    reason: commitment,
  }),
  adoption: z.strictObject({
    kind: z.literal('adoption'),
    tenantId: z.string(),
    version: position,
    schemeDigest: digest,
    regulationDigest: digest.nullable(),
    effectiveFrom: day,
    at: instant,
    by: commitment,
  }),
  close: z.strictObject({
    kind: z.literal('close'),
    tenantId: z.string(),
    month: z.string(),
    ledgerPosition: position,
    bulletinId: z.string(),
    at: instant,
    by: commitment,
  }),
  publication: z.strictObject({
    kind: z.literal('publication'),
    tenantId: z.string(),
    bulletinId: z.string(),
    bulletinKind: z.string(),
    period: z.string(),
    number: z.int().min(1),
    contentDigest: commitment,
    backingDigest: digest.nullable(),
    corrects: z.string().nullable(),
    ledgerPosition: position,
    at: instant,
    by: commitment,
  }),
  finalisation: z.strictObject({
    kind: z.literal('finalisation'),
    tenantId: z.string(),
    bulletinId: z.string(),
    at: instant,
    by: commitment,
  }),
} as const

/** In its parsed form, as it stands in receipts and exports. Commitments and digests are SHA-256 in lower-case hex. */
export const leafSchema = z.discriminatedUnion('kind', [
  kinds.earlier,
  kinds.recording,
  kinds.confirmation,
  kinds.reversal,
  kinds.adoption,
  kinds.close,
  kinds.publication,
  kinds.finalisation,
])
export type Leaf = z.infer<typeof leafSchema>
export type LeafKind = Leaf['kind']

/** Names of the fields of a kind, the kind itself first, in the order of the encoding. */
function fieldNames(kind: LeafKind): readonly string[] {
  return Object.keys(kinds[kind].shape)
}

/** The bytes of a leaf, for good; throws on half a surrogate pair. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const byName = new Map<string, Field>(Object.entries(leaf))
  const fields = fieldNames(leaf.kind).map((name) => {
    const field = byName.get(name)
    assert(field !== undefined, `a leaf has its ${name}`)
    return field
  })
  return encodeFields([version, ...fields])
}

/** The leaf of an encoding; throws on bytes that are not exactly one leaf of a known version and kind. */
export function decodeLeaf(bytes: Uint8Array): Leaf {
  const reader = createFieldReader(bytes)
  assert(reader.text() === version, `the encoding is ${version}`)
  const kind = reader.text()
  assert(isLeafKind(kind), `${kind} is a kind of leaf`)
  const read = Object.fromEntries(
    fieldNames(kind).map((name): [string, Field] => [name, name === 'kind' ? kind : reader.next()]),
  )
  assert(reader.isAtEnd(), 'a leaf has no fields after its last')
  return leafSchema.parse(read)
}

function isLeafKind(name: string): name is LeafKind {
  return Object.hasOwn(kinds, name)
}
