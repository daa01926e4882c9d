import type { Action, SessionAnswer } from '../../../http/contract/account.ts'

type Waiting = Extract<SessionAnswer, { readonly signedIn: true }>['progress']['proposals']
type WaitingProposal = Waiting['open'][number]
type WaitingKind = WaitingProposal['kind']

type Way = {
  /** Where it is decided, and where it is put right; a year is added where figures are of one. */
  readonly decideAt: string
  readonly mendAt: string
  readonly decide: Action
  readonly propose: Action
}

const final = { decide: 'result.approve', propose: 'result.propose' } as const
const ways: Readonly<Record<WaitingKind, Way>> = {
  adoption: { decideAt: '/scheme/adoption', mendAt: '/scheme', decide: 'scheme.adopt', propose: 'scheme.propose' },
  'annual-result': { decideAt: '/results/final', mendAt: '/results/final', ...final },
  'pay-list': { decideAt: '/results/final?show=pay', mendAt: '/results/final?show=pay', ...final },
}

type Hint = { readonly kind: WaitingKind; readonly to: string; readonly state: 'open' | 'rejected' }

/** What waits for who decides, and what was sent back to who may propose it again. */
export function proposalHints({ open, rejected }: Waiting, may: (action: Action) => boolean): readonly Hint[] {
  return [
    ...open
      .filter(({ kind }) => may(ways[kind].decide))
      .map((one) => ({ kind: one.kind, to: placeOf(ways[one.kind].decideAt, one), state: 'open' as const })),
    ...rejected
      .filter(({ kind }) => may(ways[kind].propose))
      .map((one) => ({ kind: one.kind, to: placeOf(ways[one.kind].mendAt, one), state: 'rejected' as const })),
  ]
}

function placeOf(path: string, { year }: WaitingProposal): string {
  if (year === null) return path
  return `${path}${path.includes('?') ? '&' : '?'}year=${String(year)}`
}
