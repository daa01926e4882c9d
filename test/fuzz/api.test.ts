import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeApi } from '../../src/http/api-description/describe-api.ts'
import { fuzzApi } from './api/api-fuzz.ts'
import { startFuzzedTown, type Spoil } from './api/fuzzed-town.ts'

/** A campaign sets these (tools/fuzz-api.mjs). */
const requests = Number(process.env['GONGDAO_FUZZ_REQUESTS'] ?? 1_000)
const seed = Number(process.env['GONGDAO_FUZZ_SEED'] ?? 1)
/** After so many a fresh town: by then much of the old one has been undone. */
const requestsPerTown = 5_000

const description = describeApi()

test(
  `按接口说明生成的${String(requests)}个请求（种子${String(seed)}）：没有5xx，没有未说明的状态，没有不合schema的应答`,
  { timeout: 6 * 3_600_000 },
  async () => {
    const statuses = new Map<number, number>()
    const succeeded = new Set<string>()
    for (let from = 0; from < requests; from += requestsPerTown) {
      const town = await startFuzzedTown()
      const until = Math.min(from + requestsPerTown, requests)
      const found = await fuzzApi({ description, ...town }, { from, until, seed })
      await town.stop()
      for (const [status, count] of found.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count)
      for (const name of found.succeeded) succeeded.add(name)
      for (const { method, path, error } of town.faults.slice(0, 5))
        process.stdout.write(`${method} ${path} ${inspect(error)}\n`)
      for (const { round, faults, line } of found.failures.slice(0, 10))
        process.stdout.write(`种子${String(seed)}第${String(round)}个：${faults.join('；')}\n${line}\n`)
      expect(found.failures.map(({ round, faults }) => `${String(round)} ${faults.join('；')}`)).toEqual([])
      expect(town.faults).toEqual([])
    }
    const counts = [...statuses].toSorted(([left], [right]) => left - right)
    process.stdout.write(
      `${String(requests)}个请求，种子${String(seed)}：${counts.map(([status, count]) => `${String(status)}有${String(count)}个`).join('，')}；${String(succeeded.size)}个操作成功过\n`,
    )
    // Were all refused at the door, nothing would have been tried; a few prove nothing either way.
    if (requests < 800) return
    expect(succeeded.size).toBeGreaterThan(35)
    for (const status of [200, 400, 401, 403, 404, 409, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(10)
  },
)

describe('故意改坏的应答都查得出', () => {
  let spoil: Spoil = (_path, answer) => answer
  let town: Awaited<ReturnType<typeof startFuzzedTown>>
  beforeAll(async () => {
    town = await startFuzzedTown((path, answer) => spoil(path, answer))
  })
  afterAll(() => town.stop())

  /** Asks one path alone, whose answers are broken in one way. */
  async function faultsWhen(path: string, broken: (answer: Response) => Response | Promise<Response>) {
    spoil = async (asked, answer) => {
      if (asked !== path || answer.status !== 200) return answer
      const replaced = await broken(answer)
      for (const [name, value] of answer.headers)
        if (!/^content-|^set-cookie$/.test(name) || name === 'content-security-policy')
          replaced.headers.set(name, value)
      return replaced
    }
    const paths = { [path]: description.paths[path] ?? {} }
    const only = { ...description, paths }
    const { failures } = await fuzzApi({ description: only, ...town }, { from: 0, until: 120, seed: 7 })
    return failures.flatMap(({ faults }) => faults).join('\n')
  }

  const error = (message: string) => () => Response.json({ error: { code: 'x', message } }, { status: 400 })

  test('没改坏就没有问题', async () => {
    expect(await faultsWhen('/api/people', (answer) => answer)).toBe('')
  })

  test.each([
    ['少字段', '/api/people', () => Response.json({ people: [{ name: '何青' }] }), /与schema不符/],
    ['错误说明不是中文', '/api/entries', error('Bad Request'), /没有中文说明/],
    ['带出数据库的话', '/api/entries', error('出错：relation "entry" does not exist'), /露出了内部/],
    ['带出调用栈', '/api/entries', error('出错 at run (/srv/dist/main.js:10:3)'), /露出了内部/],
    ['没有说明的状态', '/api/drafts', () => new Response('{}', { status: 418 }), /没有说明状态418/],
    ['5xx', '/api/drafts', () => new Response('{}', { status: 503 }), /状态503/],
    [
      '页面当作应答',
      '/api/drafts',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      /不是JSON/,
    ],
    [
      'Cookie没有HttpOnly',
      '/api/session',
      () =>
        Response.json(
          { signedIn: false, setUpNeeded: false, townNeeded: false, provider: null },
          {
            headers: { 'set-cookie': 'gongdao_session=a; Path=/' },
          },
        ),
      /Cookie不严/,
    ],
  ])('%s', async (_what, path, broken, expected) => {
    expect(await faultsWhen(path, broken)).toMatch(expected)
  })

  test('多出一个字段', async () => {
    const withMore = async (answer: Response) => {
      if (answer.headers.has('content-encoding')) return answer
      const text = await answer.text()
      return new Response(text.replace(/^\{/, '{"secret":1,'), { headers: { 'content-type': 'application/json' } })
    }
    expect(await faultsWhen('/api/scheme-versions', withMore)).toMatch(/与schema不符.*secret/)
  })
})
