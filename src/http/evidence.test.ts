import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onePagePdf, onePixelJpg, onePixelPng } from '../../test/builders/evidence.ts'
import { auditRows } from '../../test/support/audit-rows.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { accept } from '../domain/primitives/result.ts'
import { createApp } from './create-app.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { photoPlaceSettingName } from '../domain/registers/photo-place.ts'
import type { RegisterId } from '../domain/registers/register.ts'

let town: StaffedTown
let person: SignedInTown
let other: SignedInTown
let inspector: SignedInTown
let discipline: SignedInTown
let entryId = ''

beforeAll(async () => {
  town = await startStaffedTown()
  person = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  other = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: '002' })
  inspector = await asColleague(town, { userName: '督查甲', roles: ['inspector'] })
  discipline = await asColleague(town, { userName: '纪检甲', roles: ['discipline'] })
  entryId = await town.recordOne()
})
afterAll(() => town.stop())

const add = (
  as: SignedInTown,
  path: string,
  [name, bytes]: readonly [string, Uint8Array | string],
  fields: Readonly<Record<string, string>> = {},
  key: string = randomUUID(),
) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  return as.send('POST', `${path}/evidence`, { body: form, key })
}
const toEntry = (id = entryId) => `/api/entries/${id}`
const list = async (as: SignedInTown, kind: 'entry' | 'record', ids: readonly string[]) =>
  (await as.send('GET', `/api/evidence?kind=${kind}&ids=${ids.join(',')}`)).body
const listed = async (as: SignedInTown, kind: 'entry' | 'record', ids: readonly string[]) =>
  (await list(as, kind, ids)).evidence
const open = (as: SignedInTown, id: string, size = 'whole') => as.send('GET', `/api/evidence/${id}?size=${size}`)
const code = ({ status, body }: Answered) => [status, body.error.code]

/** A line of a register, past the pages that keep it. */
async function line(
  register: RegisterId,
  staffNumber: string | null,
  office: string | null,
  body: object = {},
): Promise<string> {
  const [id, day] = [randomUUID(), localDate('2026-05-06')]
  const { at, by } = { at: town.clock.now, by: '管理员' }
  const days = { first: day, last: day }
  const record = { id, register, staffNumber, office, days, naturalKey: null, body, revision: 1, at, by }
  await town.services.inTown(town.tenantId, 'write', async ({ records }) =>
    accept(await records.add([{ ...record, state: 'noted' }])),
  )
  return id
}

describe('记录的佐证', () => {
  test('照片重新画过：位置和机型不留，能在页面里看，也有缩略图', async () => {
    const taken = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#345' } })
      .withExif({ IFD0: { Make: 'TELEPHONE' }, IFD3: { GPSLatitude: '30/1 10/1 0/1' } })
      .jpeg()
      .toBuffer()
    const { status, body } = await add(town, toEntry(), ['空岗.jpeg', taken])
    expect([status, body.fileName, body.isPicture, body.subjectId, body.taken]).toEqual([
      200,
      '空岗.jpg',
      true,
      entryId,
      null,
    ])
    const whole = await open(town, body.id)
    const bytes = Buffer.from(await whole.response.arrayBuffer())
    expect(bytes.toString('latin1')).not.toContain('TELEPHONE')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 800, format: 'jpeg' })
    expect(Object.fromEntries(whole.response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; /),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const small = Buffer.from(await (await open(town, body.id, 'thumbnail')).response.arrayBuffer())
    expect(await sharp(small).metadata()).toMatchObject({ width: 320, format: 'jpeg' })
  })

  test('不是图片的只能下载，没有缩略图', async () => {
    const { body } = await add(town, toEntry(), ['说明.pdf', onePagePdf])
    const { response } = await open(town, body.id)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(code(await open(town, body.id, 'thumbnail'))).toEqual([404, 'attachment-unknown'])
  })

  test.each([
    ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['图.jpg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['页.html', '<!doctype html><script>alert(1)</script>'],
    ['程序.jpg', Buffer.from('MZ\u0090\u0000\u0003')],
    ['半张.jpg', onePixelJpg.subarray(0, 200)],
    ['手机.heic', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
  ])('不收 %s', async (name, bytes) => {
    const refused = await add(town, toEntry(), [name, bytes])
    expect(code(refused)).toEqual([422, 'attachment-refused'])
    expect(refused.body.error.message).toContain(`“${name}”`)
  })

  test('既是图又是网页的，留下的只有图', async () => {
    const { body } = await add(town, toEntry(), [
      '图.html',
      Buffer.concat([onePixelPng, Buffer.from('<script>alert(1)</script>')]),
    ])
    const { response } = await open(town, body.id)
    expect(body.fileName).toBe('图.html.jpg')
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).not.toContain('script')
  })

  test('应答丢了再传一遍、同一张再传，都只有一份', async () => {
    const own = await town.recordOne({ note: '重传' })
    const key = randomUUID()
    const first = await add(town, toEntry(own), ['1.png', onePixelPng], {}, key)
    expect((await add(town, toEntry(own), ['1.png', onePixelPng], {}, key)).body).toEqual(first.body)
    expect((await add(town, toEntry(own), ['2.png', onePixelPng])).body.id).toBe(first.body.id)
    expect(await listed(town, 'entry', [own])).toHaveLength(1)
  })

  test('位置和时间只在镇里开了以后才记', async () => {
    const own = await town.recordOne({ note: '位置' })
    const fields = { takenAt: '2026-05-06T01:30:00Z', latitude: '30.123456', longitude: '114.5' }
    expect((await add(town, toEntry(own), ['1.txt', '开以前'], fields)).body.taken).toBeNull()
    const at = { at: town.clock.now, by: '管理员' }
    const wants = (value: boolean) =>
      town.services.inTown(town.tenantId, 'write', async ({ registerSettings }) =>
        accept(await registerSettings.write(photoPlaceSettingName, value, at)),
      )
    await wants(true)
    expect((await add(town, toEntry(own), ['2.txt', '开以后'], fields)).body.taken).toEqual({
      at: '2026-05-06T01:30:00Z',
      place: { latitude: '30.123456', longitude: '114.5' },
    })
    await wants(false)
  })

  test('冲销了的不再加；督查员只加自己登记的', async () => {
    const gone = await town.recordOne({ note: '要冲销' })
    await town.confirm([gone])
    await town.reverse(gone)
    expect(code(await add(town, toEntry(gone), ['1.txt', '晚了']))).toEqual([409, 'evidence-closed'])
    expect(code(await add(inspector, toEntry(), ['1.txt', '不是我登记的']))).toEqual([403, 'evidence-not-yours'])
    const body = {
      about: { kind: 'people', staffNumbers: ['001'] },
      ruleId: 'absent',
      quantity: '1',
      occurredOn: '2026-05-07',
    }
    const own = (await inspector.send('POST', '/api/entries', { body, key: randomUUID() })).body.entries[0].id
    expect((await add(inspector, toEntry(own), ['1.txt', '我登记的'])).status).toBe(200)
  })
})

test('照片在重画、在存放的时候，镇里别人照样记录', async () => {
  const subject = await town.recordOne({ note: '大照片' })
  const meanwhile: string[] = []
  const { services } = town
  const busy: typeof services = {
    ...services,
    // Were the town's lock held, what is recorded here would wait for itself.
    checkAttachment: async (file) => {
      meanwhile.push(await town.recordOne({ note: '重画的时候' }))
      return services.checkAttachment(file)
    },
    files: {
      ...services.files,
      put: async (bytes) => {
        meanwhile.push(await town.recordOne({ note: '存放的时候' }))
        return services.files.put(bytes)
      },
    },
  }
  const form = new FormData()
  form.set('file', new File([new Uint8Array(onePixelPng)], '大.png'))
  const answer = await createApp(busy).request(`http://127.0.0.1:4680${toEntry(subject)}/evidence`, {
    method: 'POST',
    headers: { host: '127.0.0.1:4680', cookie: town.cookie, 'idempotency-key': randomUUID() },
    body: form,
  })
  expect(answer.status).toBe(200)
  expect(new Set(meanwhile).size).toBe(2)
  expect(await listed(town, 'entry', [subject])).toHaveLength(1)
})

test('不该加的人交来的，连内容也不留', async () => {
  const kept: number[] = []
  const put = async (bytes: Uint8Array) => {
    kept.push(bytes.length)
    return town.services.files.put(bytes)
  }
  const files = { ...town.services.files, put }
  const form = new FormData()
  form.set('file', new File(['不是我登记的'], '1.txt'))
  const answer = await createApp({ ...town.services, files }).request(
    `http://127.0.0.1:4680${toEntry()}/evidence`,
    {
      method: 'POST',
      headers: { host: '127.0.0.1:4680', cookie: inspector.cookie, 'idempotency-key': randomUUID() },
      body: form,
    },
  )
  expect([answer.status, kept]).toEqual([403, []])
})

describe('谁看得到', () => {
  test('看得到记录的人看得到佐证，别人和别的镇当作没有', async () => {
    const { body } = await add(town, toEntry(), ['现场.txt', '谁看得到'])
    for (const reader of [town, person, inspector, discipline])
      expect((await open(reader, body.id)).status).toBe(200)
    expect(code(await open(other, body.id))).toEqual([404, 'attachment-unknown'])
    expect(await listed(other, 'entry', [entryId])).toEqual([])
    expect((await listed(person, 'entry', [entryId])).map(({ id }: { id: string }) => id)).toContain(body.id)
    const openTo = async (as: SignedInTown) => (await list(as, 'entry', [entryId])).openTo
    expect([await openTo(town), await openTo(person), await openTo(inspector)]).toEqual([[entryId], [], []])
    expect(code(await add(person, toEntry(), ['1.txt', '本人不登记']))).toEqual([403, 'not-allowed'])
    const elsewhere = await startTown()
    try {
      expect(code(await open(elsewhere, body.id))).toEqual([404, 'attachment-unknown'])
      expect(await listed(elsewhere, 'entry', [entryId])).toEqual([])
      expect(code(await add(elsewhere, toEntry(), ['1.txt', '别的镇']))).toEqual([404, 'entry-unknown'])
    } finally {
      await elsewhere.stop()
    }
  })

  test('登记册的佐证随登记册：请假只给本人和管的人，投诉只给纪检', async () => {
    const leave = await line('leave', '001', '党办')
    const own = await add(person, `/api/records/${leave}`, ['病历.png', onePixelPng])
    expect(own.status).toBe(200)
    expect((await open(town, own.body.id)).status).toBe(200)
    expect(code(await open(other, own.body.id))).toEqual([404, 'attachment-unknown'])
    expect(code(await add(other, `/api/records/${leave}`, ['1.txt', '不是我的']))).toEqual([
      404,
      'evidence-subject-unknown',
    ])
    expect(code(await add(inspector, `/api/records/${leave}`, ['1.txt', '只看不记']))).toEqual([
      403,
      'evidence-not-yours',
    ])
    const complaint = await line('complaint', null, null, complaintAbout(null))
    const letter = await add(discipline, `/api/records/${complaint}`, ['来信.pdf', onePagePdf])
    expect(letter.status).toBe(200)
    expect(code(await open(town, letter.body.id))).toEqual([404, 'attachment-unknown'])
    expect(await listed(town, 'record', [leave, complaint])).toHaveLength(1)
  })

  test('投诉举报的佐证只有编号，文件名哪里都不留；反映自己的，纪检自己也看不到', async () => {
    const complaint = await line('complaint', null, null, complaintAbout('003'))
    const named = ['王金丝雀的来信.png', onePixelPng] as const
    const { body } = await add(discipline, `/api/records/${complaint}`, named)
    expect(body).toMatchObject({ fileName: '佐证1.jpg', taken: null })
    const second = await add(discipline, `/api/records/${complaint}`, ['金丝雀.pdf', onePagePdf])
    expect(second.body.fileName).toBe('佐证2.pdf')
    expect(JSON.stringify(await auditRows(town))).not.toContain('金丝雀')
    const concerned = await asColleague(town, { userName: '纪检乙', roles: ['discipline'], staffNumber: '003' })
    expect(code(await open(concerned, body.id))).toEqual([404, 'attachment-unknown'])
    expect(await listed(concerned, 'record', [complaint])).toEqual([])
    expect((await add(concerned, `/api/records/${complaint}`, ['1.txt', '我自己'])).status).toBe(404)
  })

  test('上级文件随采纳后的记录走：一份文件，办公室每人的记录都看得到；别人仍看不到', async () => {
    const line1 = await line('superior-result', null, '党办')
    const paper = (await add(town, `/api/records/${line1}`, ['通报.pdf', onePagePdf])).body
    expect(code(await open(person, paper.id))).toEqual([404, 'attachment-unknown'])
    const ids = [await town.recordOne({ note: '通报一' }), await town.recordOne({ note: '通报二' })]
    for (const [index, entryId] of ids.entries()) await adopted(line1, index, entryId)
    const files = await listed(person, 'entry', ids)
    expect(new Set(files.map(({ subjectId }: { subjectId: string }) => subjectId))).toEqual(new Set(ids))
    expect(files.map(({ id }: { id: string }) => id)).toEqual([paper.id, paper.id])
    expect((await open(person, paper.id)).status).toBe(200)
    expect(code(await open(other, paper.id))).toEqual([404, 'attachment-unknown'])
    expect(await listed(other, 'entry', ids)).toEqual([])
  })
})

function complaintAbout(aboutStaffNumber: string | null) {
  const given = { channel: 'letter', receivedOn: '2026-05-06', words: '来信的原话', about: null }
  return { ...given, aboutStaffNumber, complainant: null, conclusion: null }
}

/** A proposal about 001 that rests on the line and became the entry. */
async function adopted(recordId: string, index: number, entry: string): Promise<void> {
  const about = { staffNumber: '001', occurredOn: localDate('2026-05-06'), quantity: quantity(100) }
  const kind = { register: 'superior-result', kind: 'target-missed', level: null, variant: null } as const
  const factKey = `superior-result/${recordId}/${String(index)}`
  const rest = { factKey, matter: null, place: null, words: '未达标。', recordIds: [recordId] }
  const decided = { at: town.clock.now, by: '管理员' }
  await town.services.inTown(town.tenantId, 'write', async ({ proposedEntries }) =>
    accept(
      await proposedEntries.add([
        {
          id: randomUUID(),
          sort: 'entry',
          observation: { ...kind, ...about, ...rest },
          state: 'adopted',
          entryId: entry,
          reason: null,
          madeAt: town.clock.now,
          decided,
        },
      ]),
    ),
  )
}

test('加和打开都留痕，缩略图不留', async () => {
  const { body } = await add(town, toEntry(), ['留痕.png', onePixelPng])
  await open(inspector, body.id, 'thumbnail')
  await open(inspector, body.id)
  const rows = (await auditRows(town)).slice(-2)
  expect(rows.map(({ operation, kind, by }) => [operation, kind, by])).toEqual([
    ['addEntryEvidence', 'write', '管理员'],
    ['readEvidence', 'export', '督查甲'],
  ])
  for (const { object } of rows) expect(object).toMatchObject({ kind: 'evidence', id: body.id })
})
