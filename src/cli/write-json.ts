const pieceLength = 65_536

/**
 * Writes JSON just as JSON.stringify(value, null, 2) gives it, with a line break at the end, but piece by piece: the
 * compilation of a long text takes many times its length, and nobody needs it in memory at once.
 */
export function writeJson(value: unknown, write: (piece: string) => void): void {
  let piece = ''
  const add = (token: string): void => {
    piece += token
    if (piece.length < pieceLength) return
    write(piece)
    piece = ''
  }
  addValue(value, '\n', add)
  write(`${piece}\n`)
}

/** `line` is a line break with the indent of the value. */
function addValue(value: unknown, line: string, add: (token: string) => void): void {
  if (typeof value !== 'object' || value === null) {
    add(value === undefined ? 'null' : JSON.stringify(value))
    return
  }
  const isList = Array.isArray(value)
  const inner = `${line}  `
  let before = isList ? '[' : '{'
  let isEmpty = true
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined && !isList) continue
    add(isList ? before + inner : `${before}${inner}${JSON.stringify(name)}: `)
    addValue(entry, inner, add)
    before = ','
    isEmpty = false
  }
  if (isEmpty) add(isList ? '[]' : '{}')
  else add(line + (isList ? ']' : '}'))
}
