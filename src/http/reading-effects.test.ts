import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { adopt, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import type { Diagnostic } from '../domain/regulation/diagnostic.ts'

/** Last year's regulation and the new one, which says 扣完2分: two points, or all of the item's? */
const before = `机关考核办法
一、公共项目（100分）
1、工作纪律（60分）
上班迟到的，每次扣2分；旷工的，每次扣5分。
2、政治学习（40分）
不参加学习的，每次扣3分。
`
const text = before.replace('每次扣2分', '每次扣完2分').replace('2、政治学习', '2、理论学习')

let town: SignedInTown
let draft: { draftId: string; revision: number; finding: Diagnostic }

const send = (path: string, body: unknown) => town.send('POST', path, { key: randomUUID(), body })
const record = async (staffNumbers: readonly string[], ruleId: string, quantity = '1', day = '2026-05-06') => {
  const finding = { about: { kind: 'people', staffNumbers }, ruleId, quantity, occurredOn: day }
  expect((await send('/api/entries', finding)).status).toBe(200)
}
const effects = async ({ draftId, revision, finding } = draft) =>
  town.send(
    'GET',
    `/api/drafts/${draftId}/reading-effects?revision=${String(revision)}&code=${finding.code}` +
      `&start=${String(finding.span.start)}&end=${String(finding.span.end)}&year=2026`,
  )

beforeAll(async () => {
  town = await startTown()
  const { scheme } = compileRegulation(before)
  await adopt(town, scheme, '2026-01-01')
  const { body } = await send('/api/drafts/from-text', { title: '新办法', text })
  const finding = body.diagnostics.find(({ readings }: Diagnostic) => readings !== undefined)
  draft = { draftId: body.draftId, revision: body.revision, finding }
})
afterAll(() => town.stop())

test('没有花名册、没有记录时，没有可比的', async () => {
  const { status, body } = await effects()
  expect([status, body]).toEqual([200, { entries: 0, unmatched: 0, readings: [] }])
})

test('按另一种理解：影响几人、最多几分；没确认的也算，项目没有了的另数', async () => {
  await employ(
    town,
    ['001', '002', '003', '004'].map((number) => person(number)),
  )
  await record(['001', '002'], 'c1-s1-i1-r1')
  await record(['002'], 'c1-s1-i1-r1', '3')
  await record(['003'], 'c1-s1-i1-r2')
  await record(['004'], 'c1-s1-i2-r1')
  const { body } = await effects()
  const [first, second] = draft.finding.readings ?? []
  expect(body).toEqual({
    entries: 5,
    unmatched: 0,
    readings: [
      { key: first?.key, people: 0, mostCentipoints: 0, fewer: 0, more: 0 },
      // 60 − 2 → 0 for one, 60 − 8 → 0 for the other.
      { key: second?.key, people: 2, mostCentipoints: 5800, fewer: 2, more: 0 },
    ],
  })
})

test('选定以后反过来比：另一种理解是原来那一种', async () => {
  const interpretations = [draft.finding.readings?.[1]?.interpretation]
  const { body } = await send(`/api/drafts/${draft.draftId}/interpretations`, {
    revision: draft.revision,
    interpretations,
  })
  const answered = { ...draft, revision: body.revision }
  expect((await effects(answered)).body.readings).toMatchObject([
    { people: 2, mostCentipoints: 5800, fewer: 0, more: 2 },
    { people: 0 },
  ])
  expect((await effects()).body.error.code).toBe('draft-changed')
})

test('不是要选的提示，没有可比的', async () => {
  const { body: open } = await town.send('GET', '/api/drafts/open')
  const other: Diagnostic = { ...draft.finding, code: 'no-unit' }
  const asked = { draftId: draft.draftId, revision: open.workbench.revision, finding: other }
  expect((await effects(asked)).body).toEqual({ entries: 5, unmatched: 0, readings: [] })
})

test('冲销的不算；草案里没有条款可对的记录点数', async () => {
  const { body: listed } = await town.send('GET', '/api/entries?staffNumber=003')
  const reversal = `/api/entries/${String(listed.entries[0].id)}/reversal`
  expect((await send(reversal, { reason: '录错人' })).status).toBe(200)
  const safety = before.replace(/2、政治学习[^]*/, '2、安全生产（40分）\n发生事故的，每次扣10分。\n')
  await adopt(town, compileRegulation(safety).scheme, '2026-06-01', 2)
  await record(['004'], 'c1-s1-i2-r1', '1', '2026-07-06')
  const { body: open } = await town.send('GET', '/api/drafts/open')
  const { body } = await effects({ ...draft, revision: open.workbench.revision })
  expect(body).toMatchObject({ entries: 5, unmatched: 1 })
})
