import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '../documents/read-table.ts'
import { adoptDraft } from '../../test/support/adopt-draft.ts'
import { adopt, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { oneItem, rule } from '../../test/builders/town.ts'
import type { RegulationComparison, SchemeComparison, Workbench } from './contract/schemes.ts'

const first = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。
2、廉洁自律（40分）
收受礼品，发现一次扣5分。`
const second = first.replace('扣2分', '扣3分').replace('（60分）', '（70分）').replace('（40分）', '（30分）')

let town: SignedInTown

async function adoptText(text: string, effectiveFrom: string): Promise<void> {
  const { body: draft } = await town.send('POST', '/api/drafts/from-text', { body: { title: '办法', text } })
  const { status } = await adoptDraft(town, draft, { effectiveFrom, basis: '党政联席会议' })
  expect(status).toBe(200)
}

beforeAll(async () => {
  town = await startTown()
  await adoptText(first, '2026-01-01')
  await adoptText(second, '2027-01-01')
})
afterAll(() => town.stop())

const compare = (what: 'scheme-versions' | 'regulations', from: string, to: string) =>
  town.send('GET', `/api/${what}/compare?from=${from}&to=${to}`)
const download = (path: string) => town.send('GET', path)
const nameOf = ({ response }: { readonly response: Response }) =>
  decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '')

describe('两版方案的差别', () => {
  test('改了的条款和项目，一句一条，两边的原文都在', async () => {
    const { body } = await compare('scheme-versions', '1', '2')
    const comparison: SchemeComparison = body
    expect(comparison).toMatchObject({
      from: { version: 1, effectiveFrom: '2026-01-01' },
      to: { version: 2, effectiveFrom: '2027-01-01' },
      identical: false,
      counts: { added: 0, removed: 0, changed: 3, moved: 0 },
    })
    expect(comparison.changes.map(({ sentence }) => sentence)).toEqual([
      '项目“工作纪律”：分值由60分改为70分。',
      '“上班时间脱岗”：分值由2分改为3分。',
      '项目“廉洁自律”：分值由40分改为30分。',
    ])
    const change = comparison.changes[1]
    expect(change?.path).toEqual(['公共项目', '工作纪律'])
    expect(change?.fields).toEqual([{ label: '分值', before: '2分', after: '3分' }])
    const [was, is] = [change?.before?.source, change?.after?.source]
    expect(first.slice(was?.start, was?.end)).toBe(was?.quote)
    expect(second.slice(is?.start, is?.end)).toBe(is?.quote)
    expect([was?.quote, is?.quote].map((quote) => quote?.match(/扣\d分/)?.[0])).toEqual(['扣2分', '扣3分'])
  })

  test('和自己比，没有差别', async () => {
    const { body } = await compare('scheme-versions', '2', '2')
    expect(body).toMatchObject({ identical: true, changes: [] })
  })

  test('和打开的草案比；没有草案、没有版本都说清楚', async () => {
    const missing = await compare('scheme-versions', '1', 'draft')
    expect(missing.status).toBe(404)
    expect(missing.body.error.message).toContain('没有打开的草案')
    expect((await compare('scheme-versions', '1', '9')).body.error.message).toBe('没有第9版方案。')
    expect((await compare('scheme-versions', '1', '最新')).status).toBe(400)
    const { body: copy } = await town.send('POST', '/api/drafts/from-version', { body: { version: 2 } })
    const draft: Workbench = copy
    expect((await compare('scheme-versions', '2', 'draft')).body.identical).toBe(true)
    await town.send('POST', `/api/drafts/${draft.draftId}/edits`, {
      body: { revision: 0, edit: { act: 'set-reward-cap', points: 10 } },
    })
    const { body } = await compare('scheme-versions', '2', 'draft')
    expect(body).toMatchObject({
      to: { version: null, effectiveFrom: null },
      changes: [{ about: 'scheme', change: 'added', sentence: '奖励加分上限定为“一年内奖励加分合计最多10分”。' }],
    })
  })
})

describe('两份原文的差别', () => {
  test('逐行逐词，位置对得上两边的原文', async () => {
    const { body } = await compare('regulations', '1', '2')
    const comparison: RegulationComparison = body
    expect(comparison).toMatchObject({ identical: false, detail: 'words' })
    expect(comparison.hunks.map(({ before }) => first.slice(before.start, before.end))).toEqual([
      '1、工作纪律（60分）\n上班时间脱岗，发现一次扣2分。\n2、廉洁自律（40分）\n',
    ])
    const { pieces } = comparison.hunks[0] ?? { pieces: [] }
    expect(pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'removed 60',
      'added 70',
      'removed 2',
      'added 3',
      'removed 40',
      'added 30',
    ])
  })

  test('一样的说一样；没有原文的版本说没有', async () => {
    expect((await compare('regulations', '1', '1')).body).toMatchObject({ identical: true, hunks: [] })
    await adopt(town, oneItem([rule('p1')]), '2028-01-01', 3)
    const refused = await compare('regulations', '1', '3')
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toBe('第3版不是从办法原文来的，没有原文可以比较。')
  })
})

describe('打印和导出', () => {
  test('通过的版本：.docx .xlsx .json，名字里有镇名和版次', async () => {
    for (const [format, type] of [
      ['docx', 'wordprocessingml.document'],
      ['xlsx', 'spreadsheetml.sheet'],
      ['json', 'application/json'],
    ] as const) {
      const answered = await download(`/api/scheme-versions/1/file?format=${format}`)
      expect(answered.status).toBe(200)
      expect(answered.response.headers.get('content-type')).toContain(type)
      expect(nameOf(answered)).toBe(`清源镇考核方案第1版.${format}`)
    }
    const { body: version } = await town.send('GET', '/api/scheme-versions/1')
    const file = await download('/api/scheme-versions/1/file?format=json')
    expect(await file.response.json()).toEqual(version.scheme)
    const sheet = await download('/api/scheme-versions/1/file?format=xlsx')
    const table = await readTable(new Uint8Array(await sheet.response.arrayBuffer()), '方案.xlsx')
    expect(table.ok).toBe(true)
  })

  test('草案标明草案；没有的版本、草案、格式说清楚', async () => {
    const { body } = await town.send('GET', '/api/drafts/open')
    const draftId: string = body.workbench.draftId
    expect(nameOf(await download(`/api/drafts/${draftId}/file?format=docx`))).toBe('清源镇考核方案草案.docx')
    expect((await download('/api/scheme-versions/9/file?format=docx')).status).toBe(404)
    expect((await download(`/api/drafts/00000000-0000-4000-8000-000000000000/file?format=docx`)).status).toBe(404)
    expect((await download('/api/scheme-versions/1/file?format=pdf')).status).toBe(400)
  })
})
