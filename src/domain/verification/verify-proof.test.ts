import { describe, expect, it } from 'vitest'
import { crypto } from '../../../test/builders/logged-town.ts'
import { provenYear } from '../../../test/builders/proven-year.ts'
import { findingSentence } from './finding-sentence.ts'
import { verifyProof } from './verify-proof.ts'

const year = await provenYear()

describe('核验如实的文件', () => {
  it.each(['full', 'pay', 'own'] as const)('%s：没有一项不符', (scope) => {
    const kept = {
      heads: [year.heads.early, year.heads.last],
      earlier: [{ label: '四月的文件', bytes: year.earlier }],
      receipts: [{ label: '回执', bytes: year.receipt }],
    }
    const report = verifyProof(year[scope], kept, crypto)
    expect(report.checks.flatMap(({ findings }) => findings.map(findingSentence))).toEqual([])
    expect(report.verdict).toBe('holds')
  })
})
