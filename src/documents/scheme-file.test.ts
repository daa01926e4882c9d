import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import mammoth from 'mammoth'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import { assert } from '../domain/primitives/result.ts'
import { applySchemeEdits } from '../domain/scheme/edit-scheme.ts'
import type { SchemeEdit } from '../domain/scheme/edits/edit-schema.ts'
import { placedRules, schemeSchema, type Scheme } from '../domain/scheme/scheme.ts'
import { writeScheme } from './scheme-file.ts'
import { packedBytes, readZipDirectory } from './zip-directory.ts'

const text = readFileSync(new URL('../../schemes/sample/regulation.txt', import.meta.url), 'utf8')
const { scheme: compiled } = compileRegulation(text)

function edited(scheme: Scheme, ...edits: SchemeEdit[]): Scheme {
  const result = applySchemeEdits(scheme, edits)
  assert(result.ok, 'the edits fit the sample')
  return result.value
}

const [firstItem] = compiled.categories[0]?.sheets[0]?.items ?? []
const sample = edited(
  compiled,
  {
    act: 'add-rule',
    place: { item: firstItem?.id ?? '' },
    rule: { effect: 'deduct', points: 3, unit: '次', condition: '=HYPERLINK("http://x")' },
  },
  { act: 'set-grades', grades: [{ grade: '优秀', from: 90, quotaPercent: 20 }] },
  {
    act: 'set-deadlines',
    deadlines: [
      { step: '公示', days: 7, kind: 'working' },
      { step: '异议', days: 5, kind: 'working' },
    ],
  },
  {
    act: 'add-example',
    example: {
      title: '@迟到',
      office: null,
      post: '工作人员',
      given: [{ rule: '工作纪律：迟到', quantity: 12, on: '03-15' }],
      expected: { points: -2 },
    },
  },
)

const first = {
  town: '青禾镇',
  scheme: sample,
  edition: { version: 1, effectiveFrom: '2026-01-01', basis: '党政联席会议纪要' },
}
const docx = await writeScheme(first, 'docx')
const xlsx = await writeScheme(first, 'xlsx')

function partOf({ bytes }: { readonly bytes: Uint8Array }, name: string): string {
  const part = readZipDirectory(bytes)?.find((one) => one.name === name)
  assert(part !== undefined, `${name} is in the file`)
  const packed = packedBytes(bytes, part)
  assert(packed !== null, `${name} is whole`)
  return new TextDecoder().decode(part.method === 0 ? packed : inflateRawSync(packed))
}

describe('方案的文件名', () => {
  test('写明镇名和版次；草案写草案', async () => {
    expect(docx.fileName).toBe('青禾镇考核方案第1版.docx')
    expect(xlsx.fileName).toBe('青禾镇考核方案第1版.xlsx')
    expect((await writeScheme({ ...first, edition: null }, 'json')).fileName).toBe('青禾镇考核方案草案.json')
  })
})

describe('.json', () => {
  test('就是方案文件，读回来一字不差', async () => {
    const { bytes } = await writeScheme(first, 'json')
    expect(schemeSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))).toEqual(sample)
  })
})

describe('.docx', () => {
  const words = mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) }).then(({ value }) => value)

  test('标题、版次、总则、各类别、各办公室、每一条条款和它的原文都在', async () => {
    const written = await words
    expect(written).toContain(sample.title)
    expect(written).toContain('（第1版，自2026年1月1日起施行，依据：党政联席会议纪要）')
    expect(written).toContain('一、总则')
    expect(written).toContain('总分100分，由公共项目20分、业务工作60分、综合评议20分构成。')
    expect(written).toContain('二、公共项目（20分）')
    for (const { title, points } of sample.categories[1]?.sheets ?? [])
      expect(written).toContain(`${title}（${String((points ?? 0) / 100)}分）`)
    for (const category of sample.categories)
      for (const sheet of category.sheets)
        for (const [index, item] of sheet.items.entries())
          expect(written).toContain(`${String(index + 1)}. ${item.title}`)
    const rules = [...placedRules(sample)]
    expect(rules.length).toBeGreaterThan(50)
    for (const { rule } of rules) {
      expect(written).toContain(rule.sentence)
      for (const line of (rule.source?.quote ?? '').trim().split('\n')) expect(written).toContain(line)
    }
  })

  test('等次、时限、绩效工资、算例；原文没有的标明是建议值', async () => {
    const written = await words
    expect(written).toContain('优秀：90分以上，不超过20%。')
    expect(written).toContain('公示：7个工作日。')
    expect(written).toContain('异议：5个工作日（本系统建议值，非办法原文）。')
    expect(written).toContain('@迟到：工作人员：如果03月15日“工作纪律：迟到”（数量12），则扣2分。')
    expect(written).toContain('满分周期：每年（本系统建议值，非办法原文）')
    expect(written).toContain('手工补充，不在原文')
  })

  test('草案写明是草案', async () => {
    const draft = await writeScheme({ ...first, edition: null }, 'docx')
    expect((await mammoth.extractRawText({ buffer: Buffer.from(draft.bytes) })).value).toContain(
      '（草案，尚未通过）',
    )
  })

  test('版面照 GB/T 9704：A4，上37下35左28右26毫米，三号仿宋，28磅行距，奇偶页页码在外侧', () => {
    const body = partOf(docx, 'word/document.xml')
    const section = /<w:sectPr>.*?<\/w:sectPr>/s.exec(body)?.[0] ?? ''
    expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(section).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    expect(body).toContain('<w:pStyle w:val="Heading1"/>')
    expect(body).toContain('w:eastAsia="方正小标宋_GBK"')
    const styles = partOf(docx, 'word/styles.xml')
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"')
    expect(styles).toContain('<w:sz w:val="32"/>')
    const styleOf = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0]
    for (const id of ['OfficialBody', 'Heading1', 'Heading2'])
      expect(styleOf(id)).toContain('<w:spacing w:line="560" w:lineRule="exact"/>')
    expect(styleOf('Heading1')).toContain('<w:outlineLvl w:val="0"/>')
    expect(styleOf('Heading1')).toContain('w:eastAsia="黑体"')
    expect(styleOf('Heading2')).toContain('w:eastAsia="楷体_GB2312"')
    expect(partOf(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((name) => partOf(docx, name))
    for (const footer of footers) {
      expect(footer).toMatch(/— <\/w:t>.*PAGE.*> —<\/w:t>/s)
      expect(footer).toContain('<w:sz w:val="28"/>')
    }
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1])).toEqual(['right', 'left'])
    expect(partOf(docx, 'word/fontTable.xml')).toContain('<w:altName w:val="仿宋,FangSong,方正仿宋_GBK"/>')
  })

  test('表格每页重复表头，行不跨页断开', () => {
    const body = partOf(docx, 'word/document.xml')
    const count = (tag: string) => body.split(tag).length - 1
    expect(count('<w:tbl>')).toBeGreaterThan(5)
    expect(count('<w:tblHeader/>')).toBe(count('<w:tbl>'))
    expect(count('<w:cantSplit/>')).toBe(count('<w:tr>'))
  })
})

describe('.xlsx', () => {
  const read = readXlsxFile(Buffer.from(xlsx.bytes))

  test('总表之外，一个类别或办公室一张表，再加奖励、否决、算例', async () => {
    const names = (await read).map(({ sheet }) => sheet)
    expect(names[0]).toBe('方案')
    for (const { office } of sample.categories[1]?.sheets ?? []) expect(names).toContain(office)
    expect(names.at(-1)).toBe('算例')
    expect(new Set(names).size).toBe(names.length)
  })

  test('总表写明哪些部分是手工的、哪些是建议值', async () => {
    const byHand = await writeScheme({ ...first, scheme: { ...sample, byHand: ['grades'] } }, 'xlsx')
    const [whole] = await readXlsxFile(Buffer.from(byHand.bytes))
    const originOf = (part: string) => whole?.data.find((row) => row[0] === part)?.[2]
    expect([originOf('总分'), originOf('等次'), originOf('时限')]).toEqual([
      null,
      '手工',
      '部分为本系统建议值，非办法原文',
    ])
  })

  test('每条条款一行，有效果、分值、单位和原文', async () => {
    const sheets = await read
    const rows = sheets.flatMap(({ data }) => data)
    const ids = rows.map((row) => row.at(-1))
    for (const { rule } of placedRules(sample)) expect(ids).toContain(rule.id)
    const [title, header, row] = sheets.find(({ sheet }) => sheet === '公共项目')?.data ?? []
    expect(title?.[0]).toBe('公共项目（20分）')
    const cell = (name: string) => row?.[header?.indexOf(name) ?? -1]
    expect(cell('项目')).toBe(firstItem?.title)
    expect(cell('效果')).toBe('扣分')
    expect(cell('分值')).toBe(1)
    expect(cell('单位')).toBe('次')
    expect(cell('依据原文')).toBe(firstItem?.rules[0]?.source?.quote)
  })

  test('以 = + - @ 开头的格子还是文字，文件里没有公式', async () => {
    const cells = (await read).flatMap(({ data }) => data.flat())
    expect(cells).toContain('=HYPERLINK（"http：//x"）')
    expect(cells).toContain('@迟到')
    const parts = (readZipDirectory(xlsx.bytes) ?? []).filter(({ name }) => name.startsWith('xl/worksheets/'))
    expect(parts.length).toBeGreaterThan(5)
    for (const { name } of parts) expect(partOf(xlsx, name)).not.toMatch(/<f[ >]/)
  })

  test('两张表同名也写得出来', async () => {
    const [category] = sample.categories
    assert(category !== undefined, 'the sample has categories')
    const twice = { ...sample, categories: [category, { ...category, id: 'again' }] }
    const { bytes } = await writeScheme({ ...first, scheme: twice }, 'xlsx')
    const names = (await readXlsxFile(Buffer.from(bytes))).map(({ sheet }) => sheet)
    expect(names.slice(1, 3)).toEqual(['公共项目', '公共项目 (2)'])
  })
})
