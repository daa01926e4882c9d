import { randomUUID } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { onePagePdf, onePixelJpg, onePixelPng } from '../../test/builders/evidence.ts'
import { auditRows } from '../../test/support/audit-rows.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let person: SignedInTown
let other: SignedInTown
let leader: SignedInTown
let inspector: SignedInTown
let proceedingId = ''

beforeAll(async () => {
  town = await startStaffedTown()
  person = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  other = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: '002' })
  leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  inspector = await asColleague(town, { userName: '督查甲', roles: ['inspector'] })
})
afterAll(() => town.stop())

const propose = async (as: SignedInTown, staffNumbers: readonly string[]): Promise<string> => {
  const about = { kind: 'people', staffNumbers }
  const body = { about, ruleId: 'judged', quantity: '1', occurredOn: '2026-05-06', facts: '接待群众时争吵' }
  return (await as.send('POST', '/api/discretions', { body, key: randomUUID() })).body.proceedingId
}

const hand = (as: SignedInTown, id: string, name: string, bytes: Uint8Array, key = randomUUID()) => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return as.send('POST', `/api/proceedings/${id}/attachments`, { body: form, key })
}
const take = (as: SignedInTown, id: string) => as.send('GET', `/api/attachments/${id}`)
const listed = async (as: SignedInTown, id: string): Promise<string[]> =>
  (await as.send('GET', `/api/proceedings/${id}`)).body.attachments.map(
    (one: { fileName: string }) => one.fileName,
  )
const said = ({ status, body }: Answered) => [status, body.error.code, body.error.message]
const kept = async () =>
  (await readdir(town.filesFolder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())

beforeEach(async () => {
  proceedingId = await propose(town, ['001'])
})

describe('交文件', () => {
  test('交上的文件随件列出，取回来一字不差，只能下载', async () => {
    const handed = await hand(town, proceedingId, '../会议 记录.PDF', onePagePdf)
    expect(handed.body).toMatchObject({
      fileName: '会议 记录.pdf',
      mediaType: 'application/pdf',
      size: onePagePdf.length,
      by: '管理员',
    })
    expect(await listed(town, proceedingId)).toEqual(['会议 记录.pdf'])
    const { status, response } = await take(person, handed.body.id)
    expect(status).toBe(200)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(onePagePdf)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="download"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%20%E8%AE%B0%E5%BD%95.pdf`,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  test('同一编号重传、同样的内容再交，都只有一份', async () => {
    const key = randomUUID()
    const first = await hand(town, proceedingId, '照片.jpg', onePixelJpg, key)
    expect((await hand(town, proceedingId, '照片.jpg', onePixelJpg, key)).body).toEqual(first.body)
    expect((await hand(person, proceedingId, '另起的名字.jpg', onePixelJpg)).body.id).toBe(first.body.id)
    expect(await listed(town, proceedingId)).toEqual(['照片.jpg'])
    const elsewhere = await propose(town, ['002'])
    const before = (await kept()).length
    expect((await hand(town, elsewhere, '照片.jpg', onePixelJpg)).body.id).not.toBe(first.body.id)
    expect(await kept()).toHaveLength(before)
  })

  test('不收的说明是哪个文件、为什么，什么也不留下', async () => {
    const before = (await kept()).length
    expect(said(await hand(town, proceedingId, '程序.pdf', Buffer.from('MZ\u0000\u0001\u0002\u0003')))).toEqual([
      422,
      'attachment-refused',
      '“程序.pdf”不是能收的文件：可以交 .pdf、.docx、.xlsx、.jpg、.png、.webp、.txt，旧格式请先另存；改文件名不算，按内容认。',
    ])
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 0x61)
    expect(said(await hand(town, proceedingId, '大.txt', large))).toEqual([
      422,
      'attachment-refused',
      '“大.txt”有 10.1 MB，每个文件最多 10 MB，请压缩图片或拆成几份。',
    ])
    expect((await hand(town, proceedingId, '更大.txt', Buffer.alloc(12 * 1024 * 1024, 0x61))).status).toBe(413)
    expect(await listed(town, proceedingId)).toEqual([])
    expect(await kept()).toHaveLength(before)
  })

  test('一件事十个，第十一个不收', async () => {
    for (let n = 1; n <= 10; n++)
      await hand(town, proceedingId, `${String(n)}.txt`, Buffer.from(`第${String(n)}份`))
    expect(said(await hand(town, proceedingId, '11.txt', Buffer.from('第11份')))).toEqual([
      409,
      'attachments-full',
      '一件事最多交 10 个文件，这个没有收；请把几张图合成一个 PDF 再交。',
    ])
    expect(await listed(town, proceedingId)).toHaveLength(10)
  })

  test('办结以后不再收', async () => {
    const body = { seen: 1, words: '提错了' }
    const path = `/api/discretions/${proceedingId}/withdrawal`
    expect((await town.send('POST', path, { body, key: randomUUID() })).status).toBe(200)
    expect(said(await hand(town, proceedingId, '说明.txt', Buffer.from('补一份')))).toEqual([
      409,
      'attachments-closed',
      '这件事已经办结，不能再交文件。',
    ])
  })
})

describe('磁盘上的文件出了事', () => {
  test.each([
    ['不见了', (path: string) => rm(path), '在存放处找不到了'],
    ['被改动过', (path: string) => writeFile(path, '换成别的'), '存放以后被改动过，和交来的不是同一份，不能下载'],
  ])('%s：说清楚，别的照常', async (_, spoil, words) => {
    const { body } = await hand(town, proceedingId, '说明.txt', Buffer.from(`原件 ${words}`))
    const stored = (await kept()).find(({ name }) => name.length === 64 && !known.has(name))
    const { parentPath = '', name = '' } = stored ?? {}
    await spoil(join(parentPath, name))
    expect(said(await take(town, body.id))).toEqual([
      409,
      'attachment-lost',
      `“说明.txt”${words}。请系统管理员从备份恢复数据文件夹里的 files，或请提交人重新交一份。`,
    ])
    expect(await listed(town, proceedingId)).toEqual(['说明.txt'])
    expect(town.faults).toEqual([])
  })

  let known: ReadonlySet<string> = new Set()
  beforeEach(async () => {
    known = new Set((await kept()).map(({ name }) => name))
  })
})

describe('谁看得到', () => {
  test('本人、提请人、领导小组看得到；别人的件和文件当作没有', async () => {
    const { body } = await hand(town, proceedingId, '截图.png', onePixelPng)
    for (const reader of [town, person, leader]) expect((await take(reader, body.id)).status).toBe(200)
    expect(said(await take(other, body.id))).toEqual([404, 'attachment-unknown', '找不到这个文件，请刷新页面。'])
    expect(said(await take(other, randomUUID()))).toEqual(said(await take(other, body.id)))
    expect((await take(inspector, body.id)).status).toBe(404)
    expect((await hand(other, proceedingId, '乱交.txt', Buffer.from('x1'))).body.error.code).toBe(
      'proceeding-unknown',
    )
    expect((await hand(inspector, proceedingId, '乱交.txt', Buffer.from('x2'))).status).toBe(404)
  })

  test('督查员看得到自己提请的，看不到别人提请的', async () => {
    const own = await propose(inspector, ['003'])
    const { body } = await hand(inspector, own, '现场.jpg', onePixelJpg)
    expect((await take(inspector, body.id)).status).toBe(200)
    const { proceedings } = (await inspector.send('GET', '/api/proceedings')).body
    expect(proceedings.map(({ id }: { id: string }) => id)).toEqual([own])
  })

  test('几个人同一件：只看到自己那份，别人为自己交的看不到', async () => {
    const joint = await propose(town, ['001', '002'])
    await hand(town, joint, '提请材料.pdf', onePagePdf)
    await hand(person, joint, '何青的说明.txt', Buffer.from('我没有争吵'))
    const others = await hand(other, joint, '单晓云的说明.txt', Buffer.from('是他先说的'))
    expect(await listed(leader, joint)).toHaveLength(3)
    expect((await listed(person, joint)).toSorted()).toEqual(['何青的说明.txt', '提请材料.pdf'])
    expect((await take(person, others.body.id)).status).toBe(404)
    const seen = (await person.send('GET', `/api/proceedings/${joint}`)).body
    expect(seen.people.map(({ staffNumber }: { staffNumber: string }) => staffNumber)).toEqual(['001'])
    expect(JSON.stringify(seen)).not.toContain('002')
  })
})

test('交和下载都留痕，记着内容的摘要', async () => {
  const { body } = await hand(town, proceedingId, '说明.txt', Buffer.from('留痕'))
  await take(leader, body.id)
  const rows = (await auditRows(town)).slice(-2)
  expect(rows.map(({ operation, kind, by }) => [operation, kind, by])).toEqual([
    ['addAttachment', 'write', '管理员'],
    ['downloadAttachment', 'export', '韦同意'],
  ])
  for (const { object, after } of rows) {
    expect(object).toMatchObject({ kind: 'attachment', id: body.id, label: '说明.txt' })
    expect(after?.digest).toMatch(/^[0-9a-f]{64}$/)
  }
})
