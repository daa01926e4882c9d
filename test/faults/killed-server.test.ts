import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { newDataFolder, removeDataFolder, startProduct } from '../e2e/support/product.ts'
import { chanceOf, type Chance } from '../fuzz/chance.ts'
import { expectLogsHold, expectWhole, pastTheWalls } from './past-the-walls.ts'
import { setUpSample, type Asked, type Running, type Told, type Visitor } from './visitor.ts'
import { hireWriters, type Writer } from './writers.ts'

const kills = Number(process.env['GONGDAO_FAULT_KILLS'] ?? '3')
const seed = Number(process.env['GONGDAO_FAULT_SEED'] ?? '20261122')

const dataFolder = newDataFolder()
afterAll(() => removeDataFolder(dataFolder))

/** What was asked under which key, and what came of it; null: the server was gone before it answered. */
type Attempt = {
  readonly kind: string
  readonly by: Visitor
  readonly asked: Asked & { readonly key: string }
  told: Told | null
}

/** Keeps everyone writing until the server is gone. */
async function writeUntilGone(
  writers: readonly Writer[],
  gone: { now: boolean; acknowledged: number },
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = []
  const write = async ({ kind, by, next, heard }: Writer): Promise<void> => {
    while (!gone.now) {
      const key = randomUUID()
      try {
        const asked = await next(key)
        if (asked === null) {
          await sleep(5)
          continue
        }
        const attempt: Attempt = { kind, by, asked: { ...asked, key }, told: null }
        attempts.push(attempt)
        attempt.told = await by.ask(attempt.asked)
        if (attempt.told.status !== 200) continue
        heard(attempt.told)
        gone.acknowledged += 1
      } catch (error) {
        if (!gone.now) throw error
      }
    }
  }
  await Promise.all(writers.map(write))
  return attempts
}

async function killUnderWriters(running: Running, writers: readonly Writer[], chance: Chance, round: number) {
  const gone = { now: false, acknowledged: 0 }
  const writing = writeUntilGone(writers, gone)
  // However slow the machine: some work is done, and then it may be anywhere.
  const enough = 5 + chance(40)
  while (gone.acknowledged < enough) await sleep(1)
  await sleep(chance(60))
  gone.now = true
  await running.product.kill()
  const postmaster = readPostmaster(join(dataFolder, 'postgres'))
  if (round % 3 === 2 && postmaster !== null) process.kill(postmaster.pid, 'SIGKILL')
  const attempts = await writing
  running.product = await startProduct({ dataFolder })
  return attempts
}

/** The answers that were kept under these keys. */
async function keptAnswers(
  client: pg.Client,
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await client.query<{ key: string; answer: unknown }>(
    'select key, answer from idempotency where key = any($1)',
    [attempts.map(({ asked }) => asked.key)],
  )
  return new Map(rows.map(({ key, answer }) => [key, answer]))
}

test(
  `写到一半被杀 ${String(kills)} 次：答复过的都在且只有一份，没答复的重发不重复，通报整份在或不在`,
  async () => {
    const chance = chanceOf(seed)
    const running: Running = { product: await startProduct({ dataFolder, args: ['--sample'] }) }
    const owner = await setUpSample(running)
    const writers = await hireWriters(running, owner, chance)
    const tally = new Map<string, number>()
    const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1)
    for (let round = 0; round < kills; round += 1) {
      const attempts = await killUnderWriters(running, writers, chance, round)
      const kept = await pastTheWalls(dataFolder, async (client) => {
        await expectWhole(client)
        return keptAnswers(client, attempts)
      })
      for (const { kind, asked, told } of attempts) {
        if (told?.status === 200)
          expect({ asked, answer: kept.get(asked.key) }).toEqual({ asked, answer: told.body })
        if (told === null) count(kept.has(asked.key) ? `${kind} kept unanswered` : `${kind} lost unanswered`)
        else count(`${kind} ${String(told.status)}`)
      }
      for (const { by, asked, told, kind } of attempts.filter((attempt) => attempt.told === null)) {
        expect(told).toBeNull()
        const again = await by.ask(asked)
        // What had been kept is answered; what had not is done now, or refused because others have gone on.
        if (kept.has(asked.key))
          expect({ asked, again }).toEqual({ asked, again: { status: 200, body: kept.get(asked.key) } })
        else count(`${kind} again ${String(again.status)}`)
        expect({ asked, again, isServed: again.status < 500 }).toMatchObject({ isServed: true })
      }
      await pastTheWalls(dataFolder, expectWhole)
    }
    const leaves = await pastTheWalls(dataFolder, (client) => expectLogsHold(client, dataFolder))
    process.stderr.write(
      `${String(kills)} kills, ${String(leaves)} leaves: ${JSON.stringify(Object.fromEntries([...tally].toSorted(([left], [right]) => (left < right ? -1 : 1))))}\n`,
    )
    expect(tally.get('record 200')).toBeGreaterThan(kills)
    expect(await running.product.stop()).toBe(0)
  },
  30_000 + kills * 30_000,
)
