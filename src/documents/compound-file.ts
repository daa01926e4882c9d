/** The container of Office files up to 2003: a small file system of sectors, with its directory's top level read. */
export type CompoundFile = {
  readonly names: ReadonlySet<string>
  /** The bytes of a stream; null when there is none, or its sectors do not hold together. */
  readonly stream: (name: string) => Uint8Array | null
}

type Entry = {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const headerSize = 512
const entrySize = 128
const streamType = 2
const rootType = 5
const miniSectorSize = 64
const lastSector = 0xfffffffa

/** Opens a compound file; null when its header, sector table or directory is damaged. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (bytes.byteLength < headerSize) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const sectors = new Sectors(bytes, 1 << shift)
  const table = readSectorTable(view, sectors)
  const directory = sectors.chain(view.getUint32(48, true), table)
  if (directory === null) return null
  const entries = readEntries(directory)
  const root = entries[0]
  if (root?.type !== rootType) return null
  const streams = topLevel(entries, root)
  const smallest = view.getUint32(56, true)
  const stream = (name: string): Uint8Array | null => {
    const entry = streams.get(name)
    if (entry === undefined) return null
    const isMini = entry.size < smallest
    const content = isMini ? readMini(entry) : sectors.chain(entry.start, table)
    return content !== null && content.length >= entry.size ? content.subarray(0, entry.size) : null
  }
  const readMini = (entry: Entry): Uint8Array | null => {
    const container = sectors.chain(root.start, table)
    const miniTable = sectors.chain(view.getUint32(60, true), table)
    if (container === null || miniTable === null) return null
    return new Sectors(container, miniSectorSize, 0).chain(entry.start, numbersOf(miniTable))
  }
  return { names: new Set(streams.keys()), stream }
}

class Sectors {
  private readonly bytes: Uint8Array
  private readonly size: number
  private readonly before: number

  constructor(bytes: Uint8Array, size: number, before = size) {
    this.bytes = bytes
    this.size = size
    this.before = before
  }

  /** The last sector of a file may be cut short. */
  at(sector: number): Uint8Array | null {
    const start = this.before + sector * this.size
    return start < this.bytes.length ? this.bytes.subarray(start, start + this.size) : null
  }

  /** The sectors from the first to the end of their chain; null when it leaves the file or runs in a circle. */
  chain(first: number, table: Uint32Array): Uint8Array | null {
    const most = Math.ceil(this.bytes.length / this.size)
    const parts: Uint8Array[] = []
    for (let sector = first; sector < lastSector; sector = table[sector] ?? lastSector) {
      const part = this.at(sector)
      if (part === null || parts.length >= most) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  }
}

/** Which sector follows which, itself spread over sectors that the header and its continuations list. */
function readSectorTable(view: DataView, sectors: Sectors): Uint32Array {
  const listed: number[] = []
  for (let at = 76; at < headerSize; at += 4) listed.push(view.getUint32(at, true))
  const seen = new Set<number>()
  let next = view.getUint32(68, true)
  while (next < lastSector && !seen.has(next)) {
    seen.add(next)
    const continuation = sectors.at(next)
    if (continuation === null) break
    const numbers = numbersOf(continuation)
    for (const number of numbers.subarray(0, -1)) listed.push(number)
    next = numbers.at(-1) ?? lastSector
  }
  // A sector listed twice would let a small file claim a table of any length.
  const parts = [...new Set(listed)].flatMap((sector) => (sector < lastSector ? [sectors.at(sector)] : []))
  return numbersOf(Buffer.concat(parts.filter((part) => part !== null)))
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, i) => view.getUint32(i * 4, true))
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  return Array.from({ length: Math.floor(directory.length / entrySize) }, (_, i) => {
    const at = i * entrySize
    const nameLength = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameLength)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

/** Documents inside the document have streams of the same names: only those right below the root count. */
function topLevel(entries: readonly Entry[], root: Entry): ReadonlyMap<string, Entry> {
  const streams = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [root.child]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next]
    if (entry === undefined || seen.has(next)) continue
    seen.add(next)
    if (entry.type === streamType) streams.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }
  return streams
}
