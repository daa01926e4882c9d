import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { regulationFileWords } from './regulation-file-words.ts'
import { readRegulationFile } from './regulation-text.ts'

/** A small regulation of our own, saved as «Word 97–2003» by an office program. */
const file = readFileSync(new URL('../../test/fixtures/score-table.doc', import.meta.url))

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const read = await readRegulationFile(bytes, '办法.doc')
  return read.ok ? read.value.text : regulationFileWords(read.refusal)
}

test('旧版 .doc：自动编号、修订、脚注、软回车、隐藏文字和表格都如页面所示', async () => {
  expect((await wordsOf(file)).split('\n')).toEqual([
    '松湖镇机关工作人员绩效考核办法',
    '一、总则',
    '考核实行百分制，满分100分。',
    '二、考核内容',
    '（一）工作纪律（30分）',
    '1.上班迟到的，每次扣1分；早退的，每次扣2分。',
    '2.旷工的，每天扣5分。',
    '注：旷工半天的，扣2分。',
    '（二）业务工作（70分）',
    '第一行',
    '第二行',
    '序号\t考核内容\t评分标准\t分值\t责任单位',
    '1\t环境卫生\t垃圾清运不及时的，每处扣1分。\u2028河道有漂浮物的，每处扣2分。\t20\t环卫所',
    '2\t\t违建未拆除的，每处扣3分。\t20\t综合执法队',
    '3\t安全生产\t发生事故的，此项不得分。\t30\t安监站',
    '合计\t\t\t70',
    '本办法自印发之日起施行。',
  ])
})

/** The file with one number of its directory or of the document's header changed. */
function changed(find: Buffer, offset: number, write: (at: number, copy: Buffer) => void): Buffer {
  const copy = Buffer.from(file)
  write(copy.indexOf(find) + offset, copy)
  return copy
}

const documentHeader = Buffer.from([0xec, 0xa5])

test.each([
  ['加密的', changed(documentHeader, 0x0b, (at, copy) => copy.writeUInt8(copy.readUInt8(at) | 1, at)), '打开密码'],
  ['Word 95 以前的', changed(documentHeader, 2, (at, copy) => copy.writeUInt16LE(0x68, at)), '打不开'],
  ['字数谎报的', changed(documentHeader, 0x4c, (at, copy) => copy.writeUInt32LE(0x7fffffff, at)), '超过1000000字'],
  ['只剩一半的', file.subarray(0, 7000), '.doc”'],
  [
    '扇区链成环的',
    changed(Buffer.from('W\0o\0r\0d\0D\0o\0c\0'), 116, (at, copy) => {
      // The sector table begins in the sector the header names; its first chain is made to run in a circle.
      const table = (copy.readUInt32LE(76) + 1) * 512
      const first = copy.readUInt32LE(at)
      copy.writeUInt32LE(first, table + first * 4)
    }),
    '打不开',
  ],
  [
    '改名的 .xls',
    changed(Buffer.from('W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0'), 0, (at, copy) => {
      copy.write('Workbook\0\0\0\0', at, 'utf16le')
      copy.writeUInt16LE(18, at + 64)
    }),
    '另存为 .xlsx',
  ],
  [
    '设了密码的新版文件',
    changed(Buffer.from('W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0'), 0, (at, copy) => {
      copy.write('EncryptedPackage', at, 'utf16le')
      copy.writeUInt16LE(34, at + 64)
    }),
    '打开密码',
  ],
])('%s：一句话说清', async (_, bytes, words) => {
  const sentence = await wordsOf(bytes)
  expect(sentence).toContain(words)
  expect(sentence).toMatch(/^“办法\.doc”.*。$/)
})
