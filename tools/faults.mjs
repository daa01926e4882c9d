// `npm run faults -- 200 [seed]`: every fault test, with so many kills of the server and a cut at each statement.
import { spawnSync } from 'node:child_process'

const [kills = '200', seed = '20261122'] = process.argv.slice(2)
if (!/^\d{1,5}$/.test(kills) || !/^\d{1,9}$/.test(seed)) {
  console.error('用法：npm run faults -- 杀几次 [种子]')
  process.exit(2)
}
const env = { ...process.env, GONGDAO_FAULT_KILLS: kills, GONGDAO_FAULT_SEED: seed, GONGDAO_CUT_ALL: '1' }
const runs = [
  ['数据库', 'test/faults/cut'],
  ['启动', 'test/faults'],
].map(([project, folder]) => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, folder, '--reporter=verbose']
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1
})
process.exitCode = runs.every((status) => status === 0) ? 0 : 1
