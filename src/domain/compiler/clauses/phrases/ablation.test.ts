import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../scheme/scheme.ts'
import { grammarOf, phraseTables } from './grammar.ts'
import type { Phrase, PhraseTable } from './phrase.ts'
import { readSample, samplesOf, type PhraseSample, type SampleReading } from './phrase-samples.ts'
import { limitPhrases } from './qualifiers/limit-phrases.ts'
import { silencePhrases } from './qualifiers/silence-phrases.ts'
import { stepPhrases } from './qualifiers/step-phrases.ts'

/** Tables of qualifiers, whose words may also stay in the deed of the rule. */
const firstQualifier = phraseTables.findIndex((table) => table === stepPhrases)
const effects = phraseTables.slice(0, firstQualifier)
const qualifiers = phraseTables
  .slice(firstQualifier)
  .filter((table) => table !== limitPhrases && table !== silencePhrases)

type Cut = {
  readonly title: string
  readonly row: Phrase<unknown>
  readonly sample: PhraseSample
  readonly full: SampleReading
  readonly cut: SampleReading
}

/** Every sample of the tables, read by the full grammar and by the grammar without the row it is a sample of. */
function cutsOf(tables: readonly PhraseTable<unknown>[]): Cut[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const grammar = grammarOf((kept) => kept !== row)
      return samplesOf(table, row).map((sample) => ({
        title: table.title,
        row,
        sample,
        full: readSample(sample.clause),
        cut: readSample(sample.clause, grammar),
      }))
    }),
  )
}

const fieldsOf = ({ id: _id, source: _source, sentence: _sentence, origin: _origin, ...fields }: Rule): object =>
  fields

function seen({ rules, findings, explained }: SampleReading): string {
  return JSON.stringify([
    rules.map(fieldsOf),
    findings.map(({ code, quote, message }) => [code, quote, message]),
    explained.map(({ quote, reason }) => [quote, reason]),
  ])
}

/** Findings of the cut reading that the full one has not. */
function newFindings({ full, cut }: Cut): string[] {
  const before = new Set(full.findings.map(({ code, message }) => `${code} ${message}`))
  return cut.findings.filter(({ code, message }) => !before.has(`${code} ${message}`)).map(({ code }) => code)
}

const asks = (code: string): boolean =>
  ['unreadable-clause', 'ambiguous-reading', 'number-lost', 'no-unit'].includes(code)

function label({ row, sample }: Cut): string {
  return `${row.name}：${sample.clause}`
}

/** Function words, and figures that a step may write otherwise. */
const said = (words: string): string[] => Array.from(words.replaceAll(/[每的一1个,，、()（）%]/g, ''))

/** Whether the words are still seen in what the rules say. */
function staysInDeed({ sample, cut }: Cut): boolean {
  const sentences = cut.rules.map(({ sentence }) => sentence).join('')
  return cut.rules.length > 0 && said(sample.words).every((character) => sentences.includes(character))
}

describe('少了语法里的任何一行，它的例句都不会无声无息', () => {
  test('效果和限制：例句成为问题，或由别的行读出同样的条款', () => {
    const cuts = cutsOf([...effects, limitPhrases])
    const silent = cuts.filter((one) => seen(one.full) !== seen(one.cut) && !newFindings(one).some(asks))
    expect(silent.map(label)).toEqual(silentByDesign)
    expect(cuts.length).toBeGreaterThan(150)
  })

  test('限定词：成为问题，或原样留在行为里，条款的句子里看得见', () => {
    const cuts = cutsOf(qualifiers)
    const silent = cuts.filter(
      (one) => seen(one.full) !== seen(one.cut) && !newFindings(one).some(asks) && !staysInDeed(one),
    )
    expect(silent.map(label)).toEqual([])
    expect(cuts.length).toBeGreaterThan(100)
  })

  test('不计分的话：每个计分词语仍在条款、问题或理由之下', () => {
    const cuts = cutsOf([silencePhrases])
    const silent = cuts.filter(
      ({ cut }) => cut.unexplained.length > 0 && !cut.findings.some(({ code }) => code === 'unreadable-clause'),
    )
    expect(silent.map(label)).toEqual([])
  })

  test('例句本身都读得出：效果和限定在条款里，不计分的话里没有条款', () => {
    const readings = phraseTables.flatMap((table) =>
      table.rows.flatMap((row) =>
        samplesOf(table, row).map((sample) => ({ table, row, sample, ...readSample(sample.clause) })),
      ),
    )
    const wrong = readings.filter(({ table, rules }) => (table === silencePhrases) === rules.length > 0)
    expect(wrong.map(({ row, sample }) => `${row.name}：${sample.clause}`)).toEqual([])
  })

  test('没有一行是多余的', () => {
    const cuts = cutsOf(phraseTables)
    const needed = new Set(cuts.filter(({ full, cut }) => seen(full) !== seen(cut)).map(({ row }) => row))
    const idle = phraseTables.flatMap(({ rows }) => rows.filter((row) => !needed.has(row)))
    expect(idle.map(({ name }) => name)).toEqual([])
  })
})

/** 满分10分 without a row of its own is read as the points of the item, which silence explains. */
const silentByDesign = ['cap-full：每报送一篇得2分，满分10分。']
