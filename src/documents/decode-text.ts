/** How the text of a file was written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * The text of a file, byte-order mark dropped, nothing else changed; null when the bytes are in none of the
 * encodings: UTF-16 by its mark, else UTF-8 when every byte fits, else GB18030 when every byte fits.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const encodings: readonly TextEncoding[] = marked === null ? ['utf-8', 'gb18030'] : [marked]
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding)
    if (text !== null && !isBinary(text)) return { text, encoding }
  }
  return null
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Control characters that no text has, in its opening: a program or a picture that happens to decode. */
function isBinary(text: string): boolean {
  const length = Math.min(text.length, 4096)
  let controls = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    if (code < 32 && !whiteSpaceCodes.has(code)) controls += 1
  }
  return controls * 50 > length
}

/** Tab, line and page breaks, and the end-of-file mark of old editors. */
const whiteSpaceCodes: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27])
