/** Whom failed attempts are counted against: a user name tried from one address, a user name, an address. */
export type AttemptScope = 'pair' | 'account' | 'address'

/** What is not guessed at but sent in from outside: complaints by the public form, from one address and to one town. */
export type CountScope = AttemptScope | 'complaint-address' | 'complaint-town'

export type Failures = { readonly failures: number; readonly lastAt: Date }

/**
 * After so many failures in a row each further one doubles the wait, from 2 s up to the longest. Only the pair may make
 * anyone wait for long: a user name and an address are shared with people who have done nothing.
 */
const delays: Readonly<Record<CountScope, { readonly free: number; readonly longestSeconds: number }>> = {
  pair: { free: 4, longestSeconds: 900 },
  account: { free: 20, longestSeconds: 60 },
  address: { free: 30, longestSeconds: 60 },
  'complaint-address': { free: 5, longestSeconds: 3600 },
  'complaint-town': { free: 60, longestSeconds: 60 },
}

/** One address adds no more than this to what is counted against a user name: alone it cannot slow its owner elsewhere. */
export const countedPerAddress = 5

const forgetAfterMs = 3_600_000

/** Failures last added to before this instant are forgotten. */
export function forgottenBefore(at: Date): Date {
  return new Date(at.getTime() - forgetAfterMs)
}

/** Whole seconds until the next attempt is looked at; 0 when it may go on. */
export function waitSeconds(scope: CountScope, known: Failures | undefined, at: Date): number {
  const { free, longestSeconds } = delays[scope]
  if (known === undefined || known.failures <= free) return 0
  const waitMs = Math.min(2 ** (known.failures - free), longestSeconds) * 1000
  return Math.max(0, Math.ceil((known.lastAt.getTime() + waitMs - at.getTime()) / 1000))
}

/**
 * What an address is counted as. A household or a machine has a whole /64 of IPv6 to itself, so its first four groups
 * stand for it; everything else stands for itself.
 */
export function networkOf(address: string): string {
  const [start = '', end] = address.toLowerCase().replace(/%.*$/, '').split('::')
  if (!address.includes(':') || address.includes('.')) return address
  const groups = start === '' ? [] : start.split(':')
  const last = end === undefined || end === '' ? [] : end.split(':')
  const missing = end === undefined ? 0 : Math.max(0, 8 - groups.length - last.length)
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...last]
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
