const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/**
 * Words of the regulation as a rule keeps them: full-width punctuation (figures such as 1,000 apart), no blanks or
 * marks at the ends, “” for 「」, which the renderer uses itself. Tidying twice changes nothing.
 */
export function ownWords(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d)[,;:()]|[,;:()](?!\d)/g, (mark) => fullWidth[mark] ?? mark)
    .replaceAll('「', '“')
    .replaceAll('」', '”')
    .replace(/（[，、；]*）/g, '')
    .replace(/^[，、；：。 ]+|[，、；：。 ]+$/g, '')
}
