const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/**
 * Words of the regulation as a rule keeps them: full-width punctuation (figures such as 1,000 apart), no blanks or
 * marks at the ends, “” for 「」, which the renderer uses itself. Tidying twice changes nothing.
 */
export function ownWords(words: string): string {
  const tidy = words
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d)[,;:()]|[,;:()](?!\d)/g, (mark) => fullWidth[mark] ?? mark)
    .replaceAll('「', '“')
    .replaceAll('」', '”')
    .replace(/（[，、；]*）/g, '')
    .replace(/^[，、；：。 ]+|[，、；：。 ]+$/g, '')
  // Cutting an empty pair of brackets may leave another: （（））.
  return tidy === words ? words : ownWords(tidy)
}
