import sharp from 'sharp'
import { longestPictureSide, mostPicturePixels, type AttachmentFault } from '../domain/review/attachment.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

const thumbnailSide = 320

/**
 * The picture drawn anew as a JPEG: upright, at most 2560 pixels long, and nothing else of the file left in it. Where
 * and by which telephone it was taken, previews, and whatever was hidden behind its end stay out.
 */
export async function redrawPicture(bytes: Uint8Array): Promise<Result<Uint8Array, AttachmentFault>> {
  const outline = await outlineOf(bytes)
  if (outline === null) return refuse({ kind: 'damaged' })
  if (outline.width * outline.height > mostPicturePixels) return refuse({ kind: 'too-many-pixels' })
  try {
    return accept(await jpegOf(bytes, longestPictureSide, 82))
  } catch {
    // Whatever the library says of a picture it cannot read to its end, it says in English.
    return refuse({ kind: 'damaged' })
  }
}

/** A small one for lists; null: it is no picture that can be read. */
export async function thumbnailOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  return jpegOf(bytes, thumbnailSide, 72).catch(() => null)
}

/** By the first bytes alone: nothing is unpacked yet. */
async function outlineOf(bytes: Uint8Array) {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { width, height }
  } catch {
    return null
  }
}

async function jpegOf(bytes: Uint8Array, longestSide: number, quality: number): Promise<Uint8Array> {
  const drawn = sharp(bytes, { limitInputPixels: mostPicturePixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    // What shines through is white, as on paper.
    .flatten({ background: '#fff' })
    .jpeg({ quality })
  return new Uint8Array(await drawn.toBuffer())
}
