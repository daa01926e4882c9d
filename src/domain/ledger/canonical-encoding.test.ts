import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centipoints } from '../primitives/centipoints.ts'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { decodeLedgerRow, encodeLedgerRow } from './canonical-encoding.ts'
import type { LedgerRow } from './ledger-row.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', 'null', '0', '㛃𠮷', '\u0001'),
)
const optional = fc.option(text)
const whole = fc.maxSafeInteger()
const head = {
  tenantId: fc.uuid(),
  position: fc.nat(),
  id: fc.uuid(),
  recordedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  recordedBy: text,
  idempotencyKey: optional,
}
const recording = fc.record({
  staffNumber: text,
  schemeVersion: fc.nat(),
  ruleId: text,
  clause: text,
  quantity: whole.map(quantity),
  occurredOn: fc.constantFrom('2026-03-09', '2024-02-29').map(localDate),
  level: optional,
  matter: optional,
  discretion: fc.option(whole.map(centipoints)),
  place: optional,
  note: optional,
  basis: optional,
})
const row: fc.Arbitrary<LedgerRow> = fc.oneof(
  fc.record({ ...head, kind: fc.constant('recording' as const), recording }),
  fc.record({ ...head, kind: fc.constant('confirmation' as const), entryId: fc.uuid() }),
  fc.record({ ...head, kind: fc.constant('reversal' as const), entryId: fc.uuid(), reason: text }),
)

const example: LedgerRow = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  position: 7,
  id: '00000000-0000-4000-8000-0000000000aa',
  recordedAt: '2026-03-09T01:02:03.004Z',
  recordedBy: '张三',
  idempotencyKey: null,
  kind: 'reversal',
  entryId: '00000000-0000-4000-8000-0000000000bb',
  reason: '录错人',
}

describe('台账行的规范编码', () => {
  test('从编码能一字不差地读回整行，所以不同的行编码一定不同', () => {
    const roundTrip = fc.property(row, (one) => {
      expect(decodeLedgerRow(encodeLedgerRow(one))).toEqual(one)
    })
    fc.assert(roundTrip, { numRuns: 2000 })
  })

  test('任何两行，编码相同当且仅当内容相同', () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        const [left, right] = [encodeLedgerRow(one), encodeLedgerRow(other)]
        expect(Buffer.compare(left, right) === 0).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  test('把字从一栏挪到邻栏，编码就变', () => {
    const encodings = [
      { ...example, recordedBy: '张三', idempotencyKey: '四' },
      { ...example, recordedBy: '张', idempotencyKey: '三四' },
      { ...example, recordedBy: '张三四', idempotencyKey: null },
      { ...example, recordedBy: '张三四', idempotencyKey: '' },
    ].map((one) => Buffer.from(encodeLedgerRow(one)).toString('hex'))
    expect(new Set(encodings).size).toBe(4)
  })

  test('每一栏都在编码里', () => {
    const plain = encodeLedgerRow(example)
    for (const key of Object.keys(example).filter((name) => name !== 'kind')) {
      const changed = { ...example, [key]: key === 'position' ? 8 : '别的' }
      expect(Buffer.compare(encodeLedgerRow(changed), plain)).not.toBe(0)
    }
  })

  test('编码一经定下就不再变：这一行永远是这些字节', () => {
    expect(Buffer.from(encodeLedgerRow(example)).toString('hex')).toBe(
      [
        ['01', '00000010', '676f6e6764616f2d6c65646765722f31'],
        ['01', '00000008', '726576657273616c'],
        ['01', '00000024', '30303030303030302d303030302d343030302d383030302d303030303030303030303031'],
        ['02', '00000001', '37'],
        ['01', '00000024', '30303030303030302d303030302d343030302d383030302d303030303030303030306161'],
        ['01', '00000018', '323032362d30332d30395430313a30323a30332e3030345a'],
        ['01', '00000006', 'e5bca0e4b889'],
        ['00', '00000000', ''],
        ['01', '00000024', '30303030303030302d303030302d343030302d383030302d303030303030303030306262'],
        ['01', '00000009', 'e5bd95e99499e4baba'],
      ]
        .flat()
        .join(''),
    )
  })

  test('改动任何一个字节，读回的不是原来那一行', () => {
    const plain = encodeLedgerRow(example)
    const read = (bytes: Uint8Array): LedgerRow | null => {
      try {
        return decodeLedgerRow(bytes)
      } catch {
        return null
      }
    }
    for (let index = 0; index < plain.length; index += 1) {
      const tampered = plain.slice()
      tampered[index] = (tampered[index] ?? 0) ^ 1
      expect(read(tampered)).not.toEqual(example)
    }
    expect(read(plain.slice(0, -1))).toBeNull()
    expect(read(Uint8Array.from([...plain, 0]))).toBeNull()
  })

  test('半个字符不能编码，不会悄悄变成问号', () => {
    expect(() => encodeLedgerRow({ ...example, recordedBy: '\ud800' })).toThrow('URI malformed')
  })
})
