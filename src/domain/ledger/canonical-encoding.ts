import { centipoints } from '../primitives/centipoints.ts'
import { createFieldReader, encodeFields, type Field, type FieldReader } from '../primitives/framed-fields.ts'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { assert } from '../primitives/result.ts'
import type { LedgerRow, LedgerRowContent, Recording } from './ledger-row.ts'

/**
 * The bytes a ledger row is, for good: what a Merkle leaf will be made of and what a verifier reads (SPEC §3).
 *
 *     row = field*   framed as in primitives/framed-fields, in the fixed order below; the first is the version, the
 *                    second the kind
 *
 * Every field carries its own length and the order is fixed by the kind, so no two rows share an encoding: decoding
 * gives back exactly the row. A change of fields is a new version; rows of old versions stay readable.
 */
const version = 'gongdao-ledger/1'

/** The bytes of a row; throws on half a surrogate pair and on a number that is not whole, which no row may carry. */
export function encodeLedgerRow(row: LedgerRow): Uint8Array {
  const { kind, tenantId, position, id, recordedAt, recordedBy, idempotencyKey } = row
  const head = [version, kind, tenantId, position, id, recordedAt, recordedBy, idempotencyKey]
  return encodeFields([...head, ...contentFields(row)])
}

/** The row of an encoding; throws on bytes that are not exactly one row of a known version. */
export function decodeLedgerRow(bytes: Uint8Array): LedgerRow {
  const fields = createFieldReader(bytes)
  assert(fields.text() === version, `the encoding is ${version}`)
  const kind = fields.text()
  const head = {
    tenantId: fields.text(),
    position: fields.number(),
    id: fields.text(),
    recordedAt: fields.text(),
    recordedBy: fields.text(),
    idempotencyKey: fields.textOrNull(),
  }
  const row = { ...head, ...readContent(kind, fields) }
  assert(fields.isAtEnd(), 'a row has no fields after its last')
  return row
}

function contentFields(content: LedgerRowContent): readonly Field[] {
  if (content.kind === 'confirmation') return [content.entryId]
  if (content.kind === 'reversal') return [content.entryId, content.reason]
  const { staffNumber, schemeVersion, ruleId, clause, quantity: units, occurredOn } = content.recording
  const { level, matter, discretion, place, note, basis } = content.recording
  return [
    staffNumber,
    schemeVersion,
    ruleId,
    clause,
    units,
    occurredOn,
    level,
    matter,
    discretion,
    place,
    note,
    basis,
  ]
}

function readContent(kind: string, fields: FieldReader): LedgerRowContent {
  if (kind === 'recording') return { kind, recording: readRecording(fields) }
  if (kind === 'confirmation') return { kind, entryId: fields.text() }
  assert(kind === 'reversal', `${kind} is a kind of ledger row`)
  return { kind, entryId: fields.text(), reason: fields.text() }
}

function readRecording(fields: FieldReader): Recording {
  const [staffNumber, schemeVersion, ruleId, clause] = [
    fields.text(),
    fields.number(),
    fields.text(),
    fields.text(),
  ]
  const [units, occurredOn] = [quantity(fields.number()), localDate(fields.text())]
  const [level, matter, discretion] = [fields.textOrNull(), fields.textOrNull(), fields.numberOrNull()]
  const [place, note, basis] = [fields.textOrNull(), fields.textOrNull(), fields.textOrNull()]
  return {
    staffNumber,
    schemeVersion,
    ruleId,
    clause,
    quantity: units,
    occurredOn,
    level,
    matter,
    discretion: discretion === null ? null : centipoints(discretion),
    place,
    note,
    basis,
  }
}
