import { z } from 'zod'
import { accept, assert } from '../domain/primitives/result.ts'
import type { Pools } from './create-storage.ts'
import { appendEarlier } from './log-leaves.ts'
import { withTown } from './town-transaction.ts'

const quietMs = 1000

/**
 * Brings what every town has from before its log into it, so that heads printed from now on cover it; answers how many
 * entries it was. A town is done whole or not at all: an interrupted start goes on where it stood. Once it takes over a
 * second, each town is told of.
 */
export async function logEarlierRows(
  { app, signIn }: Pools,
  now: () => Date,
  say: (line: string) => void,
): Promise<number> {
  const { rows } = await signIn.query('select id, name from tenant order by id')
  const towns = z.array(z.object({ id: z.uuid(), name: z.string() })).parse(rows)
  const startedAt = now().getTime()
  let entered = 0
  for (const { id, name } of towns) {
    const done = await withTown<number, never>(app, id, 'write', async (town) =>
      accept(await appendEarlier(town, now())),
    )
    assert(done.ok, 'entering the log refuses nothing')
    entered += done.value
    if (done.value > 0 && now().getTime() - startedAt > quietMs)
      say(`${name}以前的台账已编入日志：${String(done.value)} 条`)
  }
  return entered
}
