import { describe, expect, test } from 'vitest'
import type { Action } from '../../../http/contract/account.ts'
import { proposalHints } from './proposal-ways.ts'

const waiting = { open: ['adoption'], rejected: ['pay-list'] } as const
const hintsFor = (...actions: readonly Action[]) =>
  proposalHints(waiting, (action) => actions.includes(action)).map(({ kind, state }) => [kind, state])

describe('工作台上的提请', () => {
  test('等决定的给领导小组看，退回的给考核办看，别人什么都没有', () => {
    expect(hintsFor('scheme.adopt', 'result.approve')).toEqual([['adoption', 'open']])
    expect(hintsFor('scheme.propose', 'result.propose')).toEqual([['pay-list', 'rejected']])
    expect(hintsFor('score.read')).toEqual([])
  })
})
