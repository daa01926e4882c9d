import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asDistrict } from '../../test/support/as-district.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { testSigner } from '../../test/support/test-signer.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { assert } from '../domain/primitives/result.ts'
import { openCheckpoint, originOf } from '../domain/proof/checkpoint.ts'
import { fromHex } from '../domain/proof/hash-bytes.ts'
import { openReceipt, receiptSchema } from '../domain/proof/receipt.ts'
import { shortHex } from '../domain/proof/short-hex.ts'
import { isConsistent } from '../domain/proof/verify-tree.ts'
import { sha256 } from '../storage/sha256.ts'

let town: StaffedTown
let staff: SignedInTown
let discipline: SignedInTown
let owner: pg.Pool
beforeAll(async () => {
  town = await startStaffedTown()
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'] })
  owner = new pg.Pool({ connectionString: town.database.adminUrl })
  owner.on('error', () => {})
})
afterAll(async () => {
  await owner.end()
  await town.stop()
})

const crypto = { sha256, verify: testSigner.verify }
const headOf = async () => (await town.send('GET', '/api/proof/head')).body
const refusalOf = ({ status, body }: Answered) => [status, body.error?.code]
const printed = (size: number, head: string, as: SignedInTown = town) =>
  as.send('GET', `/api/proof/printed-head?${new URLSearchParams({ size: String(size), head }).toString()}`)

describe('校验码', () => {
  test('登记一条，校验码就往前一条；签名用公开的钥匙验得过，二维码里是同一个', async () => {
    const before = await headOf()
    await town.recordOne()
    const { head, note, keys, qr } = await headOf()
    expect(head.size).toBe(before.head.size + 1)
    expect(openCheckpoint(note, originOf(town.tenantId), testSigner.keys, crypto)).toMatchObject({
      ok: true,
      value: { head },
    })
    expect(keys).toHaveLength(1)
    expect(keys[0].fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(qr.split(' ').slice(2)).toEqual([String(head.size), head.root, keys[0].fingerprint])
  })

  test('看过的都留了底，大的在前', async () => {
    await town.recordOne()
    const { head } = await headOf()
    const { body } = await staff.send('GET', '/api/proof/checkpoints')
    expect(body.checkpoints[0]).toMatchObject({ ...head, signedWith: 'ed25519' })
    const sizes = body.checkpoints.map(({ size }: { size: number }) => size)
    expect(sizes).toEqual(sizes.toSorted((one: number, other: number) => other - one))
  })
})

describe('纸上的校验码', () => {
  test('以后写了再多，也核对得出今天的日志仍从它接着写', async () => {
    const { head } = await headOf()
    await town.recordOne()
    await town.recordOne()
    for (const typed of [shortHex(head.root), head.root, shortHex(head.root).toUpperCase()])
      expect((await printed(head.size, typed)).body).toMatchObject({ verdict: 'contained', root: head.root })
  })

  test('错一位、条数不符、比现在还长，各说各的', async () => {
    const { head } = await headOf()
    const wrong = shortHex(head.root).replace(/^./, (first) => (first === '0' ? '1' : '0'))
    expect((await printed(head.size, wrong)).body.verdict).toBe('differs')
    expect((await printed(head.size - 1, shortHex(head.root))).body.verdict).toBe('differs')
    expect((await printed(head.size + 1, shortHex(head.root))).body).toMatchObject({
      verdict: 'beyond',
      root: null,
    })
  })

  test.each([
    ['3', '3f2a'],
    ['3', '不是校验码'],
  ])('照不成样子的不核对，说该怎么填：%s %s', async (size, head) => {
    const refused = await printed(Number(size), head)
    expect(refusalOf(refused)).toEqual([422, 'printed-head-unreadable'])
    expect(refused.body.error.message).toContain('四位一组')
  })

  test('条数不是正整数，说的是条数', async () => {
    const refused = await printed(0, '0'.repeat(20))
    expect([refused.status, refused.body.error.place]).toEqual([400, 'size'])
  })
})

describe('回执', () => {
  const receiptOf = async (as: SignedInTown, entryId: string) => {
    const answered = await as.send('GET', `/api/proof/receipts/${entryId}`)
    expect(answered.status).toBe(200)
    return receiptSchema.parse(await answered.response.json())
  }

  test('登记人和本人都能领；不靠系统就验得出记录在日志里、写的是什么', async () => {
    const entryId = await town.recordOne({ place: '会议室', note: '离开半小时' })
    for (const as of [town, staff]) {
      const receipt = await receiptOf(as, entryId)
      const opened = openReceipt(receipt, testSigner.keys, crypto)
      assert(opened.ok, 'the receipt is of one piece')
      expect(opened.value.leaf).toMatchObject({ kind: 'recording', id: entryId, ruleId: 'absent' })
      expect(Object.fromEntries(opened.value.said)).toMatchObject({
        staffNumber: '001',
        recordedBy: '管理员',
        place: '会议室',
        note: '离开半小时',
        matter: null,
      })
    }
  })

  test('回执改一处就不成立', async () => {
    const receipt = await receiptOf(staff, await town.recordOne({ note: '迟到' }))
    const open = (changed: object) => openReceipt({ ...receipt, ...changed }, testSigner.keys, crypto)
    const openings = receipt.openings.map((one) => (one.name === 'note' ? { ...one, value: '旷工' } : one))
    expect(open({ openings })).toMatchObject({ refusal: { code: 'receipt-opening-wrong', name: 'note' } })
    expect(open({ leaf: { ...receipt.leaf, quantity: 900 } })).toMatchObject({
      refusal: { code: 'receipt-not-included' },
    })
    expect(open({ index: receipt.index - 1 })).toMatchObject({ refusal: { code: 'receipt-not-included' } })
    expect(open({ checkpoint: receipt.checkpoint.replace(/\n\d+\n/, '\n9999\n') })).toMatchObject({
      refusal: { code: 'checkpoint-signature-wrong' },
    })
    expect(openReceipt(receipt, [], crypto)).toMatchObject({ refusal: { code: 'checkpoint-key-unknown' } })
  })

  test('别人领不到；没有的记录找不到', async () => {
    const entryId = await town.recordOne()
    const other = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: '002' })
    for (const as of [other, discipline])
      expect(refusalOf(await as.send('GET', `/api/proof/receipts/${entryId}`))).toEqual([403, 'receipt-of-others'])
    expect(refusalOf(await staff.send('GET', `/api/proof/receipts/${randomUUID()}`))).toEqual([
      404,
      'entry-unknown',
    ])
  })

  test('个人信息删去以后，回执仍证明有这一条，只是打不开那些字', async () => {
    const entryId = await town.recordOne({ note: '要删的话' })
    await owner.query(
      `delete from log_opening where leaf_index = (select leaf_index from log_leaf where subject = $1)`,
      [entryId],
    )
    const receipt = await receiptOf(staff, entryId)
    expect(receipt.openings).toEqual([])
    expect(openReceipt(receipt, testSigner.keys, crypto).ok).toBe(true)
  })
})

describe('留存校验码', () => {
  const keep = () => discipline.send('POST', '/api/proof/kept-heads')

  test('留存以前先核对接得上上一次的；没有新内容时再按不多留一份', async () => {
    const first = (await keep()).body
    expect((await keep()).body).toMatchObject({ isUnchanged: true, kept: { size: first.kept.size } })
    await town.recordOne()
    const second = (await keep()).body
    expect(second).toMatchObject({ isUnchanged: false, before: { size: first.kept.size } })
    const { body } = await discipline.send('GET', '/api/proof/kept-heads')
    expect(body.kept.map(({ size }: { size: number }) => size)).toEqual([second.kept.size, first.kept.size])
    expect(body.kept[0]).toMatchObject({ by: '纪检员', signedWith: 'ed25519' })
    expect((await headOf()).lastKept.size).toBe(second.kept.size)
  })

  test('别的角色不能留存', async () => {
    expect(refusalOf(await town.send('POST', '/api/proof/kept-heads'))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await staff.send('GET', '/api/proof/kept-heads'))).toEqual([403, 'not-allowed'])
  })

  test('全部核对：没有问题说没有，核对了多少说多少', async () => {
    const { body } = await discipline.send('GET', '/api/proof/comparison')
    expect(body).toMatchObject({ faults: [], head: (await headOf()).head })
    expect(body.ledgerRows).toBe(body.head.size - 1)
    expect(body.heads).toBeGreaterThan(2)
  })
})

describe('历史被改写以后', () => {
  let rewritten: StaffedTown
  let keeper: SignedInTown
  let superuser: pg.Pool
  beforeAll(async () => {
    rewritten = await startStaffedTown()
    keeper = await asColleague(rewritten, { userName: '纪检员', roles: ['discipline'] })
    superuser = new pg.Pool({ connectionString: rewritten.database.adminUrl })
    superuser.on('error', () => {})
  })
  afterAll(async () => {
    await superuser.end()
    await rewritten.stop()
  })

  test('留存被拒绝，说清接不上谁在何时留存的；纸上的也对不上；全部核对说得出是哪一条', async () => {
    const entryId = await rewritten.recordOne()
    await rewritten.recordOne()
    const { kept } = (await keeper.send('POST', '/api/proof/kept-heads')).body
    // Everything anew, as somebody with the database in hands would do it: leaves, salts and nodes fit each other again.
    for (const table of ['log_leaf', 'log_opening', 'log_node', 'checkpoint'])
      await superuser.query(`delete from ${table}`)
    await rewritten.recordOne()
    const refused = await keeper.send('POST', '/api/proof/kept-heads')
    expect(refusalOf(refused)).toEqual([409, 'log-rewritten'])
    expect(refused.body.error.message).toMatch(/接不上纪检员在.*留存的校验码（共3条）/)
    expect((await printed(kept.size, shortHex(kept.root), rewritten)).body.verdict).toBe('differs')
    const { body } = await keeper.send('GET', '/api/proof/comparison')
    expect(body.faults.map(({ message }: { message: string }) => message)).toEqual([
      '共 3 条时留存的校验码，由今天的内容重算不出来：那以前的内容被改过。',
    ])
    await superuser.query(`update ledger_row set body = jsonb_set(body, '{note}', '"改过"') where id = $1`, [
      entryId,
    ])
    const again = await keeper.send('GET', '/api/proof/comparison')
    expect(again.body.faults[0].message).toContain(`台账行 ${entryId}与写入台账日志时的不一样`)
  })

  test('被截短的也一样拒绝', async () => {
    const size = (await rewritten.send('GET', '/api/proof/head')).body.head.size
    await superuser.query('update kept_head set size = $1', [size + 5])
    expect(refusalOf(await keeper.send('POST', '/api/proof/kept-heads'))).toEqual([409, 'log-rewritten'])
  })
})

describe('区级留存', () => {
  test('每镇各留各的，镇里的审计看得到；哪个镇的历史被改写，只说那个镇', async () => {
    const own = await startStaffedTown()
    const superuser = new pg.Pool({ connectionString: own.database.adminUrl })
    superuser.on('error', () => {})
    try {
      const district = await asDistrict(own)
      expect((await district.send('GET', '/api/district/heads')).body.towns).toMatchObject([
        { town: '清源镇', lastKept: null, problem: null },
      ])
      await own.recordOne()
      const [kept] = (await district.send('POST', '/api/district/heads')).body.towns
      expect(kept).toMatchObject({ head: { size: 2 }, lastKept: { size: 2, by: '区考核办' }, problem: null })
      const { rows } = await superuser.query(`select "by" from audit_row where operation = 'keepTownHeads'`)
      expect(rows).toEqual([{ by: '区考核办' }])
      for (const table of ['log_leaf', 'log_opening', 'log_node', 'checkpoint'])
        await superuser.query(`delete from ${table}`)
      await own.recordOne()
      const [refused] = (await district.send('POST', '/api/district/heads')).body.towns
      expect(refused.problem).toContain('接不上区考核办在')
      expect(refused.lastKept.size).toBe(2)
    } finally {
      await superuser.end()
      await own.stop()
    }
  })
})

test('签出的校验码个个接得上：从任一个到任一个都有证明', async () => {
  for (let count = 0; count < 4; count += 1) {
    await town.recordOne()
    await headOf()
  }
  const { body } = await town.send('GET', '/api/proof/checkpoints')
  const heads: { size: number; root: string }[] = body.checkpoints
  const [latest] = heads
  assert(latest !== undefined && heads.length > 4, 'there are signed heads')
  for (const head of heads) {
    const proof = await town.services.inTown<readonly string[], never>(town.tenantId, 'read', async ({ log }) => ({
      ok: true,
      value: await log.consistencyProof(head.size, latest.size),
    }))
    assert(proof.ok, 'a proof')
    const [earlier, later] = [head, latest].map(({ size, root }) => ({ size, root: fromHex(root) }))
    assert(earlier !== undefined && later !== undefined, 'two heads')
    expect(isConsistent(earlier, later, proof.value.map(fromHex), sha256)).toBe(true)
  }
})
