import { accept, refuse, type Result } from './result.ts'

/** Where a text is not canonical JSON: the byte it shows at, and the fields and places in lists that lead there. */
export type CanonicalFault = {
  readonly code: CanonicalFaultCode
  readonly at: number
  readonly path: readonly (string | number)[]
}

export type CanonicalFaultCode =
  /** No JSON at all goes on like this. */
  | 'unexpected'
  | 'cut-off'
  | 'after-end'
  | 'not-utf8'
  /** JSON, and not as canonicalJson writes it: spaces, the order of fields, another way to write a number or text. */
  | 'space'
  | 'field-order'
  | 'number-form'
  | 'text-form'
  | 'too-deep'

const deepest = 100

class Fault extends Error {
  readonly fault: CanonicalFault

  constructor(fault: CanonicalFault) {
    super(fault.code)
    this.fault = fault
  }
}

/**
 * The value of bytes that are canonical JSON in UTF-8 to the last byte (`canonicalJson`), else the first place where
 * they are not. Two values never share bytes, and no value has two: whoever changes a byte changes the value or is found.
 */
export function readCanonicalJson(bytes: Uint8Array): Result<unknown, CanonicalFault> {
  const reader = new Reader(bytes)
  try {
    return accept(reader.whole())
  } catch (error) {
    if (error instanceof Fault) return refuse(error.fault)
    throw error
  }
}

const code = {
  quote: 0x22,
  backslash: 0x5c,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  closeList: 0x5d,
  openFields: 0x7b,
  closeFields: 0x7d,
} as const
const words = [
  { text: 'true', value: true },
  { text: 'false', value: false },
  { text: 'null', value: null },
] as const

class Reader {
  private readonly bytes: Uint8Array
  private readonly path: (string | number)[] = []
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  whole(): unknown {
    const value = this.value()
    if (this.at < this.bytes.length) this.stop('after-end')
    return value
  }

  private stop(reason: CanonicalFaultCode, at = this.at): never {
    throw new Fault({ code: reason, at, path: [...this.path] })
  }

  /** What is here instead of what should be. */
  private unexpected(): never {
    const byte = this.bytes[this.at]
    if (byte === undefined) this.stop('cut-off')
    this.stop(byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) ? 'space' : 'unexpected')
  }

  private take(byte: number): void {
    if (this.bytes[this.at] !== byte) this.unexpected()
    this.at += 1
  }

  private value(): unknown {
    if (this.path.length > deepest) this.stop('too-deep')
    const byte = this.bytes[this.at]
    if (byte === code.quote) return this.text()
    if (byte === code.openFields) return this.fields()
    if (byte === code.openList) return this.list()
    if (byte === 0x2d || (byte !== undefined && byte >= 0x30 && byte <= 0x39)) return this.number()
    for (const word of words) if (this.isWord(word.text)) return this.word(word)
    return this.unexpected()
  }

  private isWord(text: string): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false
    return true
  }

  private word<Value>({ text, value }: { readonly text: string; readonly value: Value }): Value {
    this.at += text.length
    return value
  }

  private list(): unknown[] {
    const values: unknown[] = []
    this.take(code.openList)
    if (this.bytes[this.at] === code.closeList) {
      this.at += 1
      return values
    }
    for (;;) {
      this.path.push(values.length)
      values.push(this.value())
      if (this.bytes[this.at] === code.closeList) break
      this.take(code.comma)
      this.path.pop()
    }
    this.path.pop()
    this.at += 1
    return values
  }

  private fields(): unknown {
    const fields: [string, unknown][] = []
    let before: string | null = null
    this.take(code.openFields)
    if (this.bytes[this.at] === code.closeFields) {
      this.at += 1
      return {}
    }
    for (;;) {
      const start = this.at
      if (this.bytes[this.at] !== code.quote) this.unexpected()
      const name = this.text()
      if (before !== null && name <= before) this.stop('field-order', start)
      before = name
      this.path.push(name)
      this.take(code.colon)
      fields.push([name, this.value()])
      if (this.bytes[this.at] === code.closeFields) break
      this.take(code.comma)
      this.path.pop()
    }
    this.path.pop()
    this.at += 1
    // Defines fields rather than sets them, so that one called __proto__ is a field too.
    return Object.fromEntries(fields)
  }

  private number(): number {
    const start = this.at
    while (isNumberByte(this.bytes[this.at])) this.at += 1
    let token = ''
    for (let index = start; index < this.at; index += 1) token += String.fromCharCode(this.bytes[index] ?? 0)
    const value = Number(token)
    if (!Number.isFinite(value) || String(value) !== token) this.stop('number-form', start)
    return value
  }

  private text(): string {
    const start = this.at
    this.at += 1
    let escaped = false
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) this.stop('cut-off')
      if (byte < 0x20) this.stop('text-form')
      this.at += 1
      if (byte === code.quote) break
      if (byte === code.backslash) {
        escaped = true
        this.at += 1
      }
    }
    const raw = this.decode(start, this.at)
    return escaped ? this.unescape(raw, start) : raw.slice(1, -1)
  }

  /** The text of a token with escapes; each character has one way to be written. */
  private unescape(raw: string, start: number): string {
    let text: unknown
    try {
      text = JSON.parse(raw)
    } catch {
      this.stop('text-form', start)
    }
    if (typeof text !== 'string' || JSON.stringify(text) !== raw) this.stop('text-form', start)
    return text
  }

  /** UTF-8, shortest forms only and no halves of a pair. */
  private decode(from: number, to: number): string {
    const { bytes } = this
    let text = ''
    let index = from
    while (index < to) {
      const byte = bytes[index] ?? 0
      if (byte < 0x80) {
        text += String.fromCharCode(byte)
        index += 1
        continue
      }
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      const point = codePoint(bytes, index, length, to)
      if (point === null) this.stop('not-utf8', index)
      text += String.fromCodePoint(point)
      index += length
    }
    return text
  }
}

function isNumberByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  // Digits, and + - . e E.
  return (
    (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e || (byte | 0x20) === 0x65
  )
}

const smallest: Readonly<Record<number, number>> = { 2: 0x80, 3: 0x800, 4: 0x10000 }

function codePoint(bytes: Uint8Array, at: number, length: number, end: number): number | null {
  const first = bytes[at] ?? 0
  if (first < 0xc2 || first > 0xf4 || at + length > end) return null
  let point = first & (0xff >> (length + 1))
  for (let index = at + 1; index < at + length; index += 1) {
    const next = bytes[index] ?? 0
    if ((next & 0xc0) !== 0x80) return null
    point = (point << 6) | (next & 0x3f)
  }
  const isHalf = point >= 0xd800 && point <= 0xdfff
  return isHalf || point > 0x10ffff || point < (smallest[length] ?? 0) ? null : point
}
