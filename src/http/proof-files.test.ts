import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import {
  adopt,
  asColleague,
  employ,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'
import { encodeUtf8 } from '../domain/primitives/utf8.ts'
import { findingSentence } from '../domain/verification/finding-sentence.ts'
import { verifyProof, type KeptElsewhere } from '../domain/verification/verify-proof.ts'
import { sha256 } from '../storage/sha256.ts'
import { verifySignature } from '../storage/signatures.ts'

let town: SignedInTown
let discipline: SignedInTown
let finance: SignedInTown
let staff: SignedInTown
let entryId: string

const crypto = { sha256, verify: verifySignature }

beforeAll(async () => {
  town = await startTown('2026-01-05T02:00:00Z')
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2025-01-01')
  await employ(town, [person('A001', { name: '何青' }), person('A002', { name: '单晓云' })])
  discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'] })
  finance = await asColleague(town, { userName: '季出纳', roles: ['finance'] })
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: 'A001' })
  const second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  const about = { kind: 'people', staffNumbers: ['A001'] }
  const body = { about, ruleId: 'late', quantity: '2', occurredOn: '2025-02-06' }
  const recorded = await town.send('POST', '/api/entries', { body, key: randomUUID() })
  entryId = recorded.body.entries[0].id
  await second.send('POST', '/api/entries/confirmations', { body: { entryIds: [entryId] }, key: randomUUID() })
  await publish('quarterly', '2025-Q1')
})
afterAll(() => town.stop())

async function publish(kind: string, period: string): Promise<void> {
  const draft = await town.send('POST', '/api/bulletin-drafts', { body: { kind, period } })
  const path = `/api/bulletin-drafts/${String(draft.body.id)}`
  const { title, preview } = (await town.send('GET', path)).body
  const body = { digest: preview.digest, title }
  const published = await town.send('POST', `${path}/publication`, { body, key: randomUUID() })
  expect([published.status, published.body?.error?.message]).toEqual([200, undefined])
}

async function bytesOf({ response }: Answered): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}

async function take(as: SignedInTown, scope: string): Promise<Uint8Array> {
  const answered = await as.send('GET', `/api/proof/files/${scope}`)
  expect([answered.status, answered.body?.error?.message]).toEqual([200, undefined])
  return bytesOf(answered)
}

function broken(bytes: Uint8Array, kept: KeptElsewhere = {}): readonly string[] {
  return verifyProof(bytes, kept, crypto).checks.flatMap(({ findings }) => findings.map(findingSentence))
}

describe('核验文件', () => {
  test('三种文件都核得过：真的台账、真的通报、真的钥匙', async () => {
    const full = await take(discipline, 'full')
    expect(broken(full)).toEqual([])
    const report = verifyProof(full, {}, crypto)
    const looked = report.checks.filter(({ status }) => status === 'holds').map(({ check }) => check)
    expect(looked).toEqual(expect.arrayContaining(['rows', 'adoptions', 'backings', 'scores', 'shown']))
    expect(broken(await take(finance, 'pay'))).toEqual([])
    expect(broken(await take(staff, 'public'), { earlier: [{ label: '完整', bytes: full }] })).toEqual([])
  })

  test('回执与文件相符，签名用的就是页面上的公钥', async () => {
    const receipt = await staff.send('GET', `/api/proof/receipts/${entryId}`)
    expect(receipt.status).toBe(200)
    const kept = { receipts: [{ label: '回执', bytes: await bytesOf(receipt) }] }
    const report = verifyProof(await take(staff, 'public'), kept, crypto)
    expect(report.checks.find(({ check }) => check === 'receipts')).toMatchObject({
      status: 'holds',
      findings: [],
    })
  })

  test('公开文件里没有别人的名字以外的记录，没有评分，没有工号', async () => {
    const other = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: 'A002' })
    const text = new TextDecoder().decode(await take(other, 'public'))
    expect(text).not.toContain('A001')
    expect(text).not.toContain('"backing":{')
    expect(JSON.parse(text)).toMatchObject({ rows: [], schemes: [] })
  })

  test('谁可以导出：完整的只有纪检，财务的是财务和纪检', async () => {
    for (const [as, scope, status] of [
      [staff, 'full', 403],
      [finance, 'full', 403],
      [town, 'full', 403],
      [staff, 'pay', 403],
      [discipline, 'pay', 200],
    ] as const)
      expect((await as.send('GET', `/api/proof/files/${scope}`)).status).toBe(status)
  })

  test('改了数据库里的一条，导出的文件说得出是哪一条', async () => {
    const file = JSON.parse(new TextDecoder().decode(await take(discipline, 'full')))
    file.rows[0].recording.note = '改过'
    const changed = encodeUtf8(JSON.stringify(file))
    expect(broken(changed).join('\n')).toContain('第1条台账记录与台账日志不符')
  })

  test('离线核验页是附件，不在站内打开', async () => {
    const page = await staff.send('GET', '/api/proof/verifier')
    expect(page.status).toBe(200)
    expect(page.response.headers.get('content-disposition')).toMatch(/^attachment/)
  })
})
