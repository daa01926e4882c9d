import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemeOf } from '../../test/builders/town.ts'
import { adopt, showSecondFactor, startTown, cookieOf, type SignedInTown } from '../../test/support/town-app.ts'
import { allowDistrictSetUp } from '../commands/set-up-district.ts'
import type { AnnualResultStore } from '../commands/proposal-store.ts'
import { centipoints } from '../domain/primitives/centipoints.ts'
import { fen } from '../domain/primitives/fen.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { accept } from '../domain/primitives/result.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'
import { hashToken, newToken } from './session-token.ts'

let town: SignedInTown
let cookie = ''
let otherId = ''

beforeAll(async () => {
  town = await startTown()
  await adopt(town, schemeOf({ total: 100, categories: [] }), '2024-01-01')
  const token = newToken()
  await town.services.inAccounts(async (accounts) =>
    accept(await allowDistrictSetUp(hashToken(token), town.clock.now, accounts)),
  )
  const body = { token, userName: '区考核办', password: '四面青山一条河2026' }
  cookie = cookieOf(await town.send('POST', '/api/set-up/district', { body, headers: { cookie: '' } }))
  await showSecondFactor(town, '区考核办')
  await asDistrict('POST', '/api/district/towns', { name: '白鹭镇', code: 'bailu', userName: '张三' })
  const { body: view } = await asDistrict('GET', '/api/district')
  otherId = view.towns.find(({ code }: { code: string }) => code === 'bailu').id
})
afterAll(() => town.stop())

function asDistrict(method: string, path: string, body?: object) {
  return town.send(method, path, { headers: { cookie }, ...(body === undefined ? {} : { body }) })
}

/** The people's scores and grades, in points; the rest of a result is of no account here. */
function resultOf(
  year: number,
  number: number,
  scores: readonly (readonly [number, string | null])[],
): FinalResult {
  return {
    format: 'gongdao-result/1',
    town: '清源镇',
    year,
    number,
    asOf: localDate(`${String(year)}-12-31`),
    engineVersion: '1',
    schemes: [{ version: 1, title: '考核办法', effectiveFrom: localDate('2024-01-01') }],
    ledgerPosition: 0,
    people: scores.map(([points, grade], place) => ({
      staffNumber: `S${String(place)}`,
      name: `某人${String(place)}`,
      office: '党办',
      post: '工作人员',
      employment: null,
      days: { onRoster: 365, ofYear: 365 },
      work: centipoints(points * 100),
      reward: centipoints(0),
      score: centipoints(points * 100),
      rank: 1,
      grade,
      tiedFor: null,
      moneyFen: fen(0),
    })),
  }
}

type Decided = Parameters<AnnualResultStore['decide']>[1]['state'] | null

async function propose(tenantId: string, result: FinalResult, state: Decided): Promise<void> {
  const id = randomUUID()
  const at = town.clock.now
  await town.services.inTown(tenantId, 'write', async ({ annualResults }) => {
    const { year, number } = result
    const proposal = { id, subject: { year, number }, snapshot: result, note: '' }
    await annualResults.add({ ...proposal, proposedAt: at, proposedBy: '管理员' })
    if (state !== null) await annualResults.decide(id, { state, at, by: '领导', reason: null })
    return accept(null)
  })
}

test('只列通过了的，更正过的列最后一稿；均分四舍五入，满分按方案，等次只有人数', async () => {
  const grades = ['优秀', '称职', '称职', '称职', null, '称职'] as const
  const first = resultOf(
    2024,
    1,
    grades.map((grade) => [50, grade]),
  )
  await propose(town.tenantId, first, 'approved')
  const corrected = resultOf(
    2024,
    2,
    grades.map((grade, place) => [place === 0 ? 96 : 90, grade]),
  )
  await propose(town.tenantId, corrected, 'approved')
  await propose(town.tenantId, resultOf(2024, 3, [[1, null]]), 'rejected')
  await propose(
    town.tenantId,
    resultOf(
      2025,
      1,
      grades.map((grade) => [80, grade]),
    ),
    null,
  )
  const { body } = await asDistrict('GET', '/api/district/results')
  expect(body.results).toEqual([
    {
      townId: town.tenantId,
      town: '清源镇',
      year: 2024,
      number: 2,
      approvedAt: town.clock.now.toISOString(),
      people: 6,
      figures: {
        // (96 + 5 × 90) ÷ 6
        meanScore: 9100,
        fullPoints: 10_000,
        grades: [
          { grade: '优秀', people: 1 },
          { grade: '称职', people: 4 },
          { grade: null, people: 1 },
        ],
      },
    },
  ])
})

test('不足五个人的只列人数；谁的名字、工号、最高最低都没有', async () => {
  const few = resultOf(2025, 1, [
    [97.53, '优秀'],
    [61.27, '不称职'],
    [88, null],
    [88, null],
  ])
  await propose(otherId, few, 'approved')
  const { body } = await asDistrict('GET', '/api/district/results')
  const ofOther = body.results.filter(({ townId }: { townId: string }) => townId === otherId)
  expect(ofOther).toMatchObject([{ town: '白鹭镇', people: 4, figures: null }])
  const all = JSON.stringify(body)
  for (const secret of ['某人', 'S0', '党办', '9753', '6127', '9600']) expect(all).not.toContain(secret)
})
