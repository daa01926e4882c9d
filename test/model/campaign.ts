import { walkMany, type Seen } from './walk.ts'

/** npm run model -- 20000 [seed]: so many random walks through due process, far more than `npm test` takes. */
const runs = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? Date.now() % 2_147_483_647)
const seen: Seen = new Map()
const began = Date.now()
process.stdout.write(`${String(runs)} sequences, seed ${String(seed)}\n`)
await walkMany(runs, { seed, seen })
const reached = [...seen]
  .toSorted(([, left], [, right]) => right - left)
  .map(([deed, times]) => `${deed} ${String(times)}`)
const seconds = String(Math.round((Date.now() - began) / 1000))
process.stdout.write(`all as the model says, in ${seconds} s; done: ${reached.join(', ')}\n`)
