import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { oneItem, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { uploadLimitMegabytes } from './contract/endpoint.ts'

let town: SignedInTown
beforeEach(async () => {
  town = await startTown()
  return () => town.stop()
})

function formOf(
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string>,
  name = '花名册.csv',
): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([content], name))
  return form
}
const upload = (
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string>,
  key?: string,
) => town.send('POST', path, { body: formOf(content, fields), ...(key === undefined ? {} : { key }) })
const importRoster = (content: string, mode = 'commit') => upload('/api/imports/roster', content, { mode })
const importEntries = (content: string, mode = 'commit', key: string = randomUUID()) =>
  upload('/api/imports/entries', content, { mode }, key)
const people = async () => (await town.send('GET', '/api/people')).body
const entryCount = async () => (await town.send('GET', '/api/entries')).body.total

const rosterHeader = '姓名,工号,办公室,职务,分管办公室,编制,起始日期,结束日期'
const roster = [
  rosterHeader,
  '单晓云,001,党办,工作人员,,公务员,,',
  '吕平,002,综治办,工作人员,,事业,2026-01-01,2026-06-30',
  '吕平,002,党办,工作人员,,事业,2026-07-01,',
  '仇书记,9,,分管领导,党办、综治办,,,',
].join('\r\n')

describe('导入花名册', () => {
  test('先检查：说清会做什么，什么都不存', async () => {
    const { status, body } = await importRoster(roster, 'check')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      fileName: '花名册.csv',
      rows: 4,
      problems: [],
      stored: 0,
      summary: '将新增 3 人，变更 0 人，不变 0 人。',
    })
    expect(body.preview[0]).toEqual(rosterHeader.split(','))
    expect(body.preview[1][0]).toBe('单晓云')
    expect((await people()).people).toEqual([])
  })

  test('导入后按表里的顺序，姓名可按拼音找，姓氏读姓氏的音，调动的人两段都在', async () => {
    expect((await importRoster(roster)).body).toMatchObject({
      stored: 3,
      summary: '已导入：新增 3 人，变更 0 人，不变 0 人。',
    })
    expect(await people()).toMatchObject({
      offices: ['党办', '综治办'],
      spelledOffices: [
        { office: '党办', pinyin: 'dangban', initials: 'db' },
        { office: '综治办', pinyin: 'zongzhiban', initials: 'zzb' },
      ],
      people: [
        { staffNumber: '001', name: '单晓云', pinyin: 'shanxiaoyun', initials: 'sxy' },
        {
          staffNumber: '002',
          pinyin: 'lvping',
          stays: [
            { office: '综治办', from: '2026-01-01', to: '2026-06-30', employment: '事业' },
            { office: '党办', from: '2026-07-01', to: null },
          ],
        },
        { staffNumber: '9', pinyin: 'qiushuji', stays: [{ post: '分管领导', inChargeOf: ['党办', '综治办'] }] },
      ],
    })
  })

  test('再导入按工号对上：改的改，没提到的人保留不动并说明', async () => {
    await importRoster(roster)
    const next = [rosterHeader, '单晓芸,001,综治办,工作人员,,公务员,,', '何青,010,党办,工作人员,,,,'].join('\n')
    const { body } = await importRoster(next)
    expect(body).toMatchObject({
      stored: 2,
      summary:
        '已导入：新增 1 人，变更 1 人（单晓芸，以表中的任职为准），不变 0 人；表中没有的 2 人保留不动，离岗的请填结束日期，不要删行。',
    })
    expect((await people()).people).toMatchObject([
      { staffNumber: '001', name: '单晓芸', stays: [{ office: '综治办' }] },
      { staffNumber: '010' },
      { staffNumber: '002', stays: [{}, {}] },
      { staffNumber: '9' },
    ])
  })

  test('有一处不对，一个都不存，逐处说明行和列', async () => {
    const wrong = `${roster}\r\n重号,001,党办,工作人员,,,,\r\n无职,011,党办,科员,,,,`
    const { body } = await importRoster(wrong)
    expect(body.stored).toBe(0)
    expect(body.problems).toMatchObject([
      { row: 6, column: '工号' },
      { row: 7, column: '职务' },
    ])
    for (const { message } of body.problems) expect(message).toMatch(/[\u4e00-\u9fff].*。$/)
    expect((await people()).people).toEqual([])
  })

  test('有方案之后，没有考核表的办公室要改', async () => {
    const scheme = schemeOf({
      categories: [
        {
          id: 'b',
          title: '业务工作',
          points: 60,
          sheets: [
            {
              id: 's',
              title: '党办',
              office: '党办',
              items: [{ id: 'i', title: '公文', points: 60, rules: [rule('r')] }],
            },
          ],
        },
      ],
    })
    await adopt(town, scheme, '2026-01-01')
    const { body } = await importRoster(roster)
    expect(body.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toContainEqual([
      3,
      '办公室',
    ])
    expect(body.stored).toBe(0)
  })

  test('退回的表多一列，写着哪里不对', async () => {
    const { response } = await upload(
      '/api/imports/roster/problems',
      `${rosterHeader}\n无职,011,党办,科员,,,,`,
      {},
    )
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('花名册（有误）.csv')
    expect(response.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''[\w.%~-]+$/)
    expect(await response.text()).toMatch(/科员.*，/)
  })

  test.each(['xlsx', 'csv'])('模板下载得到 .%s，原样传回只剩示例一行', async (format) => {
    const { response } = await town.send('GET', `/api/templates/roster?format=${format}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const form = formOf(bytes, { mode: 'check' }, `模板.${format}`)
    const { body } = await town.send('POST', '/api/imports/roster', { body: form })
    expect(body).toMatchObject({ rows: 1, problems: [] })
  })
})

const entriesHeader = '工号,规则,数量,日期,等级,事项,裁量分,说明,依据'

describe('导入记录', () => {
  beforeEach(async () => {
    await adopt(
      town,
      oneItem([rule('late', { condition: '迟到' }), rule('early', { condition: '早退' })]),
      '2026-01-01',
    )
    await importRoster(roster)
  })

  test('整表登记为待确认，同一编号重传不重记', async () => {
    const sheet = [entriesHeader, '001,工作纪律：迟到,2,2026-03-09,,,,晨会,', '002,early,1,2026-03-10,,,,,'].join(
      '\n',
    )
    expect((await importEntries(sheet, 'check')).body).toMatchObject({
      stored: 0,
      summary: '将登记 2 条，确认后计分。',
    })
    expect(await entryCount()).toBe(0)
    const first = await importEntries(sheet, 'commit', 'upload-1')
    expect(first.body).toMatchObject({ stored: 2, problems: [] })
    expect((await importEntries(sheet, 'commit', 'upload-1')).body).toEqual(first.body)
    const { entries } = (await town.send('GET', '/api/entries')).body
    expect(entries).toMatchObject([
      { staffNumber: '002', ruleId: 'early', state: 'recorded', position: 2 },
      { staffNumber: '001', ruleId: 'late', quantity: 200, note: '晨会', position: 1 },
    ])
  })

  test('同一张表换个编号再传，指出每行已登记过；更正掉的可以重来', async () => {
    const sheet = [entriesHeader, '001,late,2,2026-03-09,,,,,'].join('\n')
    await importEntries(sheet)
    const again = await importEntries(sheet)
    expect(again.body).toMatchObject({ stored: 0, problems: [{ row: 2, code: 'already-recorded' }] })
    const { entries } = (await town.send('GET', '/api/entries')).body
    await town.send('POST', `/api/entries/${entries[0].id}/reversal`, { body: { reason: '录错' }, key: 'r' })
    expect((await importEntries(sheet)).body.stored).toBe(1)
  })

  test('每行按当日施行的方案读', async () => {
    const next = oneItem([rule('late', { condition: '迟到', points: 5 }), rule('phone', { condition: '玩手机' })])
    await adopt(town, next, '2026-07-01', 2)
    const sheet = [
      entriesHeader,
      '001,late,1,2026-07-01,,,,,',
      '001,early,1,2026-06-30,,,,,',
      '001,phone,1,2026-08-01,,,,,',
    ]
    expect((await importEntries(sheet.join('\n'))).body).toMatchObject({ stored: 3, problems: [] })
    const { entries } = (await town.send('GET', '/api/entries')).body
    expect(
      entries.map((one: { ruleId: string; schemeVersion: number; position: number }) => [
        one.position,
        one.ruleId,
        one.schemeVersion,
      ]),
    ).toEqual([
      [3, 'phone', 2],
      [2, 'early', 1],
      [1, 'late', 2],
    ])
    const old = await importEntries([entriesHeader, '001,phone,1,2026-06-30,,,,,'].join('\n'))
    expect(old.body.problems).toMatchObject([{ row: 2, column: '规则' }])
  })

  test('一行不对，整表不存，逐处说明', async () => {
    const sheet = [
      entriesHeader,
      '001,late,1,2026-03-09,,,,,',
      '001,late,半,2026-03-09,,,,,',
      '777,late,1,2026-03-09,,,,,',
      '001,late,1,2026-12-01,,,,,',
      '001,late,1,2025-12-01,,,,,',
      '001,没有的,1,2026-03-09,,,,,',
    ].join('\n')
    const { body } = await importEntries(sheet)
    expect(body.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [3, '数量'],
      [4, '工号'],
      [5, '日期'],
      [6, '日期'],
      [7, '规则'],
    ])
    expect(await entryCount()).toBe(0)
  })

  test('纸上已经决定的裁量分可以随表导入，依据必须写明', async () => {
    const judged = rule('judged', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '视情节' })
    await adopt(town, oneItem([judged]), '2026-08-01', 2)
    const row = '001,judged,1,2026-08-03,,,3,会上说明,'
    const without = await importEntries([entriesHeader, row].join('\n'))
    expect(without.body).toMatchObject({
      stored: 0,
      problems: [{ row: 2, column: '依据', code: 'basis-missing' }],
    })
    expect((await importEntries([entriesHeader, `${row}9月12日领导小组会议`].join('\n'))).body.stored).toBe(1)
    const [entry] = (await town.send('GET', '/api/entries')).body.entries
    expect(entry).toMatchObject({ discretion: 300, basis: '9月12日领导小组会议', state: 'recorded' })
  })

  test.each([
    ['空表', entriesHeader, 'no-rows'],
    ['缺列', '工号,规则\n001,late', 'missing-column'],
  ])('%s：说明缺什么', async (_title, sheet, code) => {
    const { body } = await importEntries(sheet)
    expect(body.problems[0].code).toBe(code)
    expect(body.stored).toBe(0)
  })
})

describe('读不了的文件', () => {
  const cases: readonly [string, string | Uint8Array<ArrayBuffer>, string][] = [
    ['空文件', '', '花名册.csv'],
    ['改名成 .xlsx 的图片', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), '花名册.xlsx'],
    ['二进制', Uint8Array.from({ length: 2000 }, (_value, index) => (index * 37) % 256), '花名册.csv'],
  ]
  test.each(cases)('%s：一句话说明，什么都不存', async (_title, content, name) => {
    const form = formOf(content, { mode: 'commit' }, name)
    const { status, body } = await town.send('POST', '/api/imports/roster', { body: form })
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ code: 'sheet-unreadable', place: 'file' })
    expect(body.error.message).toContain(name)
  })

  test('没有文件、不是表单，也说得清楚', async () => {
    const form = new FormData()
    form.set('mode', 'check')
    expect((await town.send('POST', '/api/imports/roster', { body: form })).body.error.code).toBe('file-missing')
    expect((await town.send('POST', '/api/imports/roster', { body: { mode: 'check' } })).body.error.code).toBe(
      'body-not-form',
    )
  })

  test('页面上写的 20 MB 正好能收，内容不对另说', async () => {
    const form = new FormData()
    form.set('mode', 'check')
    form.set('file', new File([new Uint8Array(uploadLimitMegabytes * 1024 * 1024)], '花名册.xlsx'))
    const { body } = await town.send('POST', '/api/imports/roster', { body: form })
    expect(body.error.code).toBe('sheet-unreadable')
  })

  test('50 MB 的文件：读完丢掉，内存里不留，回一句话', async () => {
    const boundary = 'x'
    let sentBytes = 0
    let cancelled = false
    const chunk = new Uint8Array(1024 * 1024)
    const body = new ReadableStream({
      pull: (controller) => {
        sentBytes += chunk.byteLength
        if (sentBytes <= 50 * chunk.byteLength) controller.enqueue(chunk)
        else controller.close()
      },
      cancel: () => {
        cancelled = true
      },
    })
    const request = new Request('http://127.0.0.1:4680/api/imports/roster', {
      method: 'POST',
      headers: {
        host: '127.0.0.1:4680',
        cookie: town.cookie,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
      duplex: 'half',
    })
    const response = await town.app.request(request)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      error: {
        code: 'body-too-large',
        place: 'file',
        message: '文件太大：最多 20 MB，请拆成几份或删去其中的图片后再上传。',
      },
    })
    expect(cancelled).toBe(false)
  })
})
