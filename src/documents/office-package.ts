import type { ZipPart } from './zip-directory.ts'
import { attributeOf, readXml } from './xml-reader.ts'

/** The parts of a .docx or .xlsx by name, and what each one refers to. */
export type OfficePackage = {
  /** The text of a part, '' when it is not there. */
  readonly textOf: (part: string) => string
  /** The part that starts the document, by the package's own word or else by custom. */
  readonly main: (custom: string) => string
  /** The first part of a kind (styles, numbering …) that a part refers to, by its own word or else by custom. */
  readonly related: (part: string, kind: string, custom: string) => string
  /** All parts that a part refers to, by the id of the reference. */
  readonly references: (part: string) => ReadonlyMap<string, string>
}

type Reference = { readonly id: string; readonly kind: string; readonly part: string }

export function officePackage(parts: readonly ZipPart[]): OfficePackage {
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]))
  const textOf = (part: string): string => {
    const found = byName.get(part.toLowerCase())
    return found === undefined ? '' : decodeXml(found.packed)
  }
  const referencesOf = (part: string): Reference[] => readReferences(textOf(relationshipsOf(part)), part)
  const firstOf = (part: string, kind: string, custom: string): string => {
    const named = referencesOf(part).find((reference) => reference.kind === kind)?.part
    return named !== undefined && byName.has(named.toLowerCase()) ? named : custom
  }
  return {
    textOf,
    main: (custom) => firstOf('', 'officeDocument', custom),
    related: firstOf,
    references: (part) => new Map(referencesOf(part).map((reference) => [reference.id, reference.part])),
  }
}

/** Office writes UTF-8; UTF-16 is allowed too. */
function decodeXml(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16) return new TextDecoder().decode(bytes)
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
}

function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

function readReferences(xml: string, part: string): Reference[] {
  const references: Reference[] = []
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      references.push({
        id: attributeOf(attributes, 'Id') ?? '',
        kind: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        part: resolve(part, attributeOf(attributes, 'Target') ?? ''),
      })
    },
    close: () => undefined,
    words: () => undefined,
  })
  return references
}

/** ../media/a.xml as seen from word/document.xml is media/a.xml. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
