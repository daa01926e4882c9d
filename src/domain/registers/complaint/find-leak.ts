import type { ComplaintBody } from './complaint-record.ts'

/** So many characters of a complaint in a row are a quotation, and no coincidence of office language. */
export const quotedCharacters = 12

export type Leak = { readonly what: 'name' | 'contact' | 'number' | 'words'; readonly leaked: string }

/**
 * What of the complaint stands in words that others will read: the complainant's name or a way to reach him, the number
 * he is known by at the hotline, or a stretch of the complaint itself. Spaces and punctuation do not count. null: nothing.
 */
export function findLeak(
  found: string,
  { words, number, complainant }: Pick<ComplaintBody, 'words' | 'number' | 'complainant'>,
): Leak | null {
  const read = plain(found)
  const { name = null, contact = null } = complainant ?? {}
  if (name !== null && isIn(name, read)) return { what: 'name', leaked: name }
  if (contact !== null && isIn(contact, read)) return { what: 'contact', leaked: contact }
  if (number !== null && isIn(number, read)) return { what: 'number', leaked: number }
  const said = plain(words)
  for (let at = 0; at + quotedCharacters <= read.length; at += 1) {
    const stretch = read.slice(at, at + quotedCharacters)
    if (said.includes(stretch)) return { what: 'words', leaked: stretch }
  }
  return null
}

/** One character alone (李) is nobody's name. */
function isIn(secret: string, read: string): boolean {
  const sought = plain(secret)
  return sought.length >= 2 && read.includes(sought)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
}
