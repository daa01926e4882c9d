import { randomUUID } from 'node:crypto'
import { assert } from '../../src/domain/primitives/result.ts'
import type { SignedInTown } from './town-app.ts'

/**
 * The year's approved result through its 公示, as the office: published ten days ago and final now, so that nobody has
 * to sign in again. Answers the bulletin's id.
 */
export async function noticeResult(town: SignedInTown, year: number): Promise<string> {
  const { now } = town.clock
  town.clock.now = new Date(now.getTime() - 10 * 86_400_000)
  const asked = { kind: 'annual', period: String(year), reason: '年度结果有更正' }
  const draft = (await town.send('POST', '/api/bulletin-drafts', { body: asked })).body
  const path = `/api/bulletin-drafts/${String(draft.id)}`
  const { terms } = (await town.send('GET', path)).body
  const brief = { ...terms, notice: { days: 1, kind: 'calendar' } }
  await town.send('PUT', path, { body: { title: draft.title, seen: draft.at, terms: brief } })
  const { preview } = (await town.send('GET', path)).body
  assert(preview.ready, `the result can be published: ${String(preview.message)}`)
  const published = await town.send('POST', `${path}/publication`, {
    body: { digest: preview.digest, title: draft.title },
    key: randomUUID(),
  })
  town.clock.now = now
  const final = await town.send('POST', `/api/bulletins/${String(published.body.id)}/finalisation`)
  assert(final.status === 200, `its notice has ended: ${JSON.stringify(final.body)}`)
  return String(published.body.id)
}
