import fc from 'fast-check'
import { disagreements } from './compare.ts'
import { randomTown } from './random-town.ts'
import { withEarlierVersion } from './random-versions.ts'

/**
 * npm run oracle -- [towns = 1,000,000] [seed]: the same comparison as in the tests, for as many towns as asked. Ends
 * with 1 and the smallest town found when the product and the oracle differ; the seed repeats the run.
 */
const count = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('用法：npm run oracle -- [随机镇的个数] [种子]\n')
  process.exit(2)
}

/** Every third town changed its scheme within the year. */
const towns = fc.oneof(
  { weight: 2, arbitrary: randomTown },
  { weight: 1, arbitrary: withEarlierVersion(randomTown) },
)
const batch = 10_000
const started = Date.now()
for (let done = 0; done < count; done += batch) {
  const size = Math.min(batch, count - done)
  const run = fc.check(
    fc.property(towns, (town) => disagreements(town).length === 0),
    { numRuns: size, seed: seed + done },
  )
  if (run.failed) {
    const town = run.counterexample?.[0]
    const found = town === undefined ? [] : disagreements(town)
    process.stdout.write(`${found.join('\n')}\n${JSON.stringify(town, null, 1)}\n`)
    process.stdout.write(`不一致：种子 ${seed + done}，路径 ${run.counterexamplePath ?? ''}\n`)
    process.exit(1)
  }
  const seconds = (Date.now() - started) / 1000
  process.stderr.write(`\r${done + size} / ${count} 个镇一致，${seconds.toFixed(0)} 秒`)
}
process.stdout.write(`\n${count} 个随机镇全部一致（种子 ${seed}）\n`)
