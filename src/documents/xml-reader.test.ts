import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { chanceOf } from '../../test/fuzz/chance.ts'
import { damagedFile, originalFiles } from '../../test/fuzz/file-mutations.ts'
import { attributeOf, readXml } from './xml-reader.ts'
import { packedBytes, readZipDirectory } from './zip-directory.ts'

const asked = ['val', 'id', 'r', 's', 't', 'name', 'state', 'abstractNumId', 'Type', 'Target']

/** What a reader tells, words between two tags as one; null when it refuses. */
function toldOf(xml: string): string[] | null {
  const told = new Telling()
  const isRead = readXml(xml, {
    open: (name, attributes) => {
      told.open(name, (wanted) => attributeOf(attributes, wanted))
    },
    close: told.close,
    words: told.words,
  })
  return isRead ? told.lines : null
}

/** The same told by a strict parser, held to the same limits, which is the judge; null when it finds fault. */
function judgedOf(xml: string): string[] | null {
  const told = new Telling()
  const parser = new SaxesParser({ position: false })
  const localName = (name: string) => name.slice(name.indexOf(':') + 1)
  let depth = 0
  const tellWords = (text: string) => {
    if (depth > 0) told.words(text)
  }
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > 512) throw new Error('depth')
    const pairs = Object.entries(attributes)
    told.open(localName(name), (wanted) => pairs.find(([full]) => localName(full) === wanted)?.[1])
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    told.close(localName(name))
  })
  parser.on('text', tellWords)
  parser.on('cdata', tellWords)
  try {
    parser.write(xml).close()
    return told.lines
  } catch {
    return null
  }
}

class Telling {
  readonly lines: string[] = []
  private text = ''

  readonly open = (name: string, valueOf: (wanted: string) => string | undefined): void => {
    this.endWords()
    const known = asked.flatMap((wanted) => {
      const value = valueOf(wanted)
      return value === undefined ? [] : [`${wanted}=${value}`]
    })
    this.lines.push(`<${[name, ...known].join(' ')}>`)
  }

  readonly close = (name: string): void => {
    this.endWords()
    this.lines.push(`</${name}>`)
  }

  readonly words = (text: string): void => {
    this.text += text
  }

  private endWords(): void {
    if (this.text !== '') this.lines.push(this.text)
    this.text = ''
  }
}

function xmlPartsOf(zip: Uint8Array): string[] {
  return (readZipDirectory(zip) ?? []).flatMap((entry) => {
    const packed = packedBytes(zip, entry)
    if (packed === null) return []
    try {
      return [new TextDecoder().decode(inflateRawSync(packed, { maxOutputLength: 1_000_000 }))]
    } catch {
      return []
    }
  })
}

test('严格的解析器认可的，读出的一字不差，损坏过的也一样', () => {
  const chance = chanceOf(12)
  const originals = originalFiles().filter(({ bytes }) => bytes[0] === 0x50)
  let compared = 0
  for (let i = 0; i < 600; i++)
    for (const xml of xmlPartsOf(damagedFile(originals, chance).bytes)) {
      const judged = judgedOf(xml)
      if (judged === null) continue
      compared += 1
      expect(toldOf(xml)).toEqual(judged)
    }
  expect(compared).toBeGreaterThan(1_000)
})

test.each([
  ['引号里的大于号和别的属性名', `<a name=" state='hidden' > " w:val='1'><b r:id = "x"/></a>`],
  ['五个实体和字符引用', '<a val="&lt;&quot;&#10;&#x4e00;">&amp;&gt;&apos;&#27491;</a>'],
  ['CDATA、注释、处理指令', '<?xml version="1.0"?><!-- <x> --><a>一<![CDATA[<b>&amp;]]>二<!----><?x > ?></a>\n'],
  ['回车换行', '<a>一\r\n二\r三<![CDATA[\r\n]]></a>'],
  ['字节序标记', '\ufeff<a/>'],
])('%s：与严格的解析器一致', (_, xml) => {
  expect(judgedOf(xml)).not.toBeNull()
  expect(toldOf(xml)).toEqual(judgedOf(xml))
})

test.each([
  ['文档类型声明', '<!DOCTYPE a><a/>'],
  ['交错的标签', '<a><b></a></b>'],
  ['没有结束', '<a><b/>'],
  ['半个标签', '<a><b'],
  ['没有结束的引号', '<a b="></a>'],
  ['没有结束的注释', '<a><!--></a>'],
  ['两个根', '<a/><b/>'],
  ['根外的字', '<a/>扣1分'],
  ['根外的 CDATA', '<![CDATA[扣1分]]><a/>'],
])('%s：不读', (_, xml) => {
  expect(judgedOf(xml)).toBeNull()
  expect(toldOf(xml)).toBeNull()
})

test('五百一十二层为止', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  expect(toldOf(nested(512))).not.toBeNull()
  expect(toldOf(nested(513))).toBeNull()
})
