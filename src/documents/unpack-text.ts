import { crc32, inflateRawSync } from 'node:zlib'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { packedBytes, readZipDirectory, type ZipPart } from './zip-directory.ts'

const stored = 0
const deflated = 8

/**
 * The text parts (.xml, .rels) of a .docx or .xlsx, unpacked within the limit in bytes before anything else touches
 * them: a directory may lie about sizes, and a zip bomb stops here. Pictures and fonts stay out.
 */
export function unpackText(
  bytes: Uint8Array,
  limit: number,
): Result<readonly ZipPart[], 'too-large' | 'damaged' | 'locked'> {
  let left = limit
  const parts: ZipPart[] = []
  for (const entry of readZipDirectory(bytes) ?? []) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    if (entry.isLocked) return refuse('locked')
    const packed = packedBytes(bytes, entry)
    if (packed === null || (entry.method !== stored && entry.method !== deflated)) return refuse('damaged')
    const content = entry.method === stored ? packed : inflate(packed, left)
    if (content === null) return refuse('damaged')
    if (content === 'too-large' || content.length > left) return refuse('too-large')
    if (crc32(content) !== entry.checksum) return refuse('damaged')
    left -= content.length
    parts.push({
      name: entry.name,
      method: stored,
      packed: content,
      size: content.length,
      checksum: entry.checksum,
    })
  }
  return accept(parts)
}

function inflate(packed: Uint8Array, limit: number): Uint8Array | 'too-large' | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : null
  }
}
