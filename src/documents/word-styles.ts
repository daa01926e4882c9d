import type { NumberedAs } from './word-numbering.ts'
import { attributeOf, readXml } from './xml-reader.ts'

/** What a style says that changes the words on the page. */
export type WordStyle = { readonly numbered: NumberedAs; readonly isHidden: boolean }

type Written = { basedOn: string | null; list?: string; level?: number; isHidden?: boolean }

const none: WordStyle = { numbered: {}, isHidden: false }
const longestDescent = 20

/** The styles of a document by their id, each with what it takes from the styles it is based on; null when damaged. */
export function readStyles(xml: string): ((id: string | null) => WordStyle) | null {
  const styles = new Map<string, Written>()
  let style: Written | null = null
  const isRead = readXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') {
        style = { basedOn: null }
        styles.set(attributeOf(attributes, 'styleId') ?? '', style)
      } else if (style === null) return
      else if (name === 'basedOn') style.basedOn = attributeOf(attributes, 'val') ?? null
      else if (name === 'numId') style.list = attributeOf(attributes, 'val') ?? ''
      else if (name === 'ilvl') style.level = Number(attributeOf(attributes, 'val') ?? '0')
      else if (name === 'vanish') style.isHidden = isOn(attributes)
    },
    close: (name) => {
      if (name === 'style') style = null
    },
    words: () => undefined,
  })
  if (!isRead) return null
  const known = new Map<string, WordStyle>()
  return (id) => {
    if (id === null) return none
    const style = known.get(id) ?? inherited(styles, id)
    known.set(id, style)
    return style
  }
}

function inherited(styles: ReadonlyMap<string, Written>, id: string): WordStyle {
  const descent: Written[] = []
  let next: string | null = id
  while (next !== null && descent.length < longestDescent) {
    const style = styles.get(next)
    if (style === undefined) break
    descent.push(style)
    next = style.basedOn
  }
  const list = descent.find((style) => style.list !== undefined)?.list
  const level = descent.find((style) => style.level !== undefined)?.level
  return {
    numbered: { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level }) },
    isHidden: descent.find((style) => style.isHidden !== undefined)?.isHidden ?? false,
  }
}

/** <w:vanish/> is on, <w:vanish w:val="0"/> is off. */
export function isOn(attributes: string): boolean {
  return !/^(?:0|false|off)$/.test(attributeOf(attributes, 'val') ?? '')
}
