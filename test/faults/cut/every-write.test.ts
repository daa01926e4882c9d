import { readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import type { AuditWatch } from '../../audited/watch-audit.ts'
import { cutEveryWrite } from './cut-every-write.ts'

const folder = new URL('../../audited/', import.meta.url)
/** `npm run faults` cuts at every statement; `npm test` leaves some of the long operations out. */
const stride = process.env['GONGDAO_CUT_ALL'] === '1' ? 1 : 40
const watch = cutEveryWrite(stride)
afterAll(() => watch.stop())

type Drive = (watch: AuditWatch) => Promise<void>

/** Whoever adds an operation adds it to a driver of test/audited, and thereby here. */
async function drivers(): Promise<readonly (readonly [string, Drive])[]> {
  const found: [string, Drive][] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('-operations.ts'))) {
    const module: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const [name, drive] of Object.entries(module))
      if (name.startsWith('drive') && typeof drive === 'function') found.push([name, (given) => drive(given)])
  }
  return found
}

// One that runs into the next would be cut in its stead: each takes as long as the machine needs.
const timeout = 900_000

test.each(await drivers())(
  '%s：连接断在每一条语句上，什么也没留下，重做一次就成',
  async (_name, drive) => {
    const cutsBefore = watch.seen.cuts
    await drive(watch)
    expect(watch.seen.cuts).toBeGreaterThan(cutsBefore)
  },
  timeout,
)

test('存下了而回答没有送到：同一个键再问一次，答的是同一件事，不记第二次', () => {
  expect([...watch.seen.answeredAgain]).toEqual(
    expect.arrayContaining(['recordEntry', 'confirmEntries', 'reverseEntry', 'closeMonth', 'publishBulletin']),
  )
  expect(watch.covered.size).toBeGreaterThan(75)
})

test('一件事一次存下：分两次存的只有载入示例镇（名字最后才存，没有名字谁也看不见）和移走它（已经移走，只少记一笔）', () => {
  // One more statement is the end of the town's own transaction around one on the accounts: its fault says that nobody knows.
  const inParts = [...watch.seen.goOnAfterKeeping].filter(([, statements]) => statements > 1)
  expect(inParts.map(([name]) => name)).toEqual(['loadSample', 'removeSample'])
})
