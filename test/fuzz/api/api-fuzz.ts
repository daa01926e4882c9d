import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiDescription } from '../../../src/http/api-description/describe-api.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { answerJudge, type ApiAnswer } from './answer-faults.ts'
import { anyPlace, placesOf, requestOf, type ApiRequest, type Place } from './api-request.ts'
import type { Caller } from './fuzzed-town.ts'
import { createSeenValues, type SeenValues } from './seen-values.ts'
import { createWire } from './wire.ts'

export type ApiFailure = { readonly round: number; readonly faults: readonly string[]; readonly line: string }

export type ApiFuzz = {
  readonly failures: readonly ApiFailure[]
  /** How often each status was answered: were all refused at the door, nothing would have been tried. */
  readonly statuses: ReadonlyMap<number, number>
  /** Operations that answered 200 at least once. */
  readonly succeeded: ReadonlySet<string>
}

type Fuzzed = { readonly description: ApiDescription; readonly port: number; readonly callers: readonly Caller[] }
type Rounds = { readonly from: number; readonly until: number; readonly seed: number }

/** So many go out together: what one finds locked or changed, another has just done. */
const together = 8
const mostFailures = 50

/** Sends requests made of the description, from any caller, and judges each answer by the description alone. */
export async function fuzzApi(
  { description, port, callers }: Fuzzed,
  { from, until, seed }: Rounds,
): Promise<ApiFuzz> {
  const judge = answerJudge(description)
  const places = placesOf(description)
  const seen = createSeenValues()
  const wire = createWire(port)
  const failures: ApiFailure[] = []
  const statuses = new Map<number, number>()
  const succeeded = new Set<string>()
  const gets = places.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  for (const caller of callers.filter(({ looksAround }) => looksAround)) await askAround(caller, gets, wire, seen)
  for (let first = from; first < until && failures.length < mostFailures; first += together) {
    const batch = Array.from({ length: Math.min(together, until - first) }, (_, index) => {
      const round = first + index
      const chance = chanceOf(seed * 1_000_003 + round)
      const place = anyPlace(places, chance)
      const caller = callerFor(place, callers, chance)
      return { round, caller, request: requestOf(place, { chance, seen, town: caller.town }) }
    })
    // Answers are looked at in the order of the rounds, so that the same seed leads the same way as far as it can.
    const answers = await Promise.all(batch.map(({ caller, request }) => sendFor(caller, request, wire)))
    for (const [index, { round, caller, request }] of batch.entries()) {
      const answer = answers[index]
      const faults =
        typeof answer === 'object' ? judge(request.method, request.path, answer) : [`没有应答：${String(answer)}`]
      if (faults.length > 0) failures.push({ round, faults, line: lineOf(caller, request) })
      if (typeof answer !== 'object') continue
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status === 200) {
        notice(seen, caller, answer)
        const place = places.find(
          ({ method, path }) => method === request.method && pathMatches(path, request.path),
        )
        if (place !== undefined) succeeded.add(place.operation.operationId)
      }
      if (answer.status === 401) await caller.renew()
    }
  }
  wire.close()
  return { failures, statuses, succeeded }
}

/** Mostly somebody whom the policy table lets do it; else anybody. */
function callerFor({ operation }: Place, callers: readonly Caller[], chance: Chance): Caller {
  const admitted = new Set(Object.values(operation['x-actions'] ?? {}).flatMap((by) => Object.keys(by)))
  const fitting = callers.filter(({ roles }) => roles.some((role) => admitted.has(role)))
  const chosen = chance(4) === 0 || fitting.length === 0 ? callers : fitting
  const caller = chosen[chance(chosen.length)]
  if (caller === undefined) throw new RangeError('nobody calls')
  return caller
}

type Wire = ReturnType<typeof createWire>

/** What a caller can see at the beginning, for ids to start from. */
async function askAround(
  caller: Caller,
  gets: readonly { readonly path: string }[],
  wire: Wire,
  seen: SeenValues,
): Promise<void> {
  for (const { path } of gets) {
    const answer = await sendFor(
      caller,
      { method: 'GET', path: `${path}?year=2026&period=2026`, headers: {}, body: null },
      wire,
    )
    if (typeof answer === 'object' && answer.status === 200) notice(seen, caller, answer)
  }
}

async function sendFor(caller: Caller, request: ApiRequest, wire: Wire): Promise<ApiAnswer | string> {
  // A connection the server has closed in between is opened anew; what it truly cannot answer fails again.
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await wire.send(request, caller.cookie())
    } catch (error) {
      if (attempt === 2) return String(error)
      await sleep(20)
    }
  }
}

function notice(seen: SeenValues, caller: Caller, { headers, body }: ApiAnswer): void {
  if (!String(headers['content-type']).startsWith('application/json') || body.length > 2_000_000) return
  try {
    seen.notice(caller.town, JSON.parse(body.toString('utf8')))
  } catch {
    // No JSON after all: the judge has said so.
  }
}

function pathMatches(template: string, path: string): boolean {
  const pattern = template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/?]+')
  return new RegExp(`^${pattern}(\\?|$)`).test(path)
}

/** The request as a command that sends it again. */
function lineOf(caller: Caller, { method, path, headers, body }: ApiRequest): string {
  const words = [
    `curl -i -X ${method} 'http://127.0.0.1:PORT${path.replaceAll("'", '%27')}'`,
    `-b '${caller.name}的Cookie'`,
  ]
  for (const [name, value] of Object.entries(headers))
    words.push(`-H '${name}: ${value.replaceAll("'", "'\\''")}'`)
  if (body === null) return words.join(' ')
  const shown = body.subarray(0, 4_000).toString('base64')
  return `printf %s ${shown} | base64 -d | ${words.join(' ')} --data-binary @-${body.length > 4_000 ? ` # 共${String(body.length)}字节，只列前4000` : ''}`
}
