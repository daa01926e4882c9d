import type { Backing } from '../domain/bulletin/backing.ts'
import type { BulletinTerms } from '../domain/bulletin/bulletin-terms.ts'
import {
  noticedKinds,
  type BulletinAudience,
  type BulletinContent,
  type BulletinKind,
} from '../domain/bulletin/bulletin.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import type { Bulletin, BulletinStore } from './bulletin-store.ts'

type Ports = { readonly bulletins: Pick<BulletinStore, 'lastNumber' | 'add'> }
type IssueAct = { readonly at: Date; readonly today: LocalDate; readonly by: string }

/** What is issued: everything but its number and day. */
type Issued = {
  readonly id: string
  readonly kind: BulletinKind
  readonly period: string
  readonly year: number
  readonly title: string
  readonly audience: BulletinAudience
  readonly staffNumber: string | null
  readonly terms: BulletinTerms
  readonly corrects: string | null
  readonly notice: { readonly from: LocalDate; readonly to: LocalDate } | null
  readonly ledgerPosition: number
  readonly backing: Backing | null
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
}

/**
 * Issues a document of the town: it takes the next number of its kind and year and is frozen as it stands, with its leaf
 * of the log. Final at once, unless its kind is publicly noticed first. Runs behind the town's write lock.
 */
export async function issueBulletin(
  { bulletins }: Ports,
  { at, today, by }: IssueAct,
  { content: contentOf, ...issued }: Issued,
): Promise<Bulletin> {
  const isNoticed = noticedKinds.includes(issued.kind)
  assert(isNoticed === (issued.notice !== null), 'who is noticed has days of notice')
  const number = (await bulletins.lastNumber(issued.kind, issued.year)) + 1
  const content = contentOf({ number, publishedOn: today })
  assert(
    content.number === number && content.kind === issued.kind && content.publishedOn === today,
    'a bulletin shows its own kind, number and day',
  )
  return bulletins.add({
    ...issued,
    number,
    content,
    state: isNoticed ? 'notice' : 'final',
    publishedAt: at,
    publishedBy: by,
  })
}
