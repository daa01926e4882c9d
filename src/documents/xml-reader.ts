/** What is told of an XML text, in its order. Names come without their prefix, attributes as they are written. */
export type XmlVisitor = {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly words: (text: string) => void
}

const deepest = 512

/**
 * Walks through XML once, in time and memory linear in its length. Office files declare no document type and nest a
 * few dozen levels at most: anything else answers false, so that entities are never expanded, nothing is fetched and
 * no depth can exhaust the stack. Also false when tags are cut off or do not pair, or more than one element is
 * outermost; what was told until then is void. A visitor ends the walk early by throwing.
 */
export function readXml(xml: string, visitor: XmlVisitor): boolean {
  const open: string[] = []
  let isRootClosed = false
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const wordsEnd = tag < 0 ? xml.length : tag
    if (wordsEnd > at) {
      if (open.length > 0) visitor.words(unescapeXml(xml.slice(at, wordsEnd)))
      else if (xml.slice(at, wordsEnd).trim() !== '') return false
    }
    if (tag < 0) break
    const end = tagEnd(xml, tag)
    if (end < 0) return false
    const second = xml.charAt(tag + 1)
    if (second === '!') {
      if (xml.startsWith('<![CDATA[', tag) && open.length > 0)
        visitor.words(plainLineEnds(xml.slice(tag + 9, end - 3)))
      else if (!xml.startsWith('<!--', tag)) return false
    } else if (second === '/') {
      const name = localName(xml.slice(tag + 2, end - 1).trimEnd())
      if (open.pop() !== name) return false
      visitor.close(name)
      isRootClosed = open.length === 0
    } else if (second !== '?') {
      const isEmpty = xml.charAt(end - 2) === '/'
      const words = xml.slice(tag + 1, end - (isEmpty ? 2 : 1))
      const blank = words.search(/\s/)
      const name = localName(blank < 0 ? words : words.slice(0, blank))
      if (name === '' || isRootClosed || open.length >= deepest) return false
      visitor.open(name, blank < 0 ? '' : words.slice(blank))
      if (isEmpty) {
        visitor.close(name)
        isRootClosed = open.length === 0
      } else open.push(name)
    }
    at = end
  }
  return open.length === 0
}

/** Where a tag, comment or the like ends; -1 when it does not. A > inside quotes ends nothing. */
function tagEnd(xml: string, tag: number): number {
  const closing = xml.startsWith('<!--', tag)
    ? '-->'
    : xml.startsWith('<![CDATA[', tag)
      ? ']]>'
      : xml.startsWith('<?', tag)
        ? '?>'
        : null
  if (closing !== null) {
    // <!--> is not the end of itself.
    const end = xml.indexOf(closing, tag + closing.length + 1)
    return end < 0 ? -1 : end + closing.length
  }
  let at = tag + 1
  for (;;) {
    const end = xml.indexOf('>', at)
    if (end < 0) return -1
    // The usual tag holds no > inside its quotes, and an even number of them.
    let quote = nextQuote(xml, at, end)
    if (quote < 0) return end + 1
    while (quote >= 0 && quote < end) {
      const closed = xml.indexOf(xml.charAt(quote), quote + 1)
      if (closed < 0) return -1
      at = closed + 1
      quote = at < end ? nextQuote(xml, at, end) : -1
    }
    if (at <= end) return end + 1
  }
}

function nextQuote(xml: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at)
    if (code === 34 || code === 39) return at
  }
  return -1
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute by its name without prefix, undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const written = /\s*([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  for (let found = written.exec(attributes); found !== null; found = written.exec(attributes)) {
    const [, full = '', doubly, singly] = found
    if (localName(full) === name) return unescapeXml(doubly ?? singly ?? '')
  }
  return undefined
}

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** Only XML's own five names mean something: an entity that a file declares itself stays as written. */
function unescapeXml(written: string): string {
  const text = plainLineEnds(written)
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (reference, hex, decimal, name: string) => {
    if (name !== undefined) return namedCharacters[name] ?? reference
    const code = Number.parseInt(String(hex ?? decimal), hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function plainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
