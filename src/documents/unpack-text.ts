import { inflateRawSync } from 'node:zlib'
import { packedBytes, readZipDirectory, type ZipPart } from './zip-directory.ts'

/**
 * The text parts (.xml, .rels) of a .docx or .xlsx, unpacked within the limit in bytes before anything else touches
 * them: a directory may lie about sizes, and a zip bomb stops here. Pictures and fonts stay out.
 */
export function unpackText(bytes: Uint8Array, limit: number): ZipPart[] | 'too-large' | 'damaged' {
  let left = limit
  const parts: ZipPart[] = []
  for (const entry of readZipDirectory(bytes) ?? []) {
    if (!/\.(?:xml|rels)$/.test(entry.name)) continue
    const packed = packedBytes(bytes, entry)
    if (packed === null) return 'damaged'
    const content = entry.method === 0 ? packed : inflate(packed, left)
    if (content === null) return 'damaged'
    if (content === 'too-large' || content.length > left) return 'too-large'
    left -= content.length
    parts.push({ name: entry.name, method: 0, packed: content, size: content.length })
  }
  return parts
}

function inflate(packed: Uint8Array, limit: number): Uint8Array | 'too-large' | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : null
  }
}
