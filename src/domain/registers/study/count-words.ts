/** A Chinese character counts one; a run of letters or digits (with . ' - _ / % within) counts one; nothing else does. */
const counted =
  /\p{Script=Han}|[\p{L}\p{M}\p{N}](?:[\p{M}\p{N}]|(?!\p{Script=Han})\p{L}|['’._/%-](?=[\p{L}\p{N}]))*/gu

/**
 * The words of a text as WPS and Word count them, without punctuation: Chinese characters and, of what is written in
 * letters or digits, whole words and numbers. 习近平2026年讲话 is 7, 学习 GDP 增长 is 5. Never more than its characters.
 */
export function countWords(text: string): number {
  return text.normalize('NFKC').match(counted)?.length ?? 0
}
