import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { entry, mark, person, rule, schemeOf } from '../../../test/builders/town.ts'
import { canonicalJson, digestOf } from '../primitives/canonical-json.ts'
import { localDate } from '../primitives/local-date.ts'
import { schemeToFile } from '../scheme/scheme.ts'
import { assess, type Assessment } from '../scoring/assess.ts'
import { backingDigest, backingOf, backingSchema } from './backing.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const newSalt = () => 'ab'.repeat(32)

const scheme = schemeOf({
  categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated' }],
  vetoes: [rule('罚', { effect: 'money', points: null, yuan: 20 })],
  grades: [{ grade: '优秀', from: 20 }],
})

function yearOf(assessment: Partial<Assessment> = {}) {
  const whole: Assessment = {
    scheme,
    year: 2026,
    asOf: localDate('2026-12-31'),
    roster: [person('001'), person('002', { to: localDate('2026-06-30') })],
    entries: [entry('罚', 1, '2026-03-01')],
    marks: [mark(100), mark(50, { staffNumber: '002' })],
    ...assessment,
  }
  const versions = [{ version: 1, effectiveFrom: localDate('2026-01-01'), scheme }]
  return { figures: { versions, assessment: whole, sheets: assess(whole) }, ledgerPosition: 7 }
}

describe('通报的底稿', () => {
  it('写成 JSON 再读回来，一字不差，摘要也一样', () => {
    const backing = backingOf({ newSalt, year: yearOf() }, sha256)
    const read = backingSchema.parse(JSON.parse(canonicalJson(backing)))
    expect(read).toEqual(backing)
    expect(backingDigest(read, sha256)).toBe(backingDigest(backing, sha256))
  })

  it('带上名单、评分、方案的摘要，以及每个人算得的数', () => {
    const { assessed } = backingOf({ newSalt, year: yearOf() }, sha256)
    expect(assessed?.schemes.map(({ digest }) => digest)).toEqual([digestOf(schemeToFile(scheme), sha256)])
    expect(
      assessed?.people.map(({ staffNumber, score, rank, grade }) => [staffNumber, score, rank, grade]),
    ).toEqual([
      ['001', 2000, 1, '优秀'],
      ['002', 1000, 2, null],
    ])
    expect(assessed).toMatchObject({ ledgerPosition: 7, marks: [{ mark: 10_000 }, { mark: 5000 }] })
  })

  it('不让看评分的人，用那一部分的摘要也核得出同一个摘要', () => {
    const backing = backingOf({ newSalt, year: yearOf() }, sha256)
    const shown = { ...backing, assessed: { digest: digestOf(backing.assessed, sha256) } }
    expect(backingDigest(shown, sha256)).toBe(backingDigest(backing, sha256))
    expect(backingDigest({ ...shown, salt: '00'.repeat(32) }, sha256)).not.toBe(backingDigest(backing, sha256))
    expect(backingDigest({ ...shown, assessed: null }, sha256)).not.toBe(backingDigest(backing, sha256))
  })

  it('有人没评：谁都没有名次，缺的是空，不是零', () => {
    const { assessed } = backingOf({ newSalt, year: yearOf({ marks: [mark(90)] }) }, sha256)
    expect(assessed?.people.map(({ score, soFar, rank, partial }) => [score, soFar, rank, partial])).toEqual([
      [1800, 1800, null, false],
      [null, 0, null, true],
    ])
  })
})
