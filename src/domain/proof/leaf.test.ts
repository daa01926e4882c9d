import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { hiddenNames, opens } from './commitments.ts'
import { decodeLeaf, encodeLeaf, type Leaf } from './leaf.ts'
import { leafKindOf, leafOf, openingsOf } from './leaf-of.ts'
import type { LogEntry } from './log-entry.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const tenantId = '00000000-0000-4000-8000-000000000001'
const digest = 'ab'.repeat(32)

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const optional = fc.option(text)
const rowHead = {
  tenantId: fc.constant(tenantId),
  position: fc.nat(),
  id: fc.uuid(),
  recordedAt: fc.constant('2026-03-09T01:02:03.004Z'),
  recordedBy: text,
  idempotencyKey: optional,
}
const recording = fc.record({
  staffNumber: text,
  schemeVersion: fc.nat(),
  ruleId: text,
  clause: text,
  quantity: fc.nat().map(quantity),
  occurredOn: fc.constant(localDate('2026-03-09')),
  level: optional,
  matter: optional,
  discretion: fc.constant(null),
  place: optional,
  note: optional,
  basis: optional,
})
const stamp = { at: fc.constant(new Date('2026-03-09T01:02:03.004Z')), by: text }
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({
    kind: fc.constant('ledger-row' as const),
    row: fc.oneof(
      fc.record({ ...rowHead, kind: fc.constant('recording' as const), recording }),
      fc.record({ ...rowHead, kind: fc.constant('confirmation' as const), entryId: fc.uuid() }),
      fc.record({ ...rowHead, kind: fc.constant('reversal' as const), entryId: fc.uuid(), reason: text }),
    ),
  }),
  fc.record({
    kind: fc.constant('adoption' as const),
    version: fc.nat(),
    schemeDigest: fc.constant(digest),
    regulationDigest: fc.option(fc.constant(digest)),
    effectiveFrom: fc.constant(localDate('2026-01-01')),
    ...stamp,
  }),
  fc.record({
    kind: fc.constant('close' as const),
    month: text,
    ledgerPosition: fc.nat(),
    bulletinId: fc.uuid(),
    ...stamp,
  }),
  fc.record({
    kind: fc.constant('publication' as const),
    bulletinId: fc.uuid(),
    bulletinKind: text,
    period: text,
    number: fc.integer({ min: 1, max: 99 }),
    contentDigest: fc.constant(digest),
    backingDigest: fc.option(fc.constant(digest)),
    corrects: optional,
    ledgerPosition: fc.nat(),
    ...stamp,
  }),
  fc.record({ kind: fc.constant('finalisation' as const), bulletinId: fc.uuid(), ...stamp }),
)

const saltsFor = (one: LogEntry, seed = 'a') =>
  Object.fromEntries(
    hiddenNames(leafKindOf(one)).map((name) => [
      name,
      createHash('sha256')
        .update(seed + name)
        .digest('hex'),
    ]),
  )
const leafFor = (one: LogEntry, seed?: string) => leafOf(one, tenantId, saltsFor(one, seed), sha256)

const example: LogEntry = {
  kind: 'ledger-row',
  row: {
    tenantId,
    position: 7,
    id: '00000000-0000-4000-8000-0000000000aa',
    recordedAt: '2026-03-09T01:02:03.004Z',
    recordedBy: '张三',
    idempotencyKey: null,
    kind: 'reversal',
    entryId: '00000000-0000-4000-8000-0000000000bb',
    reason: '录错人',
  },
}

describe('日志的叶', () => {
  test('从编码读回的正是那片叶', () => {
    fc.assert(
      fc.property(entry, (one) => {
        const leaf = leafFor(one)
        expect(decodeLeaf(encodeLeaf(leaf))).toEqual(leaf)
      }),
      { numRuns: 1000 },
    )
    const earlier: Leaf = { kind: 'earlier', tenantId, versions: 2, ledgerRows: 9, at: '2026-03-09T01:02:03.004Z' }
    expect(decodeLeaf(encodeLeaf(earlier))).toEqual(earlier)
  })

  test('每一处内容改了，叶就变；盐不同，叶也不同', () => {
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        expect(hexOf(leafFor(one))).not.toBe(hexOf(leafFor(other)))
        expect(hexOf(leafFor(one, 'a'))).not.toBe(hexOf(leafFor(one, 'b')))
      }),
    )
  })

  test('编码里没有人名、理由这些字，只有承诺', () => {
    const bytes = Buffer.from(encodeLeaf(leafFor(example)))
    expect(bytes.includes(Buffer.from('录错人'))).toBe(false)
    expect(bytes.includes(Buffer.from('张三'))).toBe(false)
    expect(bytes.includes(Buffer.from('00000000-0000-4000-8000-0000000000bb'))).toBe(true)
  })

  test('改动任何一个字节，读不回原来的叶', () => {
    const leaf = leafFor(example)
    const plain = encodeLeaf(leaf)
    const read = (bytes: Uint8Array): Leaf | null => {
      try {
        return decodeLeaf(bytes)
      } catch {
        return null
      }
    }
    for (let index = 0; index < plain.length; index += 1) {
      const tampered = plain.slice()
      tampered[index] = (tampered[index] ?? 0) ^ 1
      expect(read(tampered)).not.toEqual(leaf)
    }
    expect(read(plain.slice(0, -1))).toBeNull()
    expect(read(Uint8Array.from([...plain, 0]))).toBeNull()
  })

  test('编码一经定下就不再变', () => {
    expect(
      createHash('sha256')
        .update(encodeLeaf(leafFor(example)))
        .digest('hex'),
    ).toBe('09af06d89872153f3704f0b3af1ac306f27c3feb373876bd986a53259f4b4171')
  })

  test('别的镇的行进不了这个镇的日志', () => {
    const other = '00000000-0000-4000-8000-000000000002'
    expect(() => leafOf(example, other, saltsFor(example), sha256)).toThrow('its own town')
  })
})

describe('打开承诺', () => {
  test('盐和原话打得开，差一个字、换一把盐、换一栏都打不开', () => {
    fc.assert(
      fc.property(entry, (one) => {
        const leaf = leafFor(one)
        const openings = openingsOf(one, saltsFor(one))
        expect(openings).toHaveLength(hiddenNames(leaf.kind).length)
        for (const opening of openings) {
          expect(opens(leaf, opening, sha256)).toBe(true)
          expect(opens(leaf, { ...opening, value: `${opening.value ?? ''}字` }, sha256)).toBe(false)
          expect(opens(leaf, { ...opening, value: opening.value === null ? '' : null }, sha256)).toBe(false)
          expect(opens(leaf, { ...opening, salt: digest }, sha256)).toBe(false)
          expect(opens(leaf, { ...opening, name: 'at' }, sha256)).toBe(false)
        }
      }),
    )
  })
})

function hexOf(leaf: Leaf): string {
  return Buffer.from(encodeLeaf(leaf)).toString('hex')
}
