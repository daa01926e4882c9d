import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adoptDraft, approverOf, proposeDraft } from '../../test/support/adopt-draft.ts'
import { asColleague, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import type { AdoptionProposal } from './contract/adoption.ts'
import type { Workbench } from './contract/schemes.ts'

const text = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（100分）
上班时间脱岗，发现一次扣2分。`

let town: SignedInTown
let leader: SignedInTown
let year = 2026

beforeAll(async () => {
  town = await startTown()
  leader = await approverOf(town)
})
beforeEach(() => {
  year += 1
  town.clock.now = new Date(town.clock.now.getTime() + 1000)
})
afterAll(() => town.stop())

const open = async (): Promise<Workbench> => {
  await town.send('POST', '/api/drafts/from-text', { body: { title: '办法', text } })
  return (await town.send('GET', '/api/drafts/open')).body.workbench
}
const propose = (draft: Workbench, as = town) =>
  proposeDraft(as, draft, { effectiveFrom: `${String(year)}-01-01`, note: '请审议' })
const decide = (as: SignedInTown, { id }: { readonly id: string }, verb: string, body: object = {}) =>
  as.send('POST', `/api/adoptions/${id}/${verb}`, { body })
const listed = async (as = town): Promise<readonly AdoptionProposal[]> =>
  (await as.send('GET', '/api/adoptions')).body.adoptions
const versions = async () => (await town.send('GET', '/api/scheme-versions')).body.versions
const waiting = async () => (await town.send('GET', '/api/session')).body.progress.proposals
const code = ({ status, body }: Answered) => [status, body.error?.code]

describe('方案由考核办提请、领导小组通过', () => {
  test('一人提请，另一人通过：版本上写着提请人和通过人', async () => {
    const proposed = await propose(await open())
    expect(proposed.body).toMatchObject({ state: 'open', proposedBy: '管理员', note: '请审议', decidedBy: null })
    expect(await waiting()).toEqual({ open: [{ kind: 'adoption', year: null }], rejected: [] })
    expect(await listed(leader)).toEqual([proposed.body])
    const waitingFor = async (as: SignedInTown) => (await as.send('GET', '/api/session')).body.progress.proposals
    expect(await waitingFor(leader)).toEqual(await waiting())
    for (const role of ['finance', 'discipline', 'systemAdmin'] as const) {
      const onlooker = await asColleague(town, { userName: `旁观${role}`, roles: [role] })
      expect([role, await waitingFor(onlooker)]).toEqual([role, { open: [], rejected: [] }])
    }
    const adopted = await decide(leader, proposed.body, 'approval')
    expect(adopted.body).toMatchObject({
      version: proposed.body.version,
      proposedBy: '管理员',
      adoptedBy: '韦同意',
      basis: '会议纪要',
    })
    expect((await versions()).at(-1)).toMatchObject({ proposedBy: '管理员', adoptedBy: '韦同意' })
    expect((await listed())[0]).toMatchObject({ state: 'approved', decidedBy: '韦同意' })
    expect(await waiting()).toEqual({ open: [], rejected: [] })
  })

  test('提请的人自己也是领导小组成员，还是不能自己通过或退回', async () => {
    const both = await asColleague(town, { userName: '双肩挑', roles: ['office', 'leadingGroup'] })
    const proposed = await propose(await open(), both)
    const before = await versions()
    expect(code(await decide(both, proposed.body, 'approval'))).toEqual([409, 'proposer-decides'])
    expect(code(await decide(both, proposed.body, 'rejection', { reason: '算了' }))).toEqual([
      409,
      'proposer-decides',
    ])
    expect(await versions()).toEqual(before)
    expect((await decide(leader, proposed.body, 'approval')).body.proposedBy).toBe('双肩挑')
  })

  test('考核办不能通过，领导小组不能提请', async () => {
    const draft = await open()
    expect(code(await propose(draft, leader))).toEqual([403, 'not-allowed'])
    const proposed = await propose(draft)
    expect(code(await decide(town, proposed.body, 'approval'))).toEqual([403, 'not-allowed'])
    expect(code(await decide(leader, proposed.body, 'withdrawal', { reason: '' }))).toEqual([403, 'not-allowed'])
    await decide(town, proposed.body, 'withdrawal', { reason: '' })
  })

  test('提请期间草案不能动，每一条路都说明要先撤回；撤回以后照常改', async () => {
    const draft = await open()
    const proposed = await propose(draft)
    const at = { revision: draft.revision }
    const path = `/api/drafts/${draft.draftId}`
    const tries: readonly (readonly [string, object])[] = [
      [`${path}/edits`, { ...at, edit: { act: 'set-title', title: '改名' } }],
      [
        `${path}/interpretations`,
        { ...at, interpretations: [{ act: 'leave', span: { start: 0, end: 1 }, code: 'no-unit' }] },
      ],
      [`${path}/undo`, at],
      [`${path}/discard`, at],
      ['/api/drafts/blank', { title: '另起' }],
      ['/api/drafts/from-text', { title: '办法', text }],
      ['/api/drafts/from-version', { version: 1 }],
    ]
    for (const [where, body] of tries) {
      const refused = await town.send('POST', where, { body })
      expect([where, ...code(refused)]).toEqual([where, 409, 'draft-proposed'])
      expect(refused.body.error.message).toContain('请先撤回提请')
    }
    expect(code(await propose(draft))).toEqual([409, 'proposal-open'])
    expect((await town.send('GET', '/api/drafts/open')).body.workbench).toEqual(draft)
    expect((await decide(town, proposed.body, 'withdrawal', { reason: '还要改' })).body).toMatchObject({
      state: 'withdrawn',
      reason: '还要改',
    })
    expect(code(await decide(leader, proposed.body, 'approval'))).toEqual([409, 'proposal-settled'])
    const edited = await town.send('POST', `${path}/edits`, { body: tries[0]?.[1] })
    expect(edited.status).toBe(200)
  })

  test('退回写明理由，考核办看得到，改好再提请', async () => {
    const draft = await open()
    const proposed = await propose(draft)
    expect((await decide(leader, proposed.body, 'rejection', { reason: ' ' })).status).toBe(400)
    const rejected = await decide(leader, proposed.body, 'rejection', { reason: '脱岗扣得太轻' })
    expect(rejected.body).toMatchObject({ state: 'rejected', reason: '脱岗扣得太轻', decidedBy: '韦同意' })
    expect(await waiting()).toEqual({ open: [], rejected: [{ kind: 'adoption', year: null }] })
    town.clock.now = new Date(town.clock.now.getTime() + 1000)
    const again = await adoptDraft(town, draft, { effectiveFrom: `${String(year)}-01-01` })
    expect(again.status).toBe(200)
    expect(await waiting()).toEqual({ open: [], rejected: [] })
  })

  test('看过以后草案改动过，提请不成；有必须解决的也不成', async () => {
    const draft = await open()
    await town.send('POST', `/api/drafts/${draft.draftId}/edits`, {
      body: { revision: draft.revision, edit: { act: 'set-title', title: '改名' } },
    })
    expect(code(await propose(draft))).toEqual([409, 'draft-changed'])
    const { body: blank } = await town.send('POST', '/api/drafts/blank', { body: { title: '空白' } })
    expect(code(await propose(blank))).toEqual([422, 'not-adoptable'])
    expect(await waiting()).toMatchObject({ open: [] })
  })

  test('没有的提请说没有', async () => {
    const missing = { id: '00000000-0000-4000-8000-000000000000' }
    expect(code(await decide(leader, missing, 'approval'))).toEqual([404, 'proposal-unknown'])
    expect(code(await decide(town, missing, 'withdrawal', { reason: '' }))).toEqual([404, 'proposal-unknown'])
  })

  test('提请、通过都在审计里，写着前后和依据', async () => {
    const adopted = await adoptDraft(town, await open(), { effectiveFrom: `${String(year)}-01-01` })
    const admin = new pg.Client({ connectionString: town.database.adminUrl })
    await admin.connect()
    const { rows } = await admin.query(
      `select by, operation, object, after from audit_row where operation in ('proposeAdoption', 'adoptScheme')
         order by at desc, operation limit 2`,
    )
    await admin.end()
    const label = `方案第${String(adopted.body.version)}版`
    expect(rows).toMatchObject([
      { by: '韦同意', operation: 'adoptScheme', object: { label }, after: { state: 'approved' } },
      { by: '管理员', operation: 'proposeAdoption', object: { label }, after: { state: 'open' } },
    ])
  })
})
