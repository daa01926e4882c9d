import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** What in a downloaded file would do something by being opened: formulas, links that load, macros. */
export function fileContentFaults(contentType: string, bytes: Buffer): readonly string[] {
  if (contentType.startsWith('text/csv')) return csvFaults(bytes)
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? officeFaults(bytes) : []
}

function csvFaults(bytes: Buffer): readonly string[] {
  const rows: readonly (readonly string[])[] = parse(bytes, { bom: true, relax_column_count: true })
  return rows
    .flat()
    .filter((cell) => /^[=+\-@＝＋－＠\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))
    .map((cell) => `.csv里的格子会当公式运行：${cell.slice(0, 40)}`)
}

function officeFaults(bytes: Buffer): readonly string[] {
  return zipParts(bytes).flatMap(({ name, text }) => {
    if (/vbaProject|externalLink|activeX|embeddings/i.test(name)) return [`文件里有${name}`]
    if (name.endsWith('.rels') && /TargetMode="External"/i.test(text)) return [`${name}指到文件外面`]
    if (/worksheets\//.test(name) && /<f[\s>]/.test(text)) return [`${name}里有公式`]
    const fields = [...text.matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    const isActive = /<ddeLink/.test(text) || fields.some((field) => !/^\s*(?:PAGE|NUMPAGES)\s*$/.test(field))
    return isActive ? [`${name}里有会运行的域`] : []
  })
}

/** Read from the central directory, by nothing of what wrote it. */
function zipParts(bytes: Buffer): readonly { readonly name: string; readonly text: string }[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const parts: { name: string; text: string }[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(start, start + packed)
    parts.push({ name, text: (method === 8 ? inflateRawSync(content) : content).toString('utf8') })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}
