import type { Action, SessionAnswer } from '../../../http/contract/account.ts'

type Waiting = Extract<SessionAnswer, { readonly signedIn: true }>['progress']['proposals']
type WaitingKind = Waiting['open'][number]

const ways: readonly {
  readonly kind: WaitingKind
  readonly to: string
  readonly decide: Action
  readonly propose: Action
}[] = [
  { kind: 'adoption', to: '/scheme/adoption', decide: 'scheme.adopt', propose: 'scheme.propose' },
  { kind: 'annual-result', to: '/results/final', decide: 'result.approve', propose: 'result.propose' },
  { kind: 'pay-list', to: '/results/final', decide: 'result.approve', propose: 'result.propose' },
]

type Hint = { readonly kind: WaitingKind; readonly to: string; readonly state: 'open' | 'rejected' }

/** What waits for who decides, and what was sent back to who may propose it again. */
export function proposalHints({ open, rejected }: Waiting, may: (action: Action) => boolean): readonly Hint[] {
  return ways.flatMap(({ kind, to, decide, propose }): readonly Hint[] => {
    if (open.includes(kind) && may(decide)) return [{ kind, to, state: 'open' }]
    return rejected.includes(kind) && may(propose) ? [{ kind, to, state: 'rejected' }] : []
  })
}
