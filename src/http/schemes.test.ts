import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptDraft, proposeDraft } from '../../test/support/adopt-draft.ts'
import { startTown, type SignedInTown } from '../../test/support/town-app.ts'
import type { Diagnostic } from '../domain/regulation/diagnostic.ts'
import type { Workbench } from './contract/schemes.ts'

const seed = readFileSync(new URL('../../../shared/regulations/seed.txt', import.meta.url), 'utf8')
const short = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。
2、廉洁自律（30分）
收受礼品，发现一次扣5分。`

let town: SignedInTown

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

async function paste(text: string): Promise<Workbench> {
  const { body, status } = await town.send('POST', '/api/drafts/from-text', { body: { title: '办法', text } })
  expect(status).toBe(200)
  return body
}

const blocking = ({ diagnostics }: Workbench): readonly Diagnostic[] =>
  diagnostics.filter(({ severity, settled }) => severity === 'error' && settled === undefined)

const step = (workbench: Workbench, verb: string, body: object) =>
  town.send('POST', `/api/drafts/${workbench.draftId}/${verb}`, {
    body: { revision: workbench.revision, ...body },
  })

describe('从办法原文到第1版', () => {
  test('种子办法原样进来，各组分值、提示与原文位置都在', async () => {
    const workbench = await paste(seed)
    expect(workbench.regulation?.text).toBe(seed)
    expect(workbench.scheme.categories.map(({ title, points }) => [title, points])).toEqual([
      ['公共工程', 20],
      ['业务工作', 60],
      ['综合评议', 20],
    ])
    expect(workbench.scheme.categories[1]?.sheets?.map(({ office }) => office)).toEqual([
      '党办',
      '政府办',
      '国土所(规划办)',
      '司法所',
      '综治办',
      '计生办',
      '农业办',
    ])
    for (const { span, quote } of workbench.diagnostics) expect(seed.slice(span.start, span.end)).toBe(quote)
    expect(workbench.coverage?.unexplained).toEqual([])
    expect(workbench.adoptable).toBe(false)
  })

  test('缺的20分手工补上，评议组设好，疑问答复，然后领导小组通过；通过的版本不再变', async () => {
    let workbench = await paste(seed)
    const [only, ...others] = blocking(workbench)
    expect(only?.code).toBe('sum-mismatch')
    expect(others).toEqual([])
    const farming = workbench.scheme.categories[1]?.sheets?.at(-1)
    const rated = workbench.scheme.categories[2]
    workbench = (
      await step(workbench, 'edits', {
        edit: { act: 'add-item', sheet: farming?.id, title: '其他农业工作', points: 20 },
      })
    ).body
    expect(blocking(workbench)).toEqual([])
    workbench = (
      await step(workbench, 'edits', {
        edit: {
          act: 'change-category',
          category: rated?.id,
          fields: {
            raterGroups: [
              { group: '领导', weight: 60 },
              { group: '同事', weight: 40 },
            ],
          },
        },
      })
    ).body
    const asked = workbench.diagnostics.find(({ readings }) => readings !== undefined)
    const answer = asked?.readings?.[1]
    expect(answer).toBeDefined()
    workbench = (await step(workbench, 'interpretations', { interpretations: [answer?.interpretation] })).body
    expect(workbench.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['edit', '管理员'],
      ['edit', '管理员'],
      ['interpretation', '管理员'],
    ])
    expect(workbench.adoptable).toBe(true)

    const adopted = await adoptDraft(town, workbench, {
      effectiveFrom: '2026-01-01',
      basis: '党政联席会议纪要3号',
    })
    expect(adopted.body).toMatchObject({
      version: 1,
      effectiveFrom: '2026-01-01',
      proposedBy: '管理员',
      adoptedBy: '韦同意',
    })
    expect((await step(workbench, 'edits', { edit: { act: 'set-title', title: '改名' } })).status).toBe(409)
    const stored = await town.send('GET', '/api/scheme-versions/1')
    expect(stored.body.scheme).toEqual(adopted.body.scheme)
    expect(stored.body.regulation.text).toBe(seed)
    const { body: session } = await town.send('GET', '/api/session')
    expect(session.schemeVersion).toEqual({ version: 1, effectiveFrom: '2026-01-01' })
  })

  test('下一版的施行日期须在上一版之后', async () => {
    const workbench = await paste(short.replace('30分', '40分'))
    const refused = await proposeDraft(town, workbench, { effectiveFrom: '2026-01-01', basis: '会议' })
    expect(refused.status).toBe(422)
    expect(refused.body.error).toMatchObject({ code: 'not-after-last', place: 'effectiveFrom' })
    expect((await adoptDraft(town, workbench, { effectiveFrom: '2027-01-01', basis: '会议' })).body.version).toBe(
      2,
    )
  })
})

describe('草案里的每一步', () => {
  test('合计不符不能通过，说出差多少', async () => {
    const workbench = await paste(short)
    const refused = await proposeDraft(town, workbench, { effectiveFrom: '2028-01-01', basis: '会议' })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('90/100')
  })

  test('手工改了每人提出金额，对原文金额的疑问就了结', async () => {
    const doubts = ({ diagnostics }: Workbench) =>
      diagnostics.filter(({ code }) => code === 'doubtful-amount').map(({ message }) => message)
    const workbench = await paste(seed)
    expect(doubts(workbench)).toHaveLength(1)
    const edit = { act: 'set-pay', pay: { perPerson: 2000, formula: 'pool-by-score' } }
    const { body: mended } = await step(workbench, 'edits', { edit })
    expect(mended.scheme.pay.perPerson).toBe(2000)
    expect(doubts(mended)).toEqual([])
  })

  test('合计不符不能用“保留原文”绕过去', async () => {
    const workbench = await paste(short)
    const [wrongSum] = blocking(workbench)
    const left = await step(workbench, 'interpretations', {
      interpretations: [{ act: 'leave', span: wrongSum?.span, code: wrongSum?.code }],
    })
    expect(left.body.adoptable).toBe(false)
  })

  test('撤销最近一步，回到原样，步骤留痕', async () => {
    const workbench = await paste(short)
    const item = workbench.scheme.categories[0]?.sheets?.[0]?.items?.[1]
    const edited = await step(workbench, 'edits', {
      edit: { act: 'change-item', item: item?.id, fields: { points: 40 } },
    })
    expect(edited.body.adoptable).toBe(true)
    const undone = await step(edited.body, 'undo', {})
    expect(undone.body.scheme).toEqual(workbench.scheme)
    expect(undone.body.steps).toMatchObject([{ kind: 'edit', undone: true }])
    expect((await step(undone.body, 'undo', {})).body.error.code).toBe('nothing-to-undo')
  })

  test('答案可以改、可以收回，中间做过别的也行；收回的留痕，再收一次就说没有了', async () => {
    const workbench = await paste(seed)
    const asked = workbench.diagnostics.find(({ readings }) => (readings?.length ?? 0) > 1)
    const [first, second] = asked?.readings ?? []
    const chosen = ({ diagnostics }: Workbench) =>
      diagnostics.find(({ code, span }) => code === asked?.code && span.start === asked.span.start)?.settled
    const { body: answered } = await step(workbench, 'interpretations', {
      interpretations: [first?.interpretation],
    })
    const { body: edited } = await step(answered, 'edits', { edit: { act: 'set-title', title: '改名' } })
    const answerId = edited.steps[0]?.id
    const { body: changed } = await step(edited, 'interpretations', {
      interpretations: [second?.interpretation],
      takesBack: [answerId],
    })
    expect(chosen(changed)).toEqual(second?.interpretation)
    expect(changed.steps.map(({ undone }: { readonly undone: boolean }) => undone)).toEqual([true, false, false])
    const { body: open } = await step(changed, 'interpretations', {
      interpretations: [],
      takesBack: [changed.steps[2]?.id],
    })
    expect(chosen(open)).toBeUndefined()
    expect(open.scheme.title).toBe('改名')
    const again = await step(open, 'interpretations', { interpretations: [], takesBack: [answerId] })
    expect(again.body.error.code).toBe('nothing-to-undo')
  })

  test('手工改动和原文读出来的比：改过的、加上的、删去的都在，答案不算', async () => {
    const workbench = await paste(short)
    const [category] = workbench.scheme.categories
    const [, second] = category?.sheets?.[0]?.items ?? []
    const edits = [
      { act: 'change-item', item: second?.id, fields: { points: 40 } },
      { act: 'set-title', title: '新的名称' },
      { act: 'remove-rule', rule: category?.sheets?.[0]?.items?.[0]?.rules?.[0]?.id },
    ]
    let latest = workbench
    for (const edit of edits) latest = (await step(latest, 'edits', { edit })).body
    const { body } = await town.send('GET', '/api/scheme-versions/compare?from=start&to=draft')
    expect(body.counts).toEqual({ added: 0, removed: 1, changed: 2, moved: 0 })
    expect(body.changes.map(({ sentence }: { sentence: string }) => sentence).join('\n')).toContain('新的名称')
    const { body: same } = await town.send('GET', '/api/scheme-versions/compare?from=draft&to=draft')
    expect(same.identical).toBe(true)
  })

  test('两个窗口同时改：后到的被告知，不覆盖', async () => {
    const workbench = await paste(short)
    await step(workbench, 'edits', { edit: { act: 'set-title', title: '甲' } })
    const late = await step(workbench, 'edits', { edit: { act: 'set-title', title: '乙' } })
    expect(late.status).toBe(409)
    expect(late.body.error.code).toBe('draft-changed')
    expect((await town.send('GET', '/api/drafts/open')).body.workbench.scheme.title).toBe('甲')
  })

  test('不合适的手工修改说清原因，什么都不存', async () => {
    const workbench = await paste(short)
    const refused = await step(workbench, 'edits', {
      edit: { act: 'change-item', item: '不存在', fields: { points: 1 } },
    })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toBe('要改的项目已不在方案里，请刷新页面。')
    expect((await town.send('GET', '/api/drafts/open')).body.workbench.revision).toBe(workbench.revision)
  })

  test('空白方案从零搭起也受同样的核对', async () => {
    const { body: blank } = await town.send('POST', '/api/drafts/blank', { body: { title: '试行方案' } })
    expect(blank).toMatchObject({ regulation: null, coverage: null, adoptable: false })
    const { body } = await step(blank, 'edits', {
      edit: { act: 'add-category', title: '公共项目', points: 20, kind: 'deductive' },
    })
    expect(body.diagnostics.map(({ code }: Diagnostic) => code)).toContain('no-scoring-clause')
  })

  test('放弃后没有草案，不存在的版本是404', async () => {
    const workbench = await paste(short)
    expect((await step(workbench, 'discard', {})).status).toBe(200)
    expect((await town.send('GET', '/api/drafts/open')).body).toEqual({ workbench: null })
    expect((await town.send('GET', '/api/scheme-versions/99')).status).toBe(404)
    expect((await step({ ...workbench, draftId: randomUUID() }, 'undo', {})).body.error.code).toBe('no-open-draft')
  })
})

describe('上传的文件', () => {
  const upload = async (bytes: Uint8Array<ArrayBuffer> | string, name: string) => {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    return town.send('POST', '/api/drafts/from-file', { body: form })
  }

  test('GB18030 的 .txt 与粘贴的全文读出同一份方案', async () => {
    const pasted = await paste(short)
    // “某镇扣2分” in GB18030, by iconv.
    const bytes = new Uint8Array([0xc4, 0xb3, 0xd5, 0xf2, 0xbf, 0xdb, 0x32, 0xb7, 0xd6])
    const gb = await upload(bytes, '乱.txt')
    expect(gb.body.regulation.text).toBe('某镇扣2分')
    const utf8 = await upload(short, '办法.txt')
    expect(utf8.body.scheme.categories).toEqual(pasted.scheme.categories)
    expect(utf8.body.regulation.fileName).toBe('办法.txt')
  })

  test('草案按办法自己的名称，文中没有名称的才按文件名', async () => {
    const titled = '某镇考核办法\n一、工作纪律（100分）\n上班时间脱岗，发现一次扣2分。'
    expect((await upload(titled, '附件1.txt')).body.regulation).toMatchObject({
      title: '某镇考核办法',
      fileName: '附件1.txt',
    })
    expect((await upload('上班时间脱岗，发现一次扣2分。', '附件2.txt')).body.regulation.title).toBe('附件2')
    const { drafts } = (await town.send('GET', '/api/drafts')).body
    const titles = drafts.map(({ title }: { title: string }) => title)
    expect(titles).toEqual(expect.arrayContaining(['某镇考核办法', '附件2']))
  })

  test.each([
    ['空文件', '', '空.txt'],
    ['改名成 .docx 的图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), '照片.docx'],
  ])('%s 说清是什么问题，草案不动', async (_what, bytes, name) => {
    const before = (await town.send('GET', '/api/drafts/open')).body
    const refused = await upload(bytes, name)
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain(name)
    expect((await town.send('GET', '/api/drafts/open')).body).toEqual(before)
  })

  test('没有计分条款的文章：说清楚，什么都不存，草案不动', async () => {
    const open = await paste(short)
    const news = await upload('本镇今年粮食丰收，群众笑逐颜开。', '新闻.txt')
    expect(news.status).toBe(422)
    expect(news.body.error.message).toContain('没有找到计分条款')
    expect((await town.send('GET', '/api/drafts/open')).body.workbench.draftId).toBe(open.draftId)
  })
})
