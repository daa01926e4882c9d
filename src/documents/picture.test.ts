import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { onePixelJpg } from '../../test/builders/evidence.ts'
import { redrawPicture, thumbnailOf } from './picture.ts'

/** A red field with a mark in its first corner, so that it shows which way is up. */
const field = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b00000' } }).composite([
    { input: { create: { width: 8, height: 8, channels: 3, background: '#ffffff' } }, left: 0, top: 0 },
  ])

async function redrawn(bytes: Uint8Array): Promise<Uint8Array> {
  const outcome = await redrawPicture(bytes)
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value
}

describe('照片重新画过再存', () => {
  test('方向摆正，拍摄时间、位置、机型一样不留', async () => {
    const taken = await field(64, 32)
      .withExif({
        IFD0: { Make: 'TELEPHONE' },
        IFD3: { GPSLatitude: '30/1 10/1 0/1', GPSLongitude: '114/1 20/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const kept = await redrawn(taken)
    const { width, height, format, exif, icc, xmp, iptc, orientation } = await sharp(kept).metadata()
    expect({ width, height, format }).toEqual({ width: 32, height: 64, format: 'jpeg' })
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(Buffer.from(kept).toString('latin1')).not.toContain('TELEPHONE')
    // Turned a quarter to the right, the first corner is the last of the first row.
    const { data } = await sharp(kept)
      .extract({ left: 28, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.min(...data)).toBeGreaterThan(200)
  })

  test('跟在图后面的东西不留', async () => {
    const kept = await redrawn(
      Buffer.concat([onePixelJpg, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]),
    )
    expect(Buffer.from(kept).toString('latin1')).not.toMatch(/script|PK\u0003/)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('%s 太大的缩到 2560，透明处是白纸', async (format) => {
    const large = await field(3000, 1500).toFormat(format).toBuffer()
    const { width, height, format: kept } = await sharp(await redrawn(large)).metadata()
    expect({ width, height, kept }).toEqual({ width: 2560, height: 1280, kept: 'jpeg' })
    const clear = await sharp({
      create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect([
      ...(
        await sharp(await redrawn(clear))
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]).toEqual([255, 255, 255])
  })

  test('同一张照片重交一次，画出来的一模一样', async () => {
    expect(await redrawn(onePixelJpg)).toEqual(await redrawn(onePixelJpg))
  })

  test('几千字节自称几亿像素的，不解开就不收', async () => {
    const bomb = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    // Width and height of the header, which claims what the file does not hold.
    bomb.writeUInt32BE(40_000, 16)
    bomb.writeUInt32BE(40_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    const outcome = await redrawPicture(bomb)
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'too-many-pixels' } })
  })

  test('缩略图不超过 320，读不出来的就没有', async () => {
    const small = await thumbnailOf(await field(1000, 500).jpeg().toBuffer())
    expect(await sharp(small ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 320, height: 160 })
    expect(await thumbnailOf(Buffer.from('%PDF-1.4'))).toBeNull()
  })
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
