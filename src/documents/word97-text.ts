import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { DocumentFault } from './regulation-text.ts'
import { inColumns } from './word97-columns.ts'
import { locate, openWord97, type Word97File } from './word97-file.ts'
import { word97LabelsOf, type Word97Labels } from './word97-lists.ts'
import { characterPropertiesOf, paragraphPropertiesOf, type Word97Properties } from './word97-properties.ts'
import { linesOf, NoMoreRoom, WordTables, type WordBlock } from './word-tables.ts'

/**
 * The words of a .doc (Word 97 to 2003) as its page shows them, in the shape that a .docx gives. Left out is what
 * the page does not say: deleted and hidden words, comments, headers and footers, tables of contents. Text boxes
 * stand at the end: the file does not say at which words they hang.
 */
export function word97Text(bytes: Uint8Array, longest: number): Result<string, DocumentFault> {
  const opened = openWord97(bytes, longest)
  if (!opened.ok) return opened
  try {
    return accept(linesOfFile(opened.value, longest).join('\n'))
  } catch (error) {
    if (error instanceof NoMoreRoom) return refuse('too-long')
    throw error
  }
}

function linesOfFile(file: Word97File, longest: number): string[] {
  const { body, footnotes, headers, comments, endnotes, textBoxes } = file.lengths
  const afterComments = body + footnotes + headers + comments
  const boxes = afterComments + endnotes
  const reader = new StoryReader(file, longest)
  const notes = new Map([
    ...reader.notes(footnoteReferences, footnoteTexts, body),
    ...reader.notes(endnoteReferences, endnoteTexts, afterComments),
  ])
  return [...linesOf(reader.story(0, body, notes)), ...linesOf(reader.story(boxes, boxes + textBoxes, new Map()))]
}

const footnoteReferences = 0x00aa
const footnoteTexts = 0x00b2
const endnoteReferences = 0x020a
const endnoteTexts = 0x0212

/** What characters that are no words stand for in a Word file. */
const marks: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
}

type Paragraph = { text: string; readonly notes: WordBlock[] }
type Notes = ReadonlyMap<number, readonly string[]>

class StoryReader {
  private readonly file: Word97File
  private readonly charactersAt: (place: number) => Word97Properties
  private readonly paragraphsAt: (place: number) => Word97Properties
  private readonly labels: Word97Labels
  private readonly longest: number

  constructor(file: Word97File, longest: number) {
    this.file = file
    this.longest = longest
    this.charactersAt = characterPropertiesOf(file)
    this.paragraphsAt = paragraphPropertiesOf(file)
    this.labels = word97LabelsOf(file)
  }

  /** The lines of each note by the character that refers to it. */
  notes(references: number, texts: number, storyStart: number): Map<number, readonly string[]> {
    const { document, table } = this.file
    const places = locate(document, table, references)
    const parts = locate(document, table, texts)
    const count = Math.max(0, Math.floor((places.length - 4) / 6))
    const notes = new Map<number, readonly string[]>()
    let from = parts.long(0)
    for (let i = 0; i < count; i++) {
      const start = from
      from = parts.long(i * 4 + 4)
      // Notes stand one after another: a table that says otherwise is damaged.
      if (from < start) break
      const story = this.story(storyStart + start, storyStart + from, new Map())
      notes.set(
        places.long(i * 4),
        linesOf(story).filter((line) => line.trim() !== ''),
      )
    }
    return notes
  }

  /** The blocks of the characters start to end (exclusive). */
  story(start: number, end: number, notes: Notes): readonly WordBlock[] {
    const { text, placeOf } = this.file
    const blocks = new StoryBlocks(this.longest)
    let paragraph: Paragraph = { text: '', notes: [] }
    const fields = new FieldStack()
    for (let at = start; at < Math.min(end, text.length); at++) {
      const character = text.charAt(at)
      const properties = this.charactersAt(placeOf(at))
      const isSeen = properties.isDeleted !== true && properties.isHidden !== true
      if (character === '\r' || character === '\u0007' || character === '\f') {
        // A deleted end joins its paragraph to the next one; a cell or row stays.
        if (character === '\r' && properties.isDeleted === true) continue
        const own = this.paragraphsAt(placeOf(at))
        const label = this.labels.labelOf(own)
        blocks.end(character, own, withLabel(paragraph, label, character === '\u0007' || own.isInTable === true))
        paragraph = { text: '', notes: [] }
      } else if (fields.turn(character) || !isSeen || !fields.areShown()) fields.write(character)
      else if (character === '\u0002') paragraph.notes.push(...noteBlocks(notes.get(at) ?? []))
      else paragraph.text += character < ' ' || character === '\u00ad' ? (marks[character] ?? '') : character
    }
    if (paragraph.text !== '') blocks.end('\r', {}, paragraph)
    return blocks.story()
  }
}

function noteBlocks(lines: readonly string[]): WordBlock[] {
  return lines.map((line, i) => ({ line: i === 0 ? `注：${line.trimStart()}` : line }))
}

/** A number alone says something in a table's column of numbers only. */
function withLabel(paragraph: Paragraph, label: string, isInCell: boolean): Paragraph {
  return paragraph.text === '' && !isInCell ? paragraph : { ...paragraph, text: label + paragraph.text }
}

/** Fields: between their first two marks stands an instruction, after it what the page shows. */
class FieldStack {
  private readonly open: { instruction: string; isShown: boolean }[] = []
  private hidden = 0

  /** Whether the character is a mark of a field. */
  turn(character: string): boolean {
    const field = this.open.at(-1)
    if (character === '\u0013') {
      this.open.push({ instruction: '', isShown: false })
      this.hidden += 1
    } else if (character === '\u0014') {
      // A table of contents says every heading a second time, with a page number behind it.
      if (field?.isShown !== false || /^\s*(?:TOC|INDEX)\b/i.test(field.instruction)) return true
      field.isShown = true
      this.hidden -= 1
    } else if (character === '\u0015') {
      if (this.open.pop()?.isShown === false) this.hidden -= 1
    } else return false
    return true
  }

  write(character: string): void {
    const field = this.open.at(-1)
    if (field !== undefined && !field.isShown && field.instruction.length < longestInstruction)
      field.instruction += character
  }

  areShown(): boolean {
    return this.hidden === 0
  }
}

const longestInstruction = 20
const deepestTable = 8

/** Puts paragraphs into the cells of the tables they end in. */
class StoryBlocks {
  private readonly tables: WordTables
  /** For each open table whether a row and a cell are open. */
  private readonly open: { row: boolean; cell: boolean }[] = []

  constructor(longest: number) {
    this.tables = new WordTables(longest)
  }

  story(): readonly WordBlock[] {
    this.goTo(0)
    return inColumns(this.tables.story())
  }

  end(character: string, own: Word97Properties, { text, notes }: Paragraph): void {
    const depth = own.isInTable === true || own.tableDepth !== undefined ? (own.tableDepth ?? 1) : 0
    this.goTo(Math.min(deepestTable, depth))
    const table = this.open.at(-1)
    if (table !== undefined && (own.isRowEnd === true || own.isInnerRowEnd === true)) {
      if (own.edges !== undefined) this.tables.placeRow(own.edges)
      this.closeRow()
      return
    }
    if (table !== undefined) this.openCell()
    for (const line of text.split('\n')) this.tables.add({ line })
    for (const note of notes) this.tables.add(note)
    if (table?.cell === true && (character === '\u0007' || own.isInnerCellEnd === true)) {
      this.tables.closePart('tc')
      table.cell = false
    }
  }

  private goTo(depth: number): void {
    while (this.open.length > depth) {
      this.closeRow()
      this.tables.closePart('tbl')
      this.open.pop()
    }
    while (this.open.length < depth) {
      if (this.open.length > 0) this.openCell()
      this.tables.openPart('tbl', '')
      this.open.push({ row: false, cell: false })
    }
  }

  private openCell(): void {
    const table = this.open.at(-1)
    if (table === undefined) return
    if (!table.row) this.tables.openPart('tr', '')
    if (!table.cell) this.tables.openPart('tc', '')
    table.row = true
    table.cell = true
  }

  private closeRow(): void {
    const table = this.open.at(-1)
    if (table === undefined) return
    if (table.cell) this.tables.closePart('tc')
    if (table.row) this.tables.closePart('tr')
    table.row = false
    table.cell = false
  }
}
