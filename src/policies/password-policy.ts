import { commonWords } from './common-passwords.ts'

/** What most of a password is made of, when that is easily guessed. */
export type PasswordWeakness = 'common' | 'row' | 'date' | 'number' | 'name'

/** So many pieces that nobody can guess together make a password; fewer are tried within hours. */
const fewestPieces = 6

type Piece = { readonly length: number; readonly kind: PasswordWeakness }

/**
 * Why a password is too easily guessed, or null. It is cut into as few pieces as possible: a common word, keys in a
 * row, a day, a telephone number, a name of the account's own (`names`, in any letter case), each one piece; any other
 * character is a piece by itself. What has fewer than six pieces is refused, and named after a name in it, else after
 * its longest guessed part.
 */
export function findPasswordWeakness(password: string, names: readonly string[]): PasswordWeakness | null {
  const typed = password.normalize('NFKC').toLowerCase()
  const repeated = /^(.{1,}?)\1+$/su.exec(typed)?.[1]
  const text = repeated ?? typed
  const cut = cutIntoPieces(text, new Set(names.map((name) => name.normalize('NFKC').toLowerCase())))
  if (cut.pieces + (repeated === undefined ? 0 : 1) >= fewestPieces) return null
  if (cut.guessed.some(({ kind }) => kind === 'name')) return 'name'
  return cut.guessed.toSorted((left, right) => right.length - left.length)[0]?.kind ?? 'row'
}

type Cut = { readonly pieces: number; readonly guessed: readonly Piece[] }

/** The cut with the fewest pieces, found from the end: how the rest is cut does not depend on what stands before. */
function cutIntoPieces(text: string, names: ReadonlySet<string>): Cut {
  const plain = unmask(text)
  const cuts: Cut[] = []
  cuts[text.length] = { pieces: 0, guessed: [] }
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const single = cuts[at + 1] ?? { pieces: 0, guessed: [] }
    let best: Cut = { pieces: single.pieces + 1, guessed: single.guessed }
    for (const piece of piecesAt(text, plain, at, names)) {
      const rest = cuts[at + piece.length]
      if (rest !== undefined && rest.pieces + 1 < best.pieces)
        best = { pieces: rest.pieces + 1, guessed: [piece, ...rest.guessed] }
    }
    cuts[at] = best
  }
  return cuts[0] ?? { pieces: 0, guessed: [] }
}

/** Every guessable piece that begins at a place. */
function piecesAt(text: string, plain: string, at: number, names: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = []
  for (let length = 2; length <= longestWord && at + length <= text.length; length += 1) {
    const spellings = [text.slice(at, at + length), plain.slice(at, at + length)]
    if (spellings.some((word) => names.has(word))) pieces.push({ length, kind: 'name' })
    else if (spellings.some((word) => commonWords.has(word))) pieces.push({ length, kind: 'common' })
  }
  const rest = text.slice(at)
  const row = longestRow(rest)
  if (row > 0) pieces.push({ length: row, kind: 'row' })
  for (const { pattern, kind } of shapes) {
    const length = pattern.exec(rest)?.[0].length ?? 0
    if (length > 0) pieces.push({ length, kind })
  }
  return pieces
}

/** Names of towns and people are no longer, nor is any word of the list. */
const longestWord = 40

const century = '(?:19|20)\\d{2}'
const month = '(?:0[1-9]|1[0-2])'
const day = '(?:0[1-9]|[12]\\d|3[01])'

const shapes: readonly { readonly pattern: RegExp; readonly kind: PasswordWeakness }[] = [
  // A resident's number (six digits of place, the birthday, four more), mobile and office telephones.
  { pattern: new RegExp(`^[1-8]\\d{5}${century}${month}${day}\\d{3}[\\dx]`), kind: 'number' },
  { pattern: /^1[3-9]\d{9}/, kind: 'number' },
  { pattern: /^0\d{2,3}-?[2-8]\d{6,7}/, kind: 'number' },
  // 19900412, 1990-4-12, 1990年4月12日, 12041990, 900412, 1990, 0412.
  { pattern: new RegExp(`^${century}${month}${day}`), kind: 'date' },
  { pattern: new RegExp(`^${century}[-./年]\\d{1,2}[-./月]\\d{1,2}日?`), kind: 'date' },
  { pattern: new RegExp(`^${day}${month}${century}`), kind: 'date' },
  { pattern: new RegExp(`^\\d{2}${month}${day}`), kind: 'date' },
  { pattern: new RegExp(`^${century}年?`), kind: 'date' },
  { pattern: new RegExp(`^${month}${day}`), kind: 'date' },
]

/** Keys as they lie: rows, rows with Shift, columns, two rows in turn; the alphabet and steps of two. */
const keyRows = [
  '`1234567890-=',
  '01234567890',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '~!@#$%^&*()_+',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik,',
  '9ol.',
  '0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qawsedrftgyhujikolp',
  'azsxdcfvgbhnjmk',
  '24680',
  '13579',
  '741852963',
  '147258369',
  '159357',
  '一二三四五六七八九十',
]
const rowsBothWays = [...keyRows, ...keyRows.map((keys) => keys.split('').toReversed().join(''))]

/** How many characters from the beginning lie in a row, or are one character again and again; 0 below three. */
function longestRow(text: string): number {
  let longest = /^(.)\1{2,}/su.exec(text)?.[0].length ?? 0
  for (const keys of rowsBothWays) {
    const start = keys.indexOf(text.slice(0, 3))
    if (start < 0 || text.length < 3) continue
    let length = 3
    while (length < text.length && text[length] === keys[start + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

const masks: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** p@ssw0rd is password. */
function unmask(text: string): string {
  return text.replaceAll(/[@431!0$57]/g, (character) => masks[character] ?? character)
}
