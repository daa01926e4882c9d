import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finding, startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { decodeLedgerRow, encodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'

let town: StaffedTown

describe('只登记一次', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())

  test('没收到回答再发一次，得同样的回答，只有一条', async () => {
    const [first, again] = [await town.record({}, 'lost-answer'), await town.record({}, 'lost-answer')]
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect((await town.list()).total).toBe(1)
  })

  test('连点两下，同时到达，只有一条', async () => {
    const before = (await town.list()).total
    const answers = await Promise.all(Array.from({ length: 6 }, () => town.record({}, 'double-click')))
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body])
    expect((await town.list()).total).toBe(before + 1)
  })

  test('同一编号换了内容，拒绝', async () => {
    await town.record({}, 'reused')
    const other = await town.record({ quantity: '2' }, 'reused')
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency-key-reused'])
    const elsewhere = await town.confirm([randomUUID()], 'reused')
    expect(elsewhere.status).toBe(409)
  })

  test('被拒绝的不占编号，改好了可以用同一编号再交', async () => {
    expect((await town.record({ quantity: '0' }, 'mended')).status).toBe(422)
    expect((await town.record({ quantity: '1' }, 'mended')).status).toBe(200)
  })

  test('30天以前的回答，在后来的登记里一点一点清掉；近的都还认得', async () => {
    const client = await town.pool.connect()
    const inTown = async (statement: string) => {
      await client.query('begin')
      await client.query(`set local app.tenant_id = '${town.tenantId}'`)
      const { rows } = await client.query(statement)
      await client.query('commit')
      return rows
    }
    try {
      await inTown(`insert into idempotency
        select '${town.tenantId}', 'old-' || day, 'recordEntry', 'hash', '{}', now() - (40 + day) * interval '1 day'
          from generate_series(1, 45) day`)
      const oldOnes = () => inTown(`select key from idempotency where key like 'old-%' order by at`)
      const { body: first } = await town.record({}, 'kept')
      const left = await oldOnes()
      expect(left.length).toBe(25)
      expect(left.map(({ key }) => key)).not.toContain('old-45')
      await town.record()
      await town.record()
      expect(await oldOnes()).toEqual([])
      expect((await town.record({}, 'kept')).body).toEqual(first)
    } finally {
      client.release()
    }
  })

  test('没有编号不收', async () => {
    const { status } = await town.send('POST', '/api/entries', { body: finding })
    expect(status).toBe(400)
  })

  test('两个页面同时登记五十次，位置连续，一条不少', async () => {
    const before = (await town.ledgerRows()).length
    const answers = await Promise.all(Array.from({ length: 50 }, () => town.record()))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const rows = await town.ledgerRows()
    expect(rows.length).toBe(before + 50)
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_row, index) => index + 1))
  })

  test('每一行的规范编码读回来就是那一行', async () => {
    const rows = await town.ledgerRows()
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows) {
      const decoded = decodeLedgerRow(new Uint8Array(row.canonical))
      expect(decoded).toMatchObject({
        tenantId: town.tenantId,
        position: Number(row.position),
        id: row.id,
        kind: row.kind,
        recordedBy: row.recorded_by,
        recordedAt: row.recorded_at.toISOString(),
        idempotencyKey: row.idempotency_key,
        recording: row.body,
      })
      expect(Buffer.from(encodeLedgerRow(decoded))).toEqual(row.canonical)
    }
  })
})
