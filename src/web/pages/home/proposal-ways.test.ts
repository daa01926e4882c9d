import { describe, expect, test } from 'vitest'
import type { Action } from '../../../http/contract/account.ts'
import { proposalHints } from './proposal-ways.ts'

const waiting = {
  open: [{ kind: 'adoption', year: null }],
  rejected: [{ kind: 'pay-list', year: 2025 }],
} as const
const hintsFor = (...actions: readonly Action[]) =>
  proposalHints(waiting, (action) => actions.includes(action)).map(({ kind, state, to }) => [kind, state, to])

describe('工作台上的提请', () => {
  test('等决定的给领导小组看，退回的给考核办看，别人什么都没有；哪一年的就到哪一年', () => {
    expect(hintsFor('scheme.adopt', 'result.approve')).toEqual([['adoption', 'open', '/scheme/adoption']])
    expect(hintsFor('scheme.propose', 'result.propose')).toEqual([
      ['pay-list', 'rejected', '/results/final?show=pay&year=2025'],
    ])
    expect(hintsFor('score.read')).toEqual([])
  })
})
