import { describe, expect, it } from 'vitest'
import { compareAddress, rowsOf } from './version-rows.ts'

const version = (number: number, effectiveFrom: string) => ({
  version: number,
  effectiveFrom,
  adoptedAt: '2025-12-20T01:00:00Z',
  proposedBy: '考核办',
  adoptedBy: '领导小组',
  basis: '会议纪要',
})

describe('版本清单', () => {
  it('草案在前，新的在前；施行中的是施行日已到的最后一版', () => {
    const versions = [version(1, '2025-01-01'), version(2, '2026-01-01'), version(3, '2027-01-01')]
    expect(rowsOf(versions, '草案一', '2026-11-22').map(({ key, state }) => [key, state])).toEqual([
      ['draft', 'draft'],
      [3, 'coming'],
      [2, 'inForce'],
      [1, 'past'],
    ])
    expect(rowsOf(versions, null, '2024-05-01').map(({ state }) => state)).toEqual(['coming', 'coming', 'coming'])
  })

  it('对比时旧的在前，草案总在后', () => {
    expect(compareAddress([3, 1])).toBe('/scheme/compare?from=1&to=3')
    expect(compareAddress(['draft', 2])).toBe('/scheme/compare?from=2&to=draft')
  })
})
