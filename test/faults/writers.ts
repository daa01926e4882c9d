import type { Chance } from '../fuzz/chance.ts'
import { enterSample, type Asked, type Running, type Told, type Visitor } from './visitor.ts'

/** Somebody who does one kind of thing again and again. */
export type Writer = {
  readonly kind: string
  readonly by: Visitor
  /** What is asked next, under this key; null: there is nothing to do just now. */
  readonly next: (key: string) => Promise<Asked | null>
  /** Of what was done: the next may have to go on from there. */
  readonly heard: (told: Told) => void
}

type Person = { readonly staffNumber: string; readonly ruleId: string }
/** Entries nobody has confirmed yet, and the inspector's that are: who recorded or confirmed one may not reverse it. */
type Desk = { readonly waiting: string[]; readonly ofInspector: Set<string>; readonly confirmed: string[] }

const ignore = (): void => {}

/** Eight writers of the sample town, each with a session of its own. */
export async function hireWriters(running: Running, owner: Visitor, chance: Chance): Promise<readonly Writer[]> {
  const person = await choosePerson(owner)
  const desk: Desk = { waiting: [], ofInspector: new Set(), confirmed: [] }
  const as = (persona: string) => enterSample(running, persona)
  return [
    recorder(await as('丁岚'), person, desk),
    recorder(await as('丁岚'), person, desk),
    recorder(await as('郝嘉言'), person, desk, desk.ofInspector),
    confirmer(await as('阮青竹'), desk),
    reverser(await as('丁岚'), desk),
    absences(await as('丁岚'), chance),
    publisher(await as('阮青竹'), chance),
    closer(await as('阮青竹'), chance),
  ]
}

/** Someone of the sample, and a plain rule on that person's sheet. */
async function choosePerson(owner: Visitor): Promise<Person> {
  const { people } = await owner.get('/api/people')
  const { staffNumber } = people.find(({ stays }: { stays: { post: string }[] }) =>
    stays.every(({ post }) => post === '工作人员'),
  )
  const { rules } = await owner.get(`/api/people/${staffNumber}/rules?on=2025-06-03`)
  const { ruleId } = rules.find(
    (one: { effect: string; isCountUnit: boolean; blocked: string | null }) =>
      one.effect === 'deduct' && one.isCountUnit && one.blocked === null,
  )
  return { staffNumber, ruleId }
}

function recorder(
  by: Visitor,
  { staffNumber, ruleId }: Person,
  { waiting }: Desk,
  own = new Set<string>(),
): Writer {
  const about = { kind: 'people', staffNumbers: [staffNumber] }
  return {
    kind: 'record',
    by,
    next: async (key) => {
      const body = { about, ruleId, quantity: '1', note: `key ${key}`, occurredOn: '2025-06-03' }
      return { method: 'POST', path: '/api/entries', body }
    },
    heard: ({ body }) => {
      waiting.push(body.entries[0].id)
      own.add(body.entries[0].id)
    },
  }
}

function confirmer(by: Visitor, { waiting, confirmed, ofInspector }: Desk): Writer {
  let entryIds: string[] = []
  return {
    kind: 'confirm',
    by,
    next: async () => {
      entryIds = waiting.splice(0, 3)
      return entryIds.length === 0
        ? null
        : { method: 'POST', path: '/api/entries/confirmations', body: { entryIds } }
    },
    heard: () => void confirmed.push(...entryIds.filter((id) => ofInspector.has(id))),
  }
}

function reverser(by: Visitor, { confirmed }: Desk): Writer {
  return {
    kind: 'reverse',
    by,
    next: async () => {
      const entryId = confirmed.shift()
      const body = { reason: '录错' }
      return entryId === undefined ? null : { method: 'POST', path: `/api/entries/${entryId}/reversal`, body }
    },
    heard: ignore,
  }
}

/** Somebody is on leave for a day, another one each time. */
function absences(by: Visitor, chance: Chance): Writer {
  return {
    kind: 'absence',
    by,
    next: async (key) => {
      const day = new Date(Date.UTC(2025, 0, 1 + chance(360))).toISOString().slice(0, 10)
      const change = { kind: 'long-leave', on: day, to: day, note: key }
      const staffNumbers = [String(30 + chance(25)).padStart(3, '0')]
      return { method: 'POST', path: '/api/people/changes', body: { staffNumbers, change, reason: key } }
    },
    heard: ignore,
  }
}

/** A quarter's bulletin: drafted, published, called off, and again. */
function publisher(by: Visitor, chance: Chance): Writer {
  return {
    kind: 'publish',
    by,
    next: async (key) => {
      const { bulletins } = await by.get('/api/bulletins')
      const open = bulletins.find(
        ({ kind, state }: { kind: string; state: string }) => kind === 'quarterly' && state === 'notice',
      )
      if (open !== undefined) {
        await by.ask({ method: 'POST', path: `/api/bulletins/${open.id}/withdrawal`, body: { reason: key } })
        return null
      }
      const period = `2025-Q${String(1 + chance(4))}`
      const draft = await by.ask({
        method: 'POST',
        path: '/api/bulletin-drafts',
        body: { kind: 'quarterly', period },
      })
      if (draft.status !== 200) return null
      const { title, preview } = await by.get(`/api/bulletin-drafts/${draft.body.id}`)
      const path = `/api/bulletin-drafts/${draft.body.id}/publication`
      return preview.ready ? { method: 'POST', path, body: { digest: preview.digest, title } } : null
    },
    heard: ignore,
  }
}

/** One month after the other, while there are any. */
function closer(by: Visitor, chance: Chance): Writer {
  return {
    kind: 'close',
    by,
    next: async () => {
      const { months } = await by.get('/api/months?year=2025')
      const open = months.filter(({ state }: { state: string }) => state === 'open')
      if (open.length === 0 || chance(4) > 0) return null
      const asked = { month: open[0].month, reason: '照旧' }
      const preview = await by.ask({ method: 'POST', path: '/api/months/preview', body: asked })
      if (preview.status !== 200) return null
      return { method: 'POST', path: '/api/months/close', body: { ...asked, digest: preview.body.digest } }
    },
    heard: ignore,
  }
}
