/** Characters that nearly every sentence of a regulation holds: a poor choice to tell by. */
const common = '分元的每'

/**
 * Characters of which a text must hold one at least, if the pattern is to stand in it anywhere: for each of its
 * alternatives one that stands outside all brackets and is not optional. Null when an alternative has none, so that
 * every text has to be searched.
 */
export function neededCharacters(source: string): readonly string[] | null {
  const alternatives: string[][] = [[]]
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i)
    const own = alternatives.at(-1)
    if (character === '\\') i = afterEscape(source, i)
    else if (character === '[') i = afterClass(source, i)
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '{') i = source.indexOf('}', i)
    else if (depth === 0 && character === '|') alternatives.push([])
    else if (depth === 0 && !/[?*+^$.]/.test(character) && !/^(?:[?*]|\{0)/.test(source.slice(i + 1, i + 3)))
      own?.push(character)
  }
  const chosen = alternatives.map((own) => own.find((character) => !common.includes(character)) ?? own[0])
  return chosen.some((character) => character === undefined)
    ? null
    : [...new Set(chosen.flatMap((one) => one ?? []))]
}

/** The last character of \d, \u{…}, \p{…}. */
function afterEscape(source: string, at: number): number {
  return /[pPu]/.test(source.charAt(at + 1)) && source.charAt(at + 2) === '{' ? source.indexOf('}', at) : at + 1
}

function afterClass(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    if (source.charAt(i) === '\\') i++
    else if (source.charAt(i) === ']') return i
  }
  return source.length
}
