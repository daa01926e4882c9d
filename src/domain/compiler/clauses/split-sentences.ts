export type Stretch = { readonly start: number; readonly end: number }

/** Brackets further apart than this are a slip of the pen, not a parenthesis. */
const longestParenthesis = 160

function closingBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '(') open.push(i)
    else if (text.charAt(i) === ')') {
      const start = open.pop()
      if (start !== undefined && i - start <= longestParenthesis) pairs.set(start, i)
    }
  }
  return pairs
}

/** Sentences of a folded text, split at 。；！ and line ends outside brackets, without those marks. */
export function splitSentences(text: string): Stretch[] {
  const closing = closingBrackets(text)
  const sentences: Stretch[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const close = closing.get(i)
    if (close !== undefined) i = close
    else if (/[。;!?\n]/.test(text.charAt(i))) {
      sentences.push({ start, end: i })
      start = i + 1
    }
  }
  sentences.push({ start, end: text.length })
  return sentences.filter((sentence) => sentence.end > sentence.start)
}
