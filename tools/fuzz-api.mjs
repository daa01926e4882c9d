// `npm run fuzz:api -- 100000 [seed]`: the requests of test/fuzz/api.test.ts, as many as asked for.
import { spawn } from 'node:child_process'

const [requests = '100000', seed = '1'] = process.argv.slice(2)
if (!/^\d{1,8}$/.test(requests) || !/^\d{1,8}$/.test(seed)) {
  console.error('用法：npm run fuzz:api -- 请求数 [种子]')
  process.exit(2)
}
const child = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', '数据库', 'test/fuzz/api.test.ts', '--reporter=verbose'],
  {
    stdio: 'inherit',
    env: { ...process.env, GONGDAO_FUZZ_REQUESTS: requests, GONGDAO_FUZZ_SEED: seed },
  },
)
child.once('close', (exitCode) => {
  process.exitCode = exitCode ?? 1
})
