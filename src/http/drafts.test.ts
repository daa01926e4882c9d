import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptDraft, proposeDraft } from '../../test/support/adopt-draft.ts'
import { startTown, type SignedInTown } from '../../test/support/town-app.ts'
import type { Diagnostic } from '../domain/regulation/diagnostic.ts'
import type { DraftHead, Workbench } from './contract/schemes.ts'

const text = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。
2、廉洁自律（40分）
收受礼品，发现一次扣5分。`

const example = {
  title: '脱岗三次',
  office: null,
  given: [{ rule: '工作纪律：脱岗', quantity: 3, on: '03-15' }],
  expected: { points: -6 },
}

let town: SignedInTown

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

async function paste(regulation: string, title = '办法'): Promise<Workbench> {
  const { body, status } = await town.send('POST', '/api/drafts/from-text', { body: { title, text: regulation } })
  expect(status).toBe(200)
  return body
}

const step = (workbench: Workbench, verb: string, body: object) =>
  town.send('POST', `/api/drafts/${workbench.draftId}/${verb}`, {
    body: { revision: workbench.revision, ...body },
  })
const edit = async (workbench: Workbench, one: object): Promise<Workbench> =>
  (await step(workbench, 'edits', { edit: one })).body
const copyOf = (version: number) => town.send('POST', '/api/drafts/from-version', { body: { version } })
const listed = async (): Promise<readonly DraftHead[]> => (await town.send('GET', '/api/drafts')).body.drafts
const failed = ({ diagnostics }: Workbench): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'example-failed')

describe('带算例的第1版', () => {
  test('算例算得出来才能通过，算错了说出差在哪', async () => {
    const wrong = await edit(await paste(text), {
      act: 'add-example',
      example: { ...example, expected: { points: -5 } },
    })
    expect(wrong.adoptable).toBe(false)
    expect(failed(wrong)[0]).toMatchObject({ severity: 'error', about: { kind: 'example', id: 'hand-example-1' } })
    expect(failed(wrong)[0]?.message).toContain('应扣5分，按现方案扣6分')
    const refused = await proposeDraft(town, wrong, { effectiveFrom: '2026-01-01', basis: '会议' })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message).toContain('算例“脱岗三次”')
    const right = await edit(wrong, { act: 'change-example', id: 'hand-example-1', example })
    expect(failed(right)).toEqual([])
    const adopted = await adoptDraft(town, right, { effectiveFrom: '2026-01-01', basis: '会议' })
    expect(adopted.body).toMatchObject({ version: 1 })
  })

  test('新的原文带着这些算例开始：改松了的条款，算例拦住', async () => {
    const next = await paste(text.replace('扣2分', '扣1分'))
    expect(next.base).toEqual({ version: 1, part: 'examples' })
    expect(next.scheme.examples).toEqual([{ id: 'hand-example-1', post: '工作人员', ...example }])
    expect(failed(next)[0]?.message).toContain('应扣6分，按现方案扣3分')
    const without = await edit(next, { act: 'remove-example', id: 'hand-example-1' })
    expect(without.adoptable).toBe(true)
  })
})

describe('从已通过的版本复制', () => {
  test('复制来的方案和那一版一字不差，原文在旁边，没有疑问，可以接着改', async () => {
    const { body: version } = await town.send('GET', '/api/scheme-versions/1')
    const { body: copy } = await copyOf(1)
    expect(copy.scheme).toEqual(version.scheme)
    expect(copy.regulation).toEqual(version.regulation)
    expect(copy).toMatchObject({
      base: { version: 1, part: 'scheme' },
      coverage: null,
      adoptable: true,
      steps: [],
    })
    const item = copy.scheme.categories[0]?.sheets?.[0]?.items?.[0]
    const changed = await edit(copy, { act: 'change-item', item: item?.id, fields: { points: 50 } })
    expect(changed.diagnostics.map(({ code }) => code)).toEqual(['sum-mismatch'])
    expect(changed.adoptable).toBe(false)
    const undone = (await step(changed, 'undo', {})).body
    expect(undone.scheme).toEqual(version.scheme)
  })

  test('没有的版本，说没有', async () => {
    const refused = await copyOf(9)
    expect(refused.status).toBe(404)
    expect(refused.body.error.message).toBe('没有第9版方案。')
  })

  test('删去的、撤销的编号不再用', async () => {
    const { body: copy } = await copyOf(1)
    const item = copy.scheme.categories[0]?.sheets?.[0]?.items?.[0]?.id
    const add = (condition: string) => ({
      act: 'add-rule',
      place: { item },
      rule: { effect: 'deduct', points: 1, condition },
    })
    const idOf = ({ scheme }: Workbench) => scheme.categories[0]?.sheets?.[0]?.items?.[0]?.rules?.at(-1)?.id
    const one = await edit(copy, add('甲'))
    expect(idOf(one)).toBe('hand-rule-1')
    const gone = await edit(one, { act: 'remove-rule', rule: 'hand-rule-1' })
    const two = await edit(gone, add('乙'))
    expect(idOf(two)).toBe('hand-rule-2')
    const undone: Workbench = (await step(two, 'undo', {})).body
    expect(idOf(await edit(undone, add('丙')))).toBe('hand-rule-3')
  })
})

describe('放下的草案', () => {
  test('开新的草案说出放下了哪一份；从列表里能接着做，步骤都在', async () => {
    const mine = await edit(await paste(text, '我的草案'), { act: 'set-title', title: '改过的名称' })
    const { body: copy } = await copyOf(1)
    expect(copy.replaced).toMatchObject({
      draftId: mine.draftId,
      title: '我的草案',
      state: 'discarded',
      startedFrom: 'text',
      steps: 1,
      closedBy: '管理员',
    })
    const heads = await listed()
    expect(heads.filter(({ state }) => state === 'open').map(({ draftId }) => draftId)).toEqual([copy.draftId])
    expect(heads.find(({ draftId }) => draftId === copy.draftId)).toMatchObject({
      startedFrom: 'version',
      base: { version: 1, part: 'scheme' },
      steps: 0,
      closedAt: null,
    })
    const { body: again } = await town.send('POST', `/api/drafts/${mine.draftId}/reopen`, { body: {} })
    expect(again).toEqual({ ...mine, replaced: expect.objectContaining({ draftId: copy.draftId }) })
    expect((await town.send('GET', '/api/drafts/open')).body.workbench).toEqual(mine)
    expect(await edit(again, { act: 'set-title', title: '再改' })).toMatchObject({ revision: mine.revision + 1 })
  })

  test('已经打开的再打开，还是它；放弃了的也找得回来', async () => {
    const open = await paste(text, '又一份')
    const { body: same } = await town.send('POST', `/api/drafts/${open.draftId}/reopen`, { body: {} })
    expect(same).toEqual({ ...open, replaced: undefined })
    await step(open, 'discard', {})
    expect((await listed()).find(({ draftId }) => draftId === open.draftId)?.state).toBe('discarded')
    const { body: back } = await town.send('POST', `/api/drafts/${open.draftId}/reopen`, { body: {} })
    expect(back.draftId).toBe(open.draftId)
    expect(back.replaced).toBeUndefined()
  })

  test('通过了的不能再打开，没有的说没有；打开着的草案不受影响', async () => {
    const before = (await town.send('GET', '/api/drafts/open')).body
    const adopted = (await listed()).find(({ state }) => state === 'adopted')
    const refused = await town.send('POST', `/api/drafts/${adopted?.draftId ?? ''}/reopen`, { body: {} })
    expect(refused.status).toBe(409)
    expect(refused.body.error.message).toContain('从那一版复制')
    expect((await town.send('POST', `/api/drafts/${randomUUID()}/reopen`, { body: {} })).status).toBe(404)
    expect((await town.send('GET', '/api/drafts/open')).body).toEqual(before)
  })
})

describe('升级以后的草案', () => {
  test('旧步骤改的地方读不到了：说出来，但还能接着改、撤销和通过', async () => {
    const open = await paste(text, '旧程序留下的')
    const lost = { act: 'change-rule', rule: 'c1-s1-i1-r9', fields: { points: 1 } } as const
    const { body: session } = await town.send('GET', '/api/session')
    await town.services.inTown(session.town.id, 'write', async ({ drafts }) => {
      const work = { kind: 'edit', edit: lost } as const
      const step = { id: randomUUID(), at: new Date('2026-01-01T00:00:00Z'), by: '某人', undone: false, work }
      await drafts.appendSteps(open.draftId, 1, [step])
      return { ok: true as const, value: null }
    })
    const { workbench } = (await town.send('GET', '/api/drafts/open')).body
    expect(workbench.diagnostics.map(({ code }: Diagnostic) => code)).toContain('edit-idle')
    const titled = await edit(workbench, { act: 'set-title', title: '接着改' })
    expect(titled).toMatchObject({ revision: 2, adoptable: open.adoptable })
    const back = (await step(titled, 'undo', {})).body
    expect(back.revision).toBe(3)
    const clean: Workbench = (await step(back, 'undo', {})).body
    expect(clean.diagnostics).toEqual(open.diagnostics)
  })

  test('改过一条，再答复让前面多读出一条：改的还是那一条', async () => {
    const open = await paste(text.replace('收受礼品，', '吃拿卡要，发现一次口3分。\n收受礼品，'), '跟着原文走')
    const [gift] = open.scheme.categories[0]?.sheets?.[0]?.items?.[1]?.rules ?? []
    const changed = await edit(open, { act: 'change-rule', rule: gift?.id, fields: { points: 8 } })
    const start = open.regulation?.text.indexOf('口3分') ?? 0
    const read = await step(changed, 'interpretations', {
      interpretations: [{ act: 'read-as', span: { start, end: start + 1 }, text: '扣' }],
    })
    const rules = read.body.scheme.categories[0].sheets[0].items[1].rules
    expect(rules.map(({ points }: { points: number }) => points)).toEqual([3, 8])
    expect((await town.send('GET', '/api/drafts/open')).body.workbench).toEqual(read.body)
  })
})

describe('复制的草案通过为下一版', () => {
  test('接着改过的复制件通过后，原文还是那一份，算例还在', async () => {
    const { body: copy } = await copyOf(1)
    const changed = await edit(copy, { act: 'set-title', title: '考核办法（修订）' })
    expect(changed.scheme.byHand).toEqual(['title'])
    const { body: adopted } = await adoptDraft(town, changed, { effectiveFrom: '2027-01-01', basis: '会议' })
    const { body: first } = await town.send('GET', '/api/scheme-versions/1')
    expect(adopted).toMatchObject({ version: 2, regulation: first.regulation })
    expect((await town.send('GET', '/api/scheme-versions/2')).body.scheme).toEqual(changed.scheme)
    expect(adopted.scheme.examples).toEqual(first.scheme.examples)
  })
})
