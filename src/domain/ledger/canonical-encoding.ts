import { centipoints } from '../primitives/centipoints.ts'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { assert } from '../primitives/result.ts'
import { decodeUtf8, encodeUtf8 } from '../primitives/utf8.ts'
import type { LedgerRow, LedgerRowContent, Recording } from './ledger-row.ts'

/**
 * The bytes a ledger row is, for good: what a Merkle leaf will be made of and what a verifier reads (SPEC §3).
 *
 *     row    = field*            in the fixed order below; the first is the version, the second the kind
 *     field  = tag length bytes  tag: 0 nothing, 1 text, 2 whole number; length: 4 bytes, big-endian, of bytes
 *     text   = UTF-8             number = decimal digits, "-" before a negative one, no leading zeros
 *
 * Every field carries its own length and the order is fixed by the kind, so no two rows share an encoding: decoding
 * gives back exactly the row. A change of fields is a new version; rows of old versions stay readable.
 */
const version = 'gongdao-ledger/1'

type Field = string | number | null

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

const tags = { nothing: 0, text: 1, number: 2 } as const
const frameLength = 5

function encodeFields(fields: readonly Field[]): Uint8Array {
  const frames = fields.map(encodeField)
  const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0))
  let offset = 0
  for (const frame of frames) {
    bytes.set(frame, offset)
    offset += frame.length
  }
  return bytes
}

function encodeField(field: Field): Uint8Array {
  assert(typeof field !== 'number' || Number.isSafeInteger(field), 'numbers of a row are whole')
  const content = encodeUtf8(field === null ? '' : String(field))
  const frame = new Uint8Array(frameLength + content.length)
  frame[0] = field === null ? tags.nothing : typeof field === 'string' ? tags.text : tags.number
  new DataView(frame.buffer).setUint32(1, content.length)
  frame.set(content, frameLength)
  return frame
}

type FieldReader = ReturnType<typeof createFieldReader>

function createFieldReader(bytes: Uint8Array) {
  let offset = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const next = (): Field => {
    assert(offset + frameLength <= bytes.length, 'a field has its tag and length')
    const [tag, length] = [view.getUint8(offset), view.getUint32(offset + 1)]
    const start = offset + frameLength
    offset = start + length
    assert(offset <= bytes.length, 'a field is as long as it says')
    const text = decodeUtf8(bytes.subarray(start, offset))
    if (tag === tags.text) return text
    if (tag === tags.number) return readWhole(text)
    assert(tag === tags.nothing && length === 0, 'a field is text, a number or nothing')
    return null
  }
  const text = (): string => {
    const field = next()
    assert(typeof field === 'string', 'this field is text')
    return field
  }
  const textOrNull = (): string | null => {
    const field = next()
    assert(typeof field !== 'number', 'this field is text or nothing')
    return field
  }
  const numberOrNull = (): number | null => {
    const field = next()
    assert(typeof field !== 'string', 'this field is a number or nothing')
    return field
  }
  const number = (): number => {
    const field = numberOrNull()
    assert(field !== null, 'this field is a number')
    return field
  }
  return { text, textOrNull, number, numberOrNull, isAtEnd: () => offset === bytes.length }
}

function readWhole(text: string): number {
  const whole = Number(text)
  assert(
    /^(0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(whole),
    `${text} is a whole number as we write them`,
  )
  return whole
}
