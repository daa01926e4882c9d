import { normaliseRegulation } from '../../src/domain/compiler/normalise.ts'
import type { Diagnostic } from '../../src/domain/regulation/diagnostic.ts'

const stops = /[。！？!?\n\r]/

/**
 * The first finding that spans more than one sentence of the text as it is read, with page furniture out, cut lines
 * joined and the cells of a row side by side; null when there is none. A joined chunk break is no sentence at all.
 */
export function findingBeyondSentence(text: string, diagnostics: readonly Diagnostic[]): Diagnostic | null {
  const { body } = normaliseRegulation(text)
  const beyond = diagnostics.find(({ code, span }) => {
    if (code === 'chunk-break') return false
    const start = body.offsets.findIndex((offset) => offset >= span.start)
    const end = body.offsets.findLastIndex((offset) => offset < span.end)
    const words = Array.from({ length: Math.max(0, end + 1 - start) }, (_, i) => {
      const character = body.text.charAt(start + i)
      return stops.test(character) && !stops.test(text.charAt(body.offsets[start + i] ?? 0)) ? ' ' : character
    })
    return start >= 0 && hasStopInside(words.join(''))
  })
  return beyond ?? null
}

/** A stop or a line end with words on both sides of it, outside brackets. */
function hasStopInside(words: string): boolean {
  let bare = words
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(/[（(][^（()）]*(?:[）)]|$)/g, '')
  }
  return /[\p{Script=Han}\d][\s\S]*[。！？!?\n\r][\s\S]*[\p{Script=Han}\d]/u.test(bare)
}
