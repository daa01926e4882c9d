import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { OfficePackage } from './office-package.ts'
import type { DocumentFault } from './regulation-text.ts'
import { linesOf, NoMoreRoom, WordTables, type WordBlock } from './word-tables.ts'
import { numberingOf, type NumberedAs, type Numbering } from './word-numbering.ts'
import { isOn, readStyles, type WordStyle } from './word-styles.ts'
import { attributeOf, readXml } from './xml-reader.ts'

/**
 * The words of a .docx as its page shows them: a line for each paragraph, list numbers in front, a line for each row
 * of a table (see rowLine), text boxes and notes after the paragraph they belong to. Left out is what the page does
 * not say: deleted and hidden words, comments, headers and footers, tables of contents. Stops as soon as more than
 * `longest` units were read.
 */
export function wordText(parts: OfficePackage, longest: number): Result<string, DocumentFault> {
  const main = parts.main('word/document.xml')
  const partOf = (kind: string): string => parts.textOf(parts.related(main, kind, `word/${kind}.xml`))
  const document = parts.textOf(main)
  if (document === '') return refuse('damaged')
  const styleOf = readStyles(partOf('styles'))
  const labelOf = numberingOf(partOf('numbering'))
  if (styleOf === null || labelOf === null) return refuse('damaged')
  const settings = { styleOf, labelOf, longest }
  try {
    const footnotes = readNotes(partOf('footnotes'), 'footnote', settings)
    const endnotes = readNotes(partOf('endnotes'), 'endnote', settings)
    if (footnotes === null || endnotes === null) return refuse('damaged')
    const reader = new WordReader(settings, new Map([...footnotes, ...endnotes]))
    return readXml(document, reader) ? accept(linesOf(reader.story()).join('\n')) : refuse('damaged')
  } catch (error) {
    if (error instanceof NoMoreRoom) return refuse('too-long')
    throw error
  }
}

type Settings = {
  readonly styleOf: (id: string | null) => WordStyle
  readonly labelOf: Numbering
  readonly longest: number
}

function readNotes(
  xml: string,
  kind: 'footnote' | 'endnote',
  settings: Settings,
): ReadonlyMap<string, readonly string[]> | null {
  const notes = new Map<string, readonly string[]>()
  if (xml === '') return notes
  let reader = new WordReader(settings, new Map())
  let id = ''
  const isRead = readXml(xml, {
    open: (name, attributes) => {
      if (name === kind) {
        // Separators between text and notes are notes by name only.
        id = attributeOf(attributes, 'type') === undefined ? `${kind} ${attributeOf(attributes, 'id') ?? ''}` : ''
        reader = new WordReader(settings, new Map())
      } else reader.open(name, attributes)
    },
    close: (name) => {
      if (name !== kind) reader.close(name)
      else if (id !== '')
        notes.set(
          id,
          linesOf(reader.story()).filter((line) => line.trim() !== ''),
        )
    },
    words: (text) => {
      reader.words(text)
    },
  })
  return isRead ? notes : null
}

/** A paragraph being read; text boxes nest one in another. */
type Paragraph = {
  text: string
  style: string | null
  numbered: NumberedAs
  /** Its end was deleted: the next paragraph goes on in it. */
  isJoined: boolean
  readonly after: WordBlock[]
}

type Field = { instruction: string; isShown: boolean }

/** Elements whose words are not on the page, with all they hold. */
const unseen: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'sectPr',
  'rt',
])

class WordReader {
  private readonly settings: Settings
  private readonly notes: ReadonlyMap<string, readonly string[]>
  private readonly tables: WordTables
  private readonly paragraphs: Paragraph[] = []
  private readonly fields: Field[] = []
  private hiddenFields = 0
  /** Open elements inside one that is not seen. */
  private unseenDepth = 0
  private isInstruction = false
  private isWords = false
  private isRunHidden = false
  private isParagraphProperties = false
  private isRunProperties = false
  private held: Paragraph | null = null

  constructor(settings: Settings, notes: ReadonlyMap<string, readonly string[]>) {
    this.settings = settings
    this.tables = new WordTables(settings.longest)
    this.notes = notes
  }

  story(): readonly WordBlock[] {
    if (this.held !== null) this.endParagraph(this.held)
    return this.tables.story()
  }

  readonly open = (name: string, attributes: string): void => {
    if (this.unseenDepth > 0) {
      this.unseenDepth += 1
      return
    }
    const paragraph = this.paragraphs.at(-1)
    if (this.isParagraphProperties || this.isRunProperties) {
      this.openProperty(name, attributes, paragraph)
    } else if (this.tables.openPart(name, attributes)) return
    else if (unseen.has(name)) {
      this.unseenDepth = 1
      this.isInstruction = name === 'instrText'
    } else if (name === 'p') this.paragraphs.push(this.startParagraph())
    else if (name === 'pPr') this.isParagraphProperties = true
    else if (name === 'rPr') this.isRunProperties = true
    else if (name === 'r') this.isRunHidden = false
    else if (name === 't') this.isWords = true
    else if (name === 'txbxContent') this.tables.openStory()
    else if (paragraph !== undefined) this.openMark(name, attributes, paragraph)
  }

  readonly words = (text: string): void => {
    const field = this.fields.at(-1)
    if (this.isInstruction && field !== undefined) field.instruction += text
    else if (this.isWords && this.unseenDepth === 0) this.write(text)
  }

  readonly close = (name: string): void => {
    if (this.unseenDepth > 0) {
      this.unseenDepth -= 1
      if (this.unseenDepth === 0) this.isInstruction = false
      return
    }
    if (name === 't') this.isWords = false
    else if (name === 'pPr') this.isParagraphProperties = false
    else if (name === 'rPr') this.isRunProperties = false
    else if (name === 'p') this.closeParagraph()
    else if (name === 'txbxContent') this.paragraphs.at(-1)?.after.push(...this.tables.closeStory())
    else {
      if (name === 'tc' && this.held !== null) this.endParagraph(this.held)
      this.tables.closePart(name)
    }
  }

  private openProperty(name: string, attributes: string, paragraph: Paragraph | undefined): void {
    if (name.endsWith('Change')) this.unseenDepth = 1
    else if (name === 'rPr') this.isRunProperties = true
    else if (this.isParagraphProperties) {
      if (paragraph === undefined) return
      const value = attributeOf(attributes, 'val') ?? ''
      if (name === 'pStyle') paragraph.style = value
      else if (name === 'numId') paragraph.numbered = { ...paragraph.numbered, list: value }
      else if (name === 'ilvl') paragraph.numbered = { ...paragraph.numbered, level: Number(value) }
      else if (name === 'del' || name === 'moveFrom') paragraph.isJoined = true
    } else if (name === 'vanish') this.isRunHidden = isOn(attributes)
    else if (name === 'rStyle')
      this.isRunHidden ||= this.settings.styleOf(attributeOf(attributes, 'val') ?? null).isHidden
  }

  private openMark(name: string, attributes: string, paragraph: Paragraph): void {
    if (name === 'tab' || name === 'ptab') this.write('\t')
    else if (name === 'br' || name === 'cr') this.write('\n')
    else if (name === 'noBreakHyphen') this.write('-')
    else if (name === 'sym') this.write(symbolOf(attributes))
    else if (name === 'fldChar') this.turnField(attributeOf(attributes, 'fldCharType'))
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const note = this.notes.get(`${name.slice(0, -9)} ${attributeOf(attributes, 'id') ?? ''}`)
      if (note !== undefined && this.isShown(paragraph))
        paragraph.after.push(...note.map((line, i) => ({ line: i === 0 ? `注：${line.trimStart()}` : line })))
    }
  }

  private turnField(type: string | undefined): void {
    const field = this.fields.at(-1)
    if (type === 'begin') this.fields.push({ instruction: '', isShown: true })
    else if (type === 'end') {
      if (this.fields.pop()?.isShown === false) this.hiddenFields -= 1
    } else if (type === 'separate' && field?.isShown === true && /^\s*(?:TOC|INDEX)\b/i.test(field.instruction)) {
      // A table of contents says every heading a second time, with a page number behind it.
      field.isShown = false
      this.hiddenFields += 1
    }
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph === undefined || !this.isShown(paragraph)) return
    this.tables.spend(text.length)
    paragraph.text += text
  }

  private isShown(paragraph: Paragraph): boolean {
    return !this.isRunHidden && this.hiddenFields === 0 && !this.settings.styleOf(paragraph.style).isHidden
  }

  private startParagraph(): Paragraph {
    this.isRunHidden = false
    const held = this.held
    this.held = null
    return held === null
      ? { text: '', style: null, numbered: {}, isJoined: false, after: [] }
      : { ...held, isJoined: false }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    if (paragraph.isJoined && this.paragraphs.length === 0) this.held = paragraph
    else this.endParagraph(paragraph)
  }

  private endParagraph(paragraph: Paragraph): void {
    this.held = null
    const label = this.labelOf(paragraph)
    const { after, text } = paragraph
    // A number alone says something in a table's column of numbers only.
    const words = text === '' && !this.tables.isInCell() ? '' : label + text
    for (const line of words.split('\n')) this.tables.add({ line })
    for (const block of after) this.tables.add(block)
  }

  private labelOf({ style, numbered }: Paragraph): string {
    const named = { ...this.settings.styleOf(style).numbered, ...numbered }
    const isNumbered = named.list !== undefined && named.list !== '0'
    const label = isNumbered ? this.settings.labelOf(named, style) : ''
    this.tables.spend(label.length)
    return label
  }
}

const firstCircledWingding = 0xf081

/** Symbol fonts keep their signs in the private area; of those only the circled figures of Wingdings mean words. */
function symbolOf(attributes: string): string {
  const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16)
  if (Number.isNaN(code)) return ''
  const figure = code - firstCircledWingding
  if (figure >= 0 && figure < 10 && attributeOf(attributes, 'font') === 'Wingdings')
    return String.fromCharCode(0x2460 + figure)
  return code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCharCode(code)
}
