import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attachmentFaultSentence,
  attachmentKinds,
  attachmentName,
  largestAttachmentMegabytes,
} from './attachment.ts'

describe('文件名只留下能看的部分，结尾写明是什么', () => {
  test.each([
    ['说明.pdf', 'pdf', '说明.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['..\\..\\windows\\system.ini', 'txt', 'system.ini.txt'],
    ['/data/files/ab/说明.pdf', 'pdf', '说明.pdf'],
    ['发票.exe', 'pdf', '发票.exe.pdf'],
    ['IMG_0001.JPEG', 'jpg', 'IMG_0001.jpg'],
    ['照片.txt', 'jpg', '照片.txt.jpg'],
    ['截图.PNG', 'jpg', '截图.jpg'],
    ['现场.webp', 'jpg', '现场.jpg'],
    ['fdp.\u202Eexe', 'pdf', 'fdp.exe.pdf'],
    ['换\r\n行\u0000名.txt', 'txt', '换行名.txt'],
    ['<b>"a|b?*".docx', 'docx', 'bab.docx'],
    ['CON.txt', 'txt', '_CON.txt'],
    ['lpt1.x.pdf', 'pdf', '_lpt1.x.pdf'],
    ['   ... ', 'pdf', '未命名.pdf'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    ['', 'xlsx', '未命名.xlsx'],
    [`${'长'.repeat(300)}.pdf`, 'pdf', `${'长'.repeat(100)}.pdf`],
    ['半个\ud83d字.txt', 'txt', '半个字.txt'],
  ] as const)('%j 是 %s', (given, kind, name) => {
    expect(attachmentName(given, kind)).toBe(name)
  })

  test('不管叫什么，得到的都是一个安全的文件名，再来一遍不变', () => {
    const anyName = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(anyName, fc.constantFrom(...attachmentKinds), (given, kind) => {
        const name = attachmentName(given, kind)
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u)
        expect(() => encodeURIComponent(name)).not.toThrow()
        expect(name).not.toMatch(/^[.\s]|[.\s]$/)
        expect(Array.from(name).length).toBeLessThanOrEqual(106)
        expect(name.endsWith(`.${kind}`)).toBe(true)
        expect(attachmentName(name, kind)).toBe(name)
      }),
    )
  })
})

test('每一种不收的原因都点出文件名', () => {
  const faults = [
    { kind: 'empty' },
    { kind: 'too-large', bytes: largestAttachmentMegabytes * 1024 * 1024 + 1 },
    { kind: 'locked' },
    { kind: 'macros' },
    { kind: 'damaged' },
    { kind: 'heic' },
    { kind: 'too-many-pixels' },
    { kind: 'other-kind' },
  ] as const
  const sentences = faults.map((fault) => attachmentFaultSentence('说明.doc', fault))
  expect(new Set(sentences).size).toBe(faults.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^“说明\.doc”.+。$/)
  expect(sentences[1]).toContain('10.1 MB，每个文件最多 10 MB')
})
