import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { accept, assert } from '../domain/primitives/result.ts'

// 2026-11-20, a Friday.
let town: StaffedTown
let inspector: SignedInTown
let other: SignedInTown
beforeAll(async () => {
  town = await startStaffedTown()
  inspector = await asColleague(town, { userName: '督查甲', roles: ['inspector'] })
  other = await asColleague(town, { userName: '督查乙', roles: ['inspector'] })
})
afterAll(() => town.stop())

const code = ({ status, body }: Answered) => [status, body.error?.code]
const post = (who: SignedInTown, path: string, body: object, key: string = randomUUID()) =>
  who.send('POST', path, { body, key })
const plan = {
  fromOn: '2026-11-16',
  toOn: '2026-11-20',
  offices: ['党办', '综治办'],
  inspectors: ['督查甲'],
}
const open = (fields: object = {}) => post(town, '/api/inspections', { number: 1, ...plan, ...fields })
const finding = (fields: object = {}) => ({
  about: { kind: 'people', staffNumbers: ['001'] },
  ruleId: 'absent',
  quantity: '1',
  occurredOn: '2026-11-20',
  basis: '别的依据',
  ...fields,
})
const report = (who: SignedInTown, id: string, fields: object = {}) =>
  who.send('POST', `/api/inspections/${id}/report`, { body: fields })
const bulletinsOf = async (id: string) => {
  const read = await town.services.inTown(town.tenantId, 'read', async ({ bulletins }) =>
    accept((await bulletins.list()).filter(({ kind, period }) => kind === 'inspection' && period === id)),
  )
  assert(read.ok, 'reading refuses nothing')
  return read.value
}

describe('安排督查', () => {
  test('次数在一年里不重；办公室和督查员都得是现在有的', async () => {
    const { choices } = (await town.send('GET', '/api/inspections?year=2026')).body
    expect(choices.nextNumber).toBe(1)
    expect(choices.offices).toEqual(expect.arrayContaining(['党办', '综治办']))
    expect(choices.inspectors).toEqual(expect.arrayContaining(['管理员', '督查甲', '督查乙']))
    expect(code(await open({ offices: ['没有的办公室'] }))).toEqual([422, 'round-offices-unknown'])
    expect(code(await open({ inspectors: ['没有的人'] }))).toEqual([422, 'round-inspectors-unknown'])
    expect(code(await open({ toOn: '2026-11-01' }))).toEqual([400, 'input-invalid'])
    expect((await open()).status).toBe(200)
    expect(code(await open())).toEqual([409, 'round-number-taken'])
    const listed = (await inspector.send('GET', '/api/inspections?year=2026')).body
    expect(listed.choices).toBeNull()
    expect(listed.rounds[0]).toMatchObject({ number: 1, visited: 0, isMine: true })
    expect(code(await post(inspector, '/api/inspections', { number: 2, ...plan }))).toEqual([403, 'not-allowed'])
  })
})

describe('督查一次', () => {
  test('一按记未发现问题；现场登记的问题是台账里的记录，依据写明第几次；另一处马上看到', async () => {
    const id: string = (await open({ number: 2, inspectors: ['督查甲', '督查乙'] })).body.round.id
    const key = randomUUID()
    const clean = await post(inspector, `/api/inspections/${id}/visits`, { office: '综治办' }, key)
    expect(clean.body.round).toMatchObject({ visited: 1, withFindings: 0 })
    const again = await post(inspector, `/api/inspections/${id}/visits`, { office: '综治办' }, key)
    expect(again.body.offices[1].visits).toHaveLength(1)
    const path = `/api/inspections/${id}/findings`
    const found = await post(other, path, { office: '党办', finding: finding() })
    const [office] = found.body.offices
    expect(office).toMatchObject({ office: '党办', outcome: 'findings' })
    expect(office.entries[0]).toMatchObject({ basis: '2026年督查第2次', recordedBy: '督查乙', state: 'recorded' })
    await post(inspector, path, { office: '党办', finding: finding({ ruleId: 'late', quantity: '2' }) })
    const seen = (await inspector.send('GET', `/api/inspections/${id}`)).body
    expect(seen.round).toMatchObject({ visited: 2, withFindings: 1 })
    expect(seen.offices[0].visits).toHaveLength(2)
    // Nothing half done: a refused finding leaves no visit.
    expect(code(await post(inspector, path, { office: '党办', finding: finding({ ruleId: 'no' }) }))[0]).toBe(422)
    expect((await inspector.send('GET', `/api/inspections/${id}`)).body.offices[0].visits).toHaveLength(2)
  })

  test('手机名单：只有自己的督查，人在哪里，考核表上能记的条款，用得多的在前', async () => {
    const id: string = (await open({ number: 9, inspectors: ['督查乙'] })).body.round.id
    const path = `/api/inspections/${id}/findings`
    const found = await post(other, path, { office: '党办', finding: finding() })
    expect(found.body.recorded).toEqual([found.body.offices[0].entries[0].id])
    const kit = (await other.send('GET', '/api/inspection-kit')).body
    const own = kit.rounds.find((round: { id: string }) => round.id === id)
    expect(own.offices[0]).toEqual({ office: '党办', outcome: 'findings', noted: ['001'] })
    expect(kit.people.map(({ name }: { name: string }) => name)).toContain('何青')
    expect(kit.people[0].status.words).not.toBe('')
    const ids: string[] = kit.rules.map(({ ruleId }: { ruleId: string }) => ruleId)
    expect(ids[0]).toBe('absent')
    // What the leading group decides, and what has lost its amount, is not for a tap at a door.
    expect(ids).not.toContain('judged')
    expect(ids).not.toContain('lost')
    const unsafe = kit.rules.find(({ ruleId }: { ruleId: string }) => ruleId === 'unsafe')
    expect(unsafe.offices).toEqual(['综治办'])
    const others = (await inspector.send('GET', '/api/inspection-kit')).body.rounds
    expect(others.map((round: { id: string }) => round.id)).not.toContain(id)
  })

  test('照片要不要时间和位置，考核办定，默认不要', async () => {
    const path = '/api/inspection-settings'
    expect((await inspector.send('GET', path)).body).toEqual({ wantsPlace: false })
    expect(code(await inspector.send('PUT', path, { body: { wantsPlace: true } }))).toEqual([403, 'not-allowed'])
    expect((await town.send('PUT', path, { body: { wantsPlace: true } })).body).toEqual({ wantsPlace: true })
    expect((await inspector.send('GET', '/api/inspection-kit')).body.wantsPlace).toBe(true)
  })

  test('不在这次里的办公室、不是这次的督查员，都登记不了', async () => {
    const id: string = (await open({ number: 3, offices: ['党办'] })).body.round.id
    const path = `/api/inspections/${id}/visits`
    expect(code(await post(inspector, path, { office: '综治办' }))).toEqual([422, 'office-not-in-round'])
    expect(code(await post(other, path, { office: '党办' }))).toEqual([409, 'not-inspector-of-round'])
    expect(code(await report(other, id))).toEqual([409, 'not-inspector-of-round'])
    expect(code(await post(inspector, `/api/inspections/${randomUUID()}/visits`, { office: '党办' }))).toEqual([
      404,
      'round-unknown',
    ])
  })

  test('结束前看到整份通报；没去的要写原因；结束两次只有一份；结束后不能再登记', async () => {
    const id: string = (await open({ number: 4 })).body.round.id
    await post(inspector, `/api/inspections/${id}/findings`, { office: '党办', finding: finding() })
    const bare = (await report(inspector, id)).body
    expect(bare.unexplained).toEqual(['综治办'])
    const end = (fields: object, key?: string) => post(inspector, `/api/inspections/${id}/end`, fields, key)
    expect(code(await end({ digest: bare.digest }))).toEqual([422, 'unvisited-unexplained'])
    const unvisited = [{ office: '综治办', reason: '全员下村' }]
    const shown = (await report(inspector, id, { unvisited })).body
    expect(shown.unexplained).toEqual([])
    const told = JSON.stringify(shown.content.blocks)
    expect(told).toContain('脱岗每次扣2分')
    expect(told).toContain('全员下村')
    expect(told).not.toContain('何青')
    expect(code(await end({ unvisited, withNames: true, digest: shown.digest }))).toEqual([409, 'figures-changed'])
    const named = (await report(inspector, id, { unvisited, withNames: true })).body
    expect(JSON.stringify(named.content.blocks)).toContain('何青')
    const key = randomUUID()
    const ended = await end({ unvisited, digest: shown.digest }, key)
    expect(ended.body.round.ended).toMatchObject({ by: '督查甲' })
    expect((await end({ unvisited, digest: shown.digest }, key)).body).toEqual(ended.body)
    expect(code(await end({ unvisited, digest: shown.digest }))).toEqual([409, 'round-ended'])
    const issued = await bulletinsOf(id)
    expect(issued.map(({ id: bulletinId, state }) => [bulletinId, state])).toEqual([
      [ended.body.round.ended.bulletinId, 'final'],
    ])
    expect(code(await post(inspector, `/api/inspections/${id}/visits`, { office: '综治办' }))).toEqual([
      409,
      'round-ended',
    ])
  })

  test('冲销了的问题不再算发现', async () => {
    const id: string = (await open({ number: 5, offices: ['党办'] })).body.round.id
    const found = await post(inspector, `/api/inspections/${id}/findings`, { office: '党办', finding: finding() })
    await town.reverse(found.body.offices[0].entries[0].id)
    const seen = (await inspector.send('GET', `/api/inspections/${id}`)).body
    expect(seen.offices[0]).toMatchObject({ outcome: 'nothing' })
    expect(seen.round).toMatchObject({ visited: 1, withFindings: 0 })
    const { content } = (await report(inspector, id)).body
    expect(content.blocks[0].text).toContain('其中1个未发现问题，0个发现问题0条')
  })
})
