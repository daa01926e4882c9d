import { expect, test } from 'vitest'
import { auditDefaults, auditFilter, auditPage } from './audit-query.ts'

test('地址栏里的条件照用，看不懂的不理', () => {
  const state = {
    ...auditDefaults,
    from: '2026-03-01',
    to: '昨天',
    kind: 'write',
    group: '台账',
    outcome: 'refused',
  }
  expect(auditFilter(state)).toEqual({
    from: '2026-03-01',
    to: undefined,
    person: undefined,
    kind: 'write',
    group: undefined,
    outcome: 'refused',
    words: undefined,
  })
  expect(auditFilter({ ...auditDefaults, kind: 'constructor', words: ` ${'长'.repeat(200)}` })).toMatchObject({
    kind: undefined,
    words: '长'.repeat(100),
  })
})

test('页码和每页条数不合理的用原来的', () => {
  expect(auditPage({ ...auditDefaults, page: '3', size: '50' })).toEqual({ page: 3, pageSize: 50 })
  expect(auditPage({ ...auditDefaults, page: '-1', size: '9999' })).toEqual({ page: 1, pageSize: 20 })
})
