/** How the text of a file was written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/**
 * The text of a file, byte-order mark dropped, nothing else changed; null when the bytes are in none of the
 * encodings: UTF-16 by its mark, else UTF-8 when every byte fits, or UTF-16 without mark when there are zero bytes,
 * else GB18030 or Big5, whichever fits every byte and gives the more of everyday Chinese.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  if (bytes.subarray(0, sampleLength).includes(0)) return decodeUnmarked(bytes)
  const universal = decodeAs(bytes, 'utf-8')
  if (universal !== null) return universal
  const mainland = decodeAs(bytes, 'gb18030')
  const traditional = decodeAs(bytes, 'big5')
  if (mainland === null || traditional === null) return mainland ?? traditional
  return everydayWords(traditional.text) > everydayWords(mainland.text) ? traditional : mainland
}

function decodeAs(
  bytes: Uint8Array,
  encoding: TextEncoding,
): { readonly text: string; readonly encoding: TextEncoding } | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return isBinary(text) ? null : { text, encoding }
  } catch {
    return null
  }
}

const sampleLength = 4096

/** Zero bytes are of UTF-16 or of no text at all. */
function decodeUnmarked(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | null {
  const little = decodeAs(bytes, 'utf-16le')
  const big = decodeAs(bytes, 'utf-16be')
  const [least, most] =
    everydayWords(little?.text ?? '') < everydayWords(big?.text ?? '') ? [little, big] : [big, little]
  return most !== null && everydayWords(most.text) > everydayWords(least?.text ?? '') ? most : null
}

const everyday = /[的一不人在有中上及和或分次每扣加得考核工作，。、；：（）]/g

/** Bytes read in the wrong encoding give characters nobody uses. */
function everydayWords(text: string): number {
  return text.slice(0, sampleLength).match(everyday)?.length ?? 0
}

/** A zero anywhere, or in the opening many control characters: a program or a picture that happens to decode. */
function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true
  const length = Math.min(text.length, sampleLength)
  let controls = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 && !whiteSpaceCodes.has(code)) controls += 1
  }
  return controls * 50 > length
}

/** Tab, line and page breaks, and the end-of-file mark of old editors. */
const whiteSpaceCodes: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27])
