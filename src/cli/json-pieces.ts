const pieceLength = 65_536
/** Scheme, categories, category, sheets, sheet, items, item, rules: a rule is small enough to be written at once. */
const deepest = 8

/**
 * JSON just as JSON.stringify(value, null, 2) gives it, with a line break at the end, but in pieces: the compilation
 * of a long text takes many times its length, and nobody needs it in memory at once.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = ''
  for (const words of wordsOf(value, '\n', 0)) {
    piece += words
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}

/** `line` is a line break with the indent of the value. */
function* wordsOf(value: unknown, line: string, depth: number): Generator<string> {
  if (depth > deepest || typeof value !== 'object' || value === null) {
    // A line break inside a string is written \n, so every real one is of the layout.
    yield value === undefined ? 'null' : JSON.stringify(value, null, 2).replaceAll('\n', line)
    return
  }
  const isList = Array.isArray(value)
  const inner = `${line}  `
  let before = isList ? '[' : '{'
  let isEmpty = true
  for (const [name, entry] of entriesOf(value)) {
    if (entry === undefined && !isList) continue
    yield isList ? before + inner : `${before}${inner}${JSON.stringify(name)}: `
    yield* wordsOf(entry, inner, depth + 1)
    before = ','
    isEmpty = false
  }
  if (isEmpty) yield isList ? '[]' : '{}'
  else yield line + (isList ? ']' : '}')
}

function* entriesOf(value: object): Generator<readonly [string, unknown]> {
  if (Array.isArray(value)) for (const entry of value) yield ['', entry]
  else yield* Object.entries(value)
}
