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
const failed = runs.filter((status) => status !== 0).length
console.log(
  failed === 0
    ? `都通过：每一种写操作逐条语句断开连接（示例镇的载入与移走间隔着断），写到一半杀服务 ${kills} 次（种子 ${seed}），以及数据库被杀、磁盘写满、备份与恢复（这台机器做不了的，上面标为跳过）。`
    : `${failed === 1 ? '有一组' : '两组都'}没有通过，见上面；同样的种子（${seed}）可以重做。`,
)
process.exitCode = runs.every((status) => status === 0) ? 0 : 1
