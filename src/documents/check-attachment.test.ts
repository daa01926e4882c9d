import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { paragraph, wordFile, zipOf } from '../../test/builders/office-file.ts'
import { emptyJpg, onePagePdf, onePixelJpg, onePixelPng } from '../../test/builders/evidence.ts'
import { checkAttachment } from './check-attachment.ts'

/** The name and type it is kept under, or the kind of its fault. */
async function verdictOn(name: string, bytes: Uint8Array | string): Promise<string> {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const checked = await checkAttachment({ name, bytes: given })
  return checked.ok ? checked.value.fileName : checked.refusal.kind
}

const word = wordFile(paragraph('情况说明'))
const types = { name: '[Content_Types].xml', content: '<Types/>' }

describe('按内容认，不按文件名', () => {
  test.each([
    ['说明.pdf', onePagePdf, '说明.pdf'],
    ['说明.docx', word, '说明.docx'],
    ['表.xlsx', zipOf([types, { name: 'xl/workbook.xml', content: '<workbook/>' }]), '表.xlsx'],
    ['现场.jpeg', onePixelJpg, '现场.jpg'],
    ['截图.png', onePixelPng, '截图.jpg'],
    ['说明.txt', '那天我在村里，有登记。', '说明.txt'],
    ['空白改名.pdf', word, '空白改名.pdf.docx'],
    ['发票.exe', onePagePdf, '发票.exe.pdf'],
    ['GB.txt', Buffer.from([0xc7, 0xe9, 0xbf, 0xf6, 0xcb, 0xb5, 0xc3, 0xf7]), 'GB.txt'],
  ])('收下 %s', async (name, bytes, kept) => {
    expect(await verdictOn(name, bytes)).toBe(kept)
  })

  test.each([
    ['空.pdf', '', 'empty'],
    ['程序.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]), 'other-kind'],
    ['网页.txt', '<!DOCTYPE html><script>alert(1)</script>', 'other-kind'],
    ['说明.html', '那天我在村里', 'other-kind'],
    ['图.svg.png', '<html><svg onload="alert(1)"/></html>', 'other-kind'],
    ['动图.jpg', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'other-kind'],
    ['旧.doc', readFileSync('test/fixtures/score-table.doc'), 'other-kind'],
    ['包.docx', zipOf([types, { name: 'a.txt', content: 'a' }]), 'other-kind'],
    ['宏.docx', wordFile(paragraph('宏'), {}, [{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['断.docx', word.subarray(0, word.length - 40), 'damaged'],
    ['断.pdf', onePagePdf.subarray(0, 60), 'damaged'],
    ['断.png', onePixelPng.subarray(0, 30), 'damaged'],
    ['断.jpg', onePixelJpg.subarray(0, 200), 'damaged'],
    ['没有图.jpg', emptyJpg, 'damaged'],
    ['手机.heic', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'other-kind'],
    ['图.png', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'other-kind'],
    ['缺目录.docx', zipOf([{ name: 'word/document.xml', content: '<w/>' }]), 'damaged'],
    ['大.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 0x61), 'too-large'],
  ])('不收 %s', async (name, bytes, fault) => {
    expect(await verdictOn(name, bytes)).toBe(fault)
  })

  test('一个文件两种身份：按开头那一种保管，不按名字那一种', async () => {
    const page = Buffer.from('\n<html><script>alert(1)</script></html>')
    const packed = Buffer.from(zipOf([{ name: 'META-INF/MANIFEST.MF', content: 'Main-Class: A' }]))
    expect(await verdictOn('图.html', Buffer.concat([onePixelPng, page]))).toBe('图.html.jpg')
    expect(await verdictOn('图.jar', Buffer.concat([onePixelJpg, packed]))).toBe('图.jar.jpg')
    expect(await verdictOn('文.html', Buffer.concat([onePagePdf, page]))).toBe('文.html.pdf')
  })

  test('压缩炸弹不会在这里解开：只看目录，一眨眼就有结果', async () => {
    const parts = Array.from({ length: 50 }, (_, i) => ({
      name: `word/part${String(i)}.xml`,
      content: Buffer.from([0]),
      claimedSize: 4_000_000_000,
    }))
    // Its parts claim 200 GB, and are not even what they claim: whoever unpacked one would fail.
    expect(await verdictOn('炸弹.docx', zipOf([types, ...parts]))).toBe('炸弹.docx')
    const inside = zipOf([types, { name: 'word/document.xml', content: Buffer.alloc(300_000_000) }])
    const before = process.memoryUsage().arrayBuffers
    expect(await verdictOn('大.docx', inside)).toBe('大.docx')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })
})
