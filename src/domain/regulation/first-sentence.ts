const longestParenthesis = 160

/**
 * The first sentence of some words of a regulation, with its stop: what a finding about them spans, since a finding
 * spans one sentence at most (SPEC §2). A line end ends a sentence too; a stop in brackets does not.
 */
export function firstSentenceOf(words: string): string {
  let opened = -1
  for (let i = words.search(/\S/); i >= 0 && i < words.length; i++) {
    const character = words.charAt(i)
    if (character === '（' || character === '(') opened = i
    else if (character === '）' || character === ')') opened = -1
    else if (/[\n\r]/.test(character)) return words.slice(0, i)
    else if (/[。！？!?]/.test(character) && !isClosedAfter(words, opened, i)) return words.slice(0, i + 1)
  }
  return words
}

/** Whether the bracket that stands open before a stop closes behind it; brackets far apart are a slip of the pen. */
function isClosedAfter(words: string, opened: number, stop: number): boolean {
  return opened >= 0 && /^[^（(\n\r]*[）)]/.test(words.slice(stop, opened + longestParenthesis))
}
