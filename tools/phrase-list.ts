import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { phraseTables } from '../src/domain/compiler/clauses/phrases/grammar.ts'
import type { Phrase, PhraseTable } from '../src/domain/compiler/clauses/phrases/phrase.ts'
import {
  readSample,
  samplesOf,
  type SampleReading,
} from '../src/domain/compiler/clauses/phrases/phrase-samples.ts'
import { silencePhrases } from '../src/domain/compiler/clauses/phrases/qualifiers/silence-phrases.ts'
import { silenceSentences } from '../src/domain/compiler/silence-reason.ts'
import { effectOf } from '../src/domain/scheme/effects/index.ts'

// `npm run phrases` writes docs/phrases.md: every phrase the compiler understands, from the examples that test it.

/** The head of a question, which names the item that all samples stand in. */
const sampleItem = /^日常工作：/u

/** Where the list is kept. */
export const phraseListPath = new URL('../docs/phrases.md', import.meta.url)

const opening = `# 读得懂的说法

办法里的话，下面这些说法都读得懂。每一行是一个例句、它读作的条款（或不计分的理由、需要确认的问题）和条款的效果。
本表由 \`npm run phrases\` 根据语法表里的例子写出，请勿手改；怎样添一种说法，见 [how-to-add-a-phrase.md](how-to-add-a-phrase.md)。
`

/** The list as Markdown: a heading for each table of phrases, a row for each sample, in the order of the grammar. */
export function phraseList(): string {
  return [opening, ...phraseTables.map(sectionOf)].join('\n')
}

function sectionOf(table: PhraseTable<unknown>): string {
  const rows = table.rows.flatMap((row) =>
    samplesOf(table, row).map(({ clause, words }) => {
      const reading = readSample(clause)
      return `| ${[clause, readAs(reading, reasonOf(row, words)), effectsOf(reading)].map(cell).join(' | ')} |`
    }),
  )
  return [`## ${table.title}`, '', '| 例句 | 读作 | 效果 |', '|---|---|---|', ...rows, ''].join('\n')
}

function readAs({ rules, findings, explained }: SampleReading, otherwise: string): string {
  const sentences = [
    ...rules.map(({ sentence }) => sentence),
    ...explained.map(({ phrase, sentence }) => `“${phrase}”不计分：${sentence}`),
    ...findings.map(({ message }) => `要确认：${message.replace(sampleItem, '')}`),
  ]
  return sentences.length === 0 ? otherwise : [...new Set(sentences)].join('<br>')
}

/** 就高不就低: why a row of words that score nothing is there, where no scoring word needs the reason. */
function reasonOf(row: Phrase<unknown>, words: string): string {
  const silence = silencePhrases.rows.find((one) => one === row)
  return silence === undefined ? '没有计分的话。' : `“${words}”不计分：${silenceSentences[silence.read({})]}`
}

function effectsOf({ rules, findings }: SampleReading): string {
  const labels = [...new Set(rules.map((rule) => effectOf(rule).label))]
  if (labels.length > 0) return labels.join('、')
  return findings.length > 0 ? '待确认' : '不计分'
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(phraseListPath, phraseList())
