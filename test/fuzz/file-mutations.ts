import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { packedBytes, readZipDirectory } from '../../src/documents/zip-directory.ts'
import { bookFile, paragraph, table, tableCell, tableRow, wordFile, zipOf } from '../builders/office-file.ts'
import type { Chance } from './chance.ts'

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Small files of every kind that is read, with all that makes their structure: lists, merged cells, notes, fields. */
export function originalFiles(): NamedFile[] {
  const fixture = new URL('../fixtures/score-table.doc', import.meta.url)
  return [
    { name: '办法.docx', bytes: sampleWord() },
    { name: '评分表.xlsx', bytes: sampleBook() },
    { name: '办法.doc', bytes: readFileSync(fixture) },
    { name: '办法.html', bytes: Buffer.from(samplePage) },
    { name: '办法.txt', bytes: Buffer.from('一、工作纪律（20分）\n迟到的，每次扣1分；旷工的，此项不得分。\n') },
  ]
}

function sampleWord(): Uint8Array {
  const level = (i: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${String(i)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const numbered = (i: number) => `<w:numPr><w:ilvl w:val="${String(i)}"/><w:numId w:val="1"/></w:numPr>`
  const body = [
    paragraph('工作纪律（20分）', numbered(0)),
    paragraph('迟到的，每次扣1分。', numbered(1), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    `<w:p><w:del w:id="1"><w:r><w:t>扣9分</w:t></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>早退扣2分。</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    table(
      tableRow('考核内容', '评分标准', '分值'),
      tableRow(tableCell('卫生', '<w:vMerge w:val="restart"/>'), '每处扣1分', '20'),
      tableRow(tableCell('', '<w:vMerge/>'), tableCell('每次扣2分', '<w:gridSpan w:val="2"/>')),
    ),
  ].join('')
  const footnotes = `<w:footnote w:id="2">${paragraph('病假除外')}</w:footnote>`
  const styles =
    '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
  return wordFile(body, { numbering, styles, footnotes })
}

function sampleBook(): Uint8Array {
  const rows = [
    ['评分表'],
    ['序号', '内容', '标准', '分值'],
    [1, '<c r="B3" t="s"><v>0</v></c>', '每处扣1分', '<c r="D3" s="1"><v>0.2</v></c>'],
    [2, null, '每次扣2分', 80],
  ]
  const sharedStrings = '<sst><si><t>卫生</t></si></sst>'
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
  return bookFile([{ name: '党政办', rows, merged: ['A1:D1', 'B3:B4'] }], { sharedStrings, styles })
}

const samplePage =
  '<html><body><h1>办法</h1><p>迟到扣1分</p><table><tr><td rowspan="2">卫生</td><td>每处扣1分</td></tr><tr><td colspan="2">扣2分</td></tr></table></body></html>'

export function damagedFile(originals: readonly NamedFile[], chance: Chance): NamedFile {
  const original = originals[chance(originals.length)] ?? { name: '空', bytes: new Uint8Array() }
  const isZip = original.bytes[0] === 0x50
  let { bytes } = original
  if (isZip && chance(4) > 0) bytes = damagedZip(bytes, chance)
  if (!isZip || chance(4) === 0) bytes = damagedBytes(bytes, chance)
  // What a file is called must not matter.
  const names = originals.map(({ name }) => name)
  return { name: chance(4) > 0 ? original.name : (names[chance(names.length)] ?? original.name), bytes }
}

const tellingNumbers = [0, 1, 2, 0x7f, 0xff, 0x1ff, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]

function damagedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let copy = Buffer.from(bytes)
  for (let count = 1 + chance(4); count > 0 && copy.length > 8; count--) {
    const at = chance(copy.length - 4)
    switch (chance(8)) {
      case 0:
        copy = copy.subarray(0, at)
        break
      case 1:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + chance(64))])
        break
      case 2:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at - chance(at + 1))])
        break
      case 3:
        copy.fill(0, at, Math.min(copy.length, at + chance(64)))
        break
      case 4:
      case 5:
        // Where structures point to each other: numbers of two and four bytes at even places.
        copy.writeUInt32LE(tellingNumbers[chance(tellingNumbers.length)] ?? 0, at & ~1)
        break
      default:
        copy.writeUInt8(chance(256), at)
    }
  }
  return copy
}

/** Damages the XML of one part, or the list of parts itself; checksums and lengths are right again afterwards. */
function damagedZip(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts = (readZipDirectory(bytes) ?? []).map((entry) => ({
    name: entry.name,
    content: inflateRawSync(packedBytes(bytes, entry) ?? new Uint8Array()).toString(),
  }))
  const at = chance(parts.length)
  const part = parts[at]
  if (part === undefined) return bytes
  switch (chance(12)) {
    case 0:
      return zipOf(parts.filter((_, i) => i !== at))
    case 1:
      return zipOf([...parts, { ...part, content: damagedXml(part.content, chance) }])
    case 2:
      return zipOf(parts.map((other) => ({ ...other, name: other === part ? `x${other.name}` : other.name })))
    default:
      return zipOf(
        parts.map((other) => (other === part ? { ...other, content: damagedXml(other.content, chance) } : other)),
      )
  }
}

type XmlMutation = (xml: string, at: number, chance: Chance) => string

const entityBomb =
  '<!DOCTYPE d [<!ENTITY a "扣1分扣1分"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

/** Each acts on a tag that begins at the given place. */
const xmlMutations: readonly XmlMutation[] = [
  (xml, at) => xml.slice(0, at) + xml.slice(xml.indexOf('>', at) + 1),
  (xml, at) => xml.slice(0, at) + xml.slice(at, xml.indexOf('>', at) + 1) + xml.slice(at),
  (xml, at, chance) => xml.slice(0, at) + xml.slice(at, at + chance(400)).repeat(1 + chance(30)) + xml.slice(at),
  (xml, at, chance) => xml.slice(0, at) + xml.slice(at + chance(200)),
  (xml, at, chance) => {
    const end = xml.indexOf('>', at) + 1
    const tag = xml.slice(at, end)
    const name = /^<([\w:]+)/.exec(tag)?.[1]
    if (name === undefined || tag.endsWith('/>')) return xml
    const times = 1 + chance(600)
    return xml.slice(0, at) + tag.repeat(times) + `</${name}>`.repeat(times) + xml.slice(at)
  },
  (xml, at, chance) => {
    const number = String(tellingNumbers[chance(tellingNumbers.length)])
    const end = xml.indexOf('>', at) + 1
    return (
      xml.slice(0, at) +
      xml.slice(at, end).replace(/\d+/, chance(4) === 0 ? `-${number}` : number) +
      xml.slice(end)
    )
  },
  (xml, at, chance) =>
    xml.slice(0, at) +
    (['&#0;', '&#xD800;', '&c;', '&amp', ']]>', '\u0000', '<![CDATA[扣2分]]>', '<!-- 扣3分 -->'][chance(8)] ??
      '') +
    xml.slice(at),
  (xml) => xml.replace(/(?=<[a-z])/i, entityBomb).replace(/扣/, '&c;'),
  (xml) =>
    xml.replace(/(?=<[a-z])/i, '<!DOCTYPE d [<!ENTITY c SYSTEM "file:///etc/passwd">]>').replace(/扣/, '&c;'),
  (xml) => xml.replace(/ref="[^"]*"/, 'ref="A1:XFD1048576"').replace(/<v>\d+<\/v>/, '<v>1e308</v>'),
]

function damagedXml(xml: string, chance: Chance): string {
  let damaged = xml
  for (let count = 1 + chance(3); count > 0; count--) {
    const at = damaged.indexOf('<', chance(damaged.length))
    const mutate = xmlMutations[chance(xmlMutations.length)]
    if (at >= 0 && mutate !== undefined && damaged.length < 200_000) damaged = mutate(damaged, at, chance)
  }
  return damaged
}
