/** How the text of a file was written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * The text of a file, byte-order mark dropped, nothing else changed; null when the bytes are in none of the
 * encodings: UTF-16 by its mark, else UTF-8 when every byte fits, else GB18030 when every byte fits.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
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

/** Control characters that no text has: a program or a picture that happens to decode. */
function isBinary(text: string): boolean {
  const opening = text.slice(0, 4096)
  const controls = [...opening].filter((character) => /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(character))
  return opening.includes('\u0000') || controls.length * 50 > opening.length
}
