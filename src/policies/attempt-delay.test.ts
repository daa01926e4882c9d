import { describe, expect, test } from 'vitest'
import { networkOf, waitSeconds, type AttemptScope } from './attempt-delay.ts'

const at = new Date('2026-11-20T02:00:00Z')

function after(scope: AttemptScope, failures: number, secondsAgo = 0): number {
  return waitSeconds(scope, { failures, lastAt: new Date(at.getTime() - secondsAgo * 1000) }, at)
}

describe('输错以后等多久', () => {
  test('没有输错过的不等', () => {
    expect(waitSeconds('pair', undefined, at)).toBe(0)
  })

  test.each([
    ['pair', [4, 5, 6, 7, 13, 14, 60], [0, 2, 4, 8, 512, 900, 900]],
    ['account', [20, 21, 22, 25, 26, 99], [0, 2, 4, 32, 60, 60]],
    ['address', [30, 31, 35, 36, 999], [0, 2, 32, 60, 60]],
  ] as const)('%s：第 %j 次以后等 %j 秒', (scope, counts, waits) => {
    expect(counts.map((failures) => after(scope, failures))).toEqual(waits)
  })

  test('等过的时间算数，不满一秒按一秒', () => {
    expect([after('pair', 6, 1), after('pair', 6, 3.2), after('pair', 6, 4)]).toEqual([3, 1, 0])
  })
})

describe('同一个来处', () => {
  test.each([
    ['192.168.1.20', '192.168.1.20'],
    ['', ''],
    ['2001:db8:12:34:a:b:c:d', '2001:db8:12:34::/64'],
    ['2001:0DB8:0012:0034::1', '2001:db8:12:34::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ])('%s 按 %s 计', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
