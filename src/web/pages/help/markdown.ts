/**
 * The little Markdown that the help is written in: headings, paragraphs, lists, tables, quotes, pictures, bold, code
 * and links.
 */
export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: readonly Inline[]
      readonly anchor: string
    }
  | { readonly kind: 'paragraph' | 'quote'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** On a line of its own; the file is named without its folders. */
  | { readonly kind: 'picture'; readonly file: string; readonly words: string }
  /** Lines indented by four blanks: a command or a file, as it is to be typed. */
  | { readonly kind: 'listing'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

export type Inline =
  | { readonly kind: 'text' | 'bold' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export function readMarkdown(source: string): readonly Block[] {
  return source
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => readListing(part) ?? readBlock(part.trim()))
}

function readListing(part: string): Block | null {
  const lines = part.split('\n').filter((line) => line !== '')
  if (!lines.every((line) => line.startsWith('    '))) return null
  return { kind: 'listing', text: lines.map((line) => line.slice(4)).join('\n') }
}

function readBlock(part: string): Block {
  const lines = part.split('\n')
  const heading = /^(#{1,3}) (.+)$/.exec(part)
  if (heading !== null && lines.length === 1) {
    const words = heading[2] ?? ''
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3
    return { kind: 'heading', level, text: readInline(words), anchor: words }
  }
  const picture = /^!\[(.+?)\]\((?:.*\/)?([\w-]+\.png)\)$/.exec(part)
  if (picture !== null) return { kind: 'picture', file: picture[2] ?? '', words: picture[1] ?? '' }
  if (lines.every((line) => line.startsWith('|'))) return readTable(lines)
  if (lines.every((line) => line.startsWith('> ')))
    return { kind: 'quote', text: readInline(lines.map((line) => line.slice(2)).join('')) }
  if (/^(- |\d+\. )/.test(part)) {
    const items: string[] = []
    for (const line of lines) {
      const item = /^(?:- |\d+\. )(.*)$/.exec(line)
      if (item !== null) items.push(item[1] ?? '')
      else items.push(`${items.pop() ?? ''}${line.trim()}`)
    }
    return { kind: 'list', isOrdered: /^\d/.test(part), items: items.map(readInline) }
  }
  return { kind: 'paragraph', text: readInline(lines.join('')) }
}

function readTable(lines: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => readInline(cell.trim()))
  const [head = '', , ...rows] = lines
  return { kind: 'table', head: cells(head), rows: rows.map(cells) }
}

export function readInline(text: string): readonly Inline[] {
  const parts: Inline[] = []
  let rest = 0
  for (const found of text.matchAll(/\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g)) {
    if (found.index > rest) parts.push({ kind: 'text', text: text.slice(rest, found.index) })
    const [whole, bold, code, label, to] = found
    if (bold !== undefined) parts.push({ kind: 'bold', text: bold })
    else if (code !== undefined) parts.push({ kind: 'code', text: code })
    else parts.push({ kind: 'link', text: label ?? '', to: to ?? '' })
    rest = found.index + whole.length
  }
  if (rest < text.length) parts.push({ kind: 'text', text: text.slice(rest) })
  return parts
}
