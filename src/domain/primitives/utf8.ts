/** Text as UTF-8 without the platform's TextEncoder; throws on half a surrogate pair, which has no UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0
    if (point < 0x80) bytes[length++] = point
    else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6)
      bytes[length++] = 0x80 | (point & 0x3f)
    } else if (point < 0x10000) {
      if (point >= 0xd800 && point <= 0xdfff) throw new URIError('URI malformed: half a surrogate pair')
      bytes[length++] = 0xe0 | (point >> 12)
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[length++] = 0x80 | (point & 0x3f)
    } else {
      index += 1
      bytes[length++] = 0xf0 | (point >> 18)
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[length++] = 0x80 | (point & 0x3f)
    }
  }
  return bytes.slice(0, length)
}

/** The text of UTF-8 bytes; throws when they are not UTF-8 (overlong forms and surrogates included). */
export function decodeUtf8(bytes: Uint8Array): string {
  let escaped = ''
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`
  return decodeURIComponent(escaped)
}
