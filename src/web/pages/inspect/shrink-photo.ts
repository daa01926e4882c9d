import type { QueuedPhoto } from './queued-finding.ts'

/** Enough to read a notice on a door; a picture of a camera has ten times the bytes. */
const longestSide = 1600
const quality = 0.8

/** A picture drawn smaller on the telephone, as a JPEG and upright; null: the telephone cannot read it. */
export async function shrinkPhoto(file: File): Promise<ArrayBuffer | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const drawing = canvas.getContext('2d')
    if (drawing === null) return null
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality)
    })
    return blob === null ? null : await blob.arrayBuffer()
  } catch {
    return null
  }
}

const placePatienceMs = 8000

/** When and where, as far as the telephone says; asked for only where the town wants it. */
export async function takenNow(): Promise<QueuedPhoto['taken']> {
  const at = new Date().toISOString()
  const place = await new Promise<{ latitude: string; longitude: string } | null>((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        resolve({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) })
      },
      () => {
        resolve(null)
      },
      { timeout: placePatienceMs, maximumAge: 60_000 },
    )
  })
  return { at, place }
}
