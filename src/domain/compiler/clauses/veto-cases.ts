import { ownWords } from '../../scheme/own-words.ts'
import type { Reader } from './clause-reader.ts'
import { skipOpening } from './deed-words.ts'
import type { Stretch } from './split-sentences.ts'

const deed = /(?:的|者)$|^(?:发生|出现|被|未|违反|连续|存在|受到|拒不|拒绝|弄虚作假|隐瞒)/u
const longestCase = 120

/** Under a heading such as 一票否决事项 every deed named is a veto, though no sentence says so again. */
export function readVetoCase(reader: Reader, sentence: Stretch): void {
  const { folded, context } = reader
  const start = skipOpening(folded.text, sentence.start, sentence.end)
  const words = folded.text.slice(start, sentence.end)
  if (context.cases !== 'veto' || words.length < 4 || words.length > longestCase) return
  if (!deed.test(words) || /\d分|:$/u.test(words)) return
  const condition = ownWords(folded.raw.slice(start, sentence.end))
  reader.rules.push({ fields: { effect: 'veto', points: null, condition }, words: { start, end: sentence.end } })
}
