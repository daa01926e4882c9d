import pg from 'pg'
import { expect } from 'vitest'
import type { Endpoint } from '../../../src/http/contract/endpoint.ts'
import { endpoints, type EndpointName } from '../../../src/http/contract/endpoints.ts'
import type { AuditWatch } from '../../audited/watch-audit.ts'
import { startTown, type Answered, type SignedInTown } from '../../support/town-app.ts'
import { readState, stateChanges } from '../town-state.ts'
import { cutConnections, type Cut, type Cutter, type Ran } from './cut-connections.ts'

/** A watch that the drivers of test/audited drive: each operation is cut at each of its statements before it is done. */
export type CutWatch = AuditWatch & { readonly seen: Seen }

export type Seen = {
  /** Attempts that were cut. */
  cuts: number
  /** Operations whose answer was lost after their commit, and which were asked again under the same key. */
  readonly answeredAgain: Set<string>
  /** Operations that go on asking the database after something was kept: how many statements more. */
  readonly goOnAfterKeeping: Map<string, number>
}

type CutTown = { readonly town: SignedInTown; readonly states: pg.Client; readonly keys: KeyRing }

/**
 * Each of the first statements of an operation, and of a long one each `stride`-th after them. One of hundreds (only
 * the sample's loading and removal) is begun anew for each cut: there the gaps grow.
 */
export function cutEveryWrite(stride: number): CutWatch {
  const [cutter, covered, towns] = [cutConnections(), new Set<string>(), new Map<unknown, CutTown>()]
  const seen: Seen = { cuts: 0, answeredAgain: new Set(), goOnAfterKeeping: new Map() }
  return {
    covered,
    seen,
    openTown: async (now) => {
      const town = await startTown(now)
      const states = new pg.Client({ connectionString: town.database.adminUrl })
      await states.connect()
      towns.set(town.app, { town, states, keys: keepKeys(town) })
      return town
    },
    leavesRow: async (of, name, act) => {
      const cutTown = towns.get(of.app)
      if (cutTown === undefined) throw new Error('the town was not opened by this watch')
      covered.add(name)
      return cutAndDo({ ...cutTown, name, act, cutter, seen, stride })
    },
    stop: async () => {
      cutter.release()
      for (const { town, states } of towns.values()) {
        await states.end()
        await town.stop()
      }
    },
  }
}

type Cutting = CutTown & {
  readonly name: EndpointName
  readonly act: () => Promise<Answered>
  readonly cutter: Cutter
  readonly seen: Seen
  readonly stride: number
}

const cutOneByOne = 4

async function cutAndDo(cutting: Cutting): Promise<Answered> {
  const { name, act, states, keys, stride } = cutting
  const endpoint: Endpoint = endpoints[name]
  keys.fresh()
  if (endpoint.method === 'GET' || endpoint.readsOnly === true) return act()
  const before = await readState(states)
  for (let at = 1; ; at += step(at, stride)) {
    const ran = await attempt(cutting, { kind: 'before', at })
    // An operation that keeps nothing at all.
    if (ran.cutAt === null) return done(cutting, ran)
    expectOutage(name, ran)
    const changes = stateChanges(before, await readState(states))
    expect({ name, at, cutAt: ran.cutAt, changes }).toEqual({ name, at, cutAt: ran.cutAt, changes: [] })
    if (!ran.atKeeping) continue
    return endpoint.idempotent === true
      ? loseAnswer(cutting)
      : done(cutting, await attempt(cutting, { kind: 'none' }))
  }
}

function step(at: number, stride: number): number {
  if (at < cutOneByOne) return 1
  const [longFrom, part] = stride === 1 ? [200, 8] : [40, 2]
  return at < longFrom ? stride : Math.max(stride, Math.floor(at / part))
}

/** Done and unheard: the same key is answered as the first time would have been, and nothing is done twice. */
async function loseAnswer(cutting: Cutting): Promise<Answered> {
  const { name, seen, states } = cutting
  const lost = await attempt(cutting, { kind: 'after-commit' })
  expectOutage(name, lost)
  const after = await readState(states)
  const again = done(cutting, await attempt(cutting, { kind: 'none' }))
  const changes = stateChanges(after, await readState(states))
  expect({ name, code: lost.value.body.error.code, changes }).toEqual({
    name,
    code: 'outcome-unknown',
    changes: [],
  })
  seen.answeredAgain.add(name)
  return again
}

function done({ name, seen }: Cutting, { value, afterKeeping }: Ran<Answered>): Answered {
  const { status, body } = value
  expect({ name, status, said: body?.error?.message }).toEqual({ name, status: 200, said: undefined })
  if (afterKeeping > 0) seen.goOnAfterKeeping.set(name, afterKeeping)
  return value
}

async function attempt({ cutter, act, keys, seen, states }: Cutting, cut: Cut): Promise<Ran<Answered>> {
  // Tries are counted against guessing before anything else, and a pulled cable is no guess.
  await states.query('delete from failed_attempt')
  keys.again()
  const ran = await cutter.during(cut, act)
  if (ran.cutAt !== null) seen.cuts += 1
  return ran
}

function expectOutage(name: string, { value, cutAt }: Ran<Answered>): void {
  const { code, logId } = value.body?.error ?? {}
  expect({ name, cutAt, status: value.status, logId: typeof logId }).toEqual({
    name,
    cutAt,
    status: 503,
    logId: 'string',
  })
  expect(['database-unreachable', 'outcome-unknown']).toContain(code)
}

type KeyRing = {
  /** Another operation begins. */
  readonly fresh: () => void
  /** The same is tried again. */
  readonly again: () => void
}

/** Whoever tries again sends the keys of the first time. */
function keepKeys({ app }: SignedInTown): KeyRing {
  const given: string[] = []
  let used = 0
  const request = app.request.bind(app)
  app.request = (input, init, ...rest) => {
    const headers = new Headers(init?.headers)
    const key = headers.get('idempotency-key')
    if (key !== null) {
      given[used] ??= key
      headers.set('idempotency-key', given[used] ?? key)
      used += 1
    }
    return request(input, { ...init, headers }, ...rest)
  }
  return {
    fresh: () => {
      given.length = 0
      used = 0
    },
    again: () => {
      used = 0
    },
  }
}
