import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { describeApi } from '../../src/http/api-description/describe-api.ts'
import { fuzzApi } from './api/api-fuzz.ts'
import { startFuzzedTown } from './api/fuzzed-town.ts'

/** A campaign sets these (tools/fuzz-api.mjs). */
const requests = Number(process.env['GONGDAO_FUZZ_REQUESTS'] ?? 3_000)
const seed = Number(process.env['GONGDAO_FUZZ_SEED'] ?? 1)
/** After so many a fresh town: by then much of the old one has been undone. */
const requestsPerTown = 5_000

test(
  `按接口说明生成的${String(requests)}个请求（种子${String(seed)}）：没有5xx，没有未说明的状态，没有不合schema的应答`,
  { timeout: 3_600_000 * 6 },
  async () => {
    const statuses = new Map<number, number>()
    const succeeded = new Set<string>()
    for (let from = 0; from < requests; from += requestsPerTown) {
      const town = await startFuzzedTown()
      const until = Math.min(from + requestsPerTown, requests)
      const found = await fuzzApi({ description: describeApi(), ...town }, { from, until, seed })
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
    process.stdout.write(
      `${String(requests)}个请求，种子${String(seed)}：${[...statuses].map(([status, count]) => `${String(status)}×${String(count)}`).join(' ')}，${String(succeeded.size)}个操作成功过\n`,
    )
    // Were all refused at the door, nothing would have been tried.
    expect(succeeded.size).toBeGreaterThan(25)
    for (const status of [200, 400, 401, 403, 404, 409, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(10)
  },
)
