import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import type { Bulletin, BulletinStore } from './bulletin-store.ts'
import type { Act } from './draft-store.ts'

export type EndNoticeRefusal =
  | { readonly code: 'bulletin-unknown' }
  /** It is final or withdrawn already. */
  | { readonly code: 'bulletin-ended'; readonly state: 'final' | 'withdrawn' }
  /** Its last day has not passed. */
  | { readonly code: 'notice-running'; readonly lastDay: LocalDate }
  | { readonly code: 'objections-open'; readonly count: number }

type Ports = { readonly bulletins: Pick<BulletinStore, 'find' | 'finalise' | 'withdraw'> }

/**
 * 定稿: after the notice's last day, and over no open objection. Final stays final: what turns out wrong is corrected by
 * another bulletin.
 */
export async function finaliseBulletin(
  { bulletins }: Ports,
  act: Act & { readonly today: LocalDate },
  asked: {
    readonly bulletinId: string
    /** How many objections against it, or against what it is made from, are open. */
    readonly openObjections: (bulletin: Bulletin) => Promise<number>
  },
): Promise<Result<Bulletin, EndNoticeRefusal>> {
  const found = await inNotice(bulletins, asked.bulletinId)
  if (!found.ok) return found
  const { notice } = found.value
  assert(notice !== null, 'what is in notice has days of notice')
  if (act.today <= notice.to) return refuse({ code: 'notice-running', lastDay: notice.to })
  const count = await asked.openObjections(found.value)
  if (count > 0) return refuse({ code: 'objections-open', count })
  const { at, by } = act
  assert(await bulletins.finalise(asked.bulletinId, { at, by }), 'a notice ends once')
  return accept({ ...found.value, state: 'final', final: { at, by } })
}

/** Calls a notice off with a reason; it stays readable, and its number is not given again. */
export async function withdrawBulletin(
  { bulletins }: Ports,
  act: Act,
  asked: { readonly bulletinId: string; readonly reason: string },
): Promise<Result<Bulletin, EndNoticeRefusal>> {
  const found = await inNotice(bulletins, asked.bulletinId)
  if (!found.ok) return found
  const ended = { at: act.at, by: act.by, reason: asked.reason }
  assert(await bulletins.withdraw(asked.bulletinId, ended), 'a notice ends once')
  return accept({ ...found.value, state: 'withdrawn', withdrawn: ended })
}

async function inNotice(
  bulletins: Pick<BulletinStore, 'find'>,
  bulletinId: string,
): Promise<Result<Bulletin, EndNoticeRefusal>> {
  const found = await bulletins.find(bulletinId)
  if (found === null) return refuse({ code: 'bulletin-unknown' })
  return found.state === 'notice' ? accept(found) : refuse({ code: 'bulletin-ended', state: found.state })
}
