import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** One who is signed in: how the API is asked. */
export type Asker = {
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, data: object) => Promise<unknown>
}

type Answer = {
  readonly ok: () => boolean
  readonly status: () => number
  readonly text: () => Promise<string>
  readonly json: () => Promise<unknown>
}
type Requests = {
  readonly get: (address: string) => Promise<Answer>
  readonly post: (
    address: string,
    options: { readonly data: object; readonly headers: Readonly<Record<string, string>> },
  ) => Promise<Answer>
}

export function askerOf(baseUrl: string, request: Requests): Asker {
  const read = async (path: string, answer: Answer): Promise<unknown> => {
    if (!answer.ok()) throw new Error(`${path} answered ${String(answer.status())}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    get: async (path) => read(path, await request.get(baseUrl + path)),
    post: async (path, data) => {
      const headers = { 'idempotency-key': randomUUID() }
      return read(path, await request.post(baseUrl + path, { data, headers }))
    },
  }
}

const identified = z.object({ id: z.string() })

/** Everything recorded in the sample is confirmed, as on 待确认. */
export async function confirmAll(office: Asker): Promise<void> {
  const { entries } = z
    .object({ entries: z.array(identified) })
    .parse(await office.get('/api/entries?state=recorded&pageSize=50'))
  await office.post('/api/entries/confirmations', { entryIds: entries.map(({ id }) => id) })
}

/** The annual result in 公示; answers where it is read. */
export async function publishAnnual(office: Asker): Promise<string> {
  const draft = identified.parse(await office.post('/api/bulletin-drafts', { kind: 'annual', period: '2025' }))
  const shown = z
    .object({ title: z.string(), preview: z.object({ ready: z.literal(true), digest: z.string() }) })
    .parse(await office.get(`/api/bulletin-drafts/${draft.id}`))
  const { title, preview } = shown
  const published = await office.post(`/api/bulletin-drafts/${draft.id}/publication`, {
    digest: preview.digest,
    title,
  })
  return `/bulletins/${identified.parse(published).id}`
}

/** The sample's two open objections: one waits for the office's answer, one for the review of the leading group. */
export async function dealWithObjections(office: Asker, leader: Asker): Promise<void> {
  const { proceedings } = z
    .object({ proceedings: z.array(z.object({ id: z.string(), state: z.string(), isOpen: z.boolean() })) })
    .parse(await office.get('/api/proceedings?kind=objection'))
  const open = proceedings.filter((one) => one.isOpen)
  const states = open.map(({ state }) => state).toSorted()
  if (states.join(' ') !== 'filed review-asked') throw new Error(`other objections wait: ${states.join(' ')}`)
  for (const { id, state } of open) {
    const { steps } = z.object({ steps: z.array(z.unknown()) }).parse(await office.get(`/api/proceedings/${id}`))
    const decision = { seen: steps.length, outcome: 'rejected', reasons: '经查证据充分，维持原扣分。' }
    if (state === 'filed') await office.post(`/api/objections/${id}/answer`, decision)
    else {
      const meetingOn = new Date().toISOString().slice(0, 10)
      const minutes = { title: '纪要〔2026〕3号', meetingOn, present: ['覃望川', '邬若宁'], recused: [] }
      await leader.post(`/api/objections/${id}/review`, { ...decision, minutes })
    }
  }
}

/** Proposed by the office and approved by the leading group: `final-results`, or `pay-lists` made from it. */
export async function agreeOn(
  kind: 'final-results' | 'pay-lists',
  office: Asker,
  leader: Asker,
  minutes: string,
): Promise<void> {
  const { digest } = z
    .object({ ready: z.literal(true), digest: z.string() })
    .parse(await office.get(`/api/${kind}/preview?year=2025`))
  const proposed = await office.post(`/api/${kind}`, { year: 2025, digest, note: '' })
  await leader.post(`/api/${kind}/${identified.parse(proposed).id}/approval`, { minutes })
}
