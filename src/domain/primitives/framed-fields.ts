import { assert } from './result.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/**
 * Fields as bytes, each with its own length, so that no two lists of fields share their bytes:
 *
 *     field  = tag length bytes  tag: 0 nothing, 1 text, 2 whole number; length: 4 bytes, big-endian, of bytes
 *     text   = UTF-8             number = decimal digits, "-" before a negative one, no leading zeros
 *
 * What each field means is said where a list of them is made: the ledger's rows, the log's leaves.
 */
export type Field = string | number | null

const tags = { nothing: 0, text: 1, number: 2 } as const
const frameLength = 5

/** The fields one after another; throws on half a surrogate pair and on a number that is not whole. */
export function encodeFields(fields: readonly Field[]): Uint8Array {
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
  assert(typeof field !== 'number' || Number.isSafeInteger(field), 'numbers of a field are whole')
  const content = encodeUtf8(field === null ? '' : String(field))
  const frame = new Uint8Array(frameLength + content.length)
  frame[0] = field === null ? tags.nothing : typeof field === 'string' ? tags.text : tags.number
  new DataView(frame.buffer).setUint32(1, content.length)
  frame.set(content, frameLength)
  return frame
}

export type FieldReader = ReturnType<typeof createFieldReader>

/** Reads fields in their order; each asked for as what it must be, and a throw where the bytes are not that. */
export function createFieldReader(bytes: Uint8Array) {
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
  return { next, text, textOrNull, number, numberOrNull, isAtEnd: () => offset === bytes.length }
}

function readWhole(text: string): number {
  const whole = Number(text)
  assert(
    /^(0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(whole),
    `${text} is a whole number as we write them`,
  )
  return whole
}
