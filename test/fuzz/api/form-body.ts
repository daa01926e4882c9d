import type { JsonSchema } from '../../../src/http/api-description/json-schemas.ts'
import type { Chance } from '../chance.ts'
import { hostileText } from './hostile-values.ts'
import { valueOf, type Making } from './schema-values.ts'

const boundary = '----gongdao-fuzz-border'

/** A form with its fields as text and one file; broken in its fields, its file or its borders. */
export function formBody(
  schema: JsonSchema,
  making: Making,
  isBroken: boolean,
): { readonly contentType: string; readonly body: Buffer } {
  const { chance } = making
  const fault = isBroken ? chance(8) : -1
  const parts: Buffer[] = []
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (typeof field === 'boolean') continue
    if (name === 'file') {
      if (fault !== 0) parts.push(filePart(making, fault === 1))
      if (fault === 2) parts.push(filePart(making, true))
    } else if (fault !== 3)
      parts.push(fieldPart(name, fault === 4 ? hostileText(chance) : String(valueOf(field, name, making))))
  }
  if (fault === 5) parts.push(fieldPart('file', '不是文件'), fieldPart('__proto__', 'x'))
  const end = fault === 6 ? '' : `--${boundary}--\r\n`
  const contentType =
    fault === 7
      ? (['multipart/form-data', 'application/json', `multipart/form-data; boundary=other`][chance(3)] ?? '')
      : `multipart/form-data; boundary=${boundary}`
  return { contentType, body: Buffer.concat([...parts, Buffer.from(end)]) }
}

function fieldPart(name: string, value: string): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`
  return Buffer.from(`${head}${value.replaceAll('\r\n--', '')}\r\n`)
}

function filePart({ chance }: Making, isOdd: boolean): Buffer {
  const [name, content] = isOdd ? oddFile(chance) : plainFile(chance)
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

const sheets: readonly string[] = [
  '姓名,工号,办公室,职务,分管办公室,编制\n何青,f01,综治办,工作人员,,事业\n单晓云,f02,党办,工作人员,,\n',
  '姓名,工号,办公室,职务,分管办公室,编制\n<img src=x onerror=alert(1)>,f09,=1+1,工作人员,,公务员\n',
  '工号,规则,数量,日期,等级,事项,裁量分,说明,依据\n001,公共：迟到,1,2026-03-09,,,,,\n',
  '工号,规则,数量,日期\n001,"=HYPERLINK(""http://x.invalid"")",-1,2026-13-40\n@没有的办,x,９,昨天\n',
  '工号,得分,类别,评议组\n001,90,,同事\n002,101,,\n',
  '第一章 总则\n一、公共项目（10分）\n1. 迟到每次扣1分，扣完为止。\n',
  '',
  '\ufeff\n\n,,,,\n',
]

function plainFile(chance: Chance): readonly [string, Buffer] {
  const names = ['花名册.csv', '记录.csv', '办法.txt', 'a.CSV', '评议.csv']
  return [names[chance(names.length)] ?? 'a.csv', Buffer.from(sheets[chance(sheets.length)] ?? '')]
}

function oddFile(chance: Chance): readonly [string, Buffer] {
  const names = [
    '..\\..\\evil.xlsx',
    '../../etc/passwd.docx',
    '<img src=x onerror=alert(1)>.csv',
    '=cmd|calc.csv',
    '\u202etxt.exe.docx',
    `${'长'.repeat(300)}.csv`,
    'a.csv%0d%0aSet-Cookie: a=b',
    '没有后缀',
    '.xlsx',
    'x.doc',
    'x.pdf',
    '',
  ]
  const contents = [
    Buffer.from(`工号,规则\n${'x'.repeat(30_000)},${'\u0000'.repeat(5)}\n`),
    Buffer.from([0x50, 0x4b, 0x03, 0x04, ...Array.from({ length: 200 }, () => chance(256))]),
    Buffer.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from({ length: 600 }, () => chance(256)),
    ]),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]),
    Buffer.from(`a,b\n${'1,2\n'.repeat(2_000)}`),
    Buffer.from('"未闭合,的引号\n'),
    Buffer.alloc(0),
  ]
  return [names[chance(names.length)] ?? '', contents[chance(contents.length)] ?? Buffer.alloc(0)]
}
