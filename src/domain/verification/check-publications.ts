import { backingDigest, type BackingShown } from '../bulletin/backing.ts'
import { noticedKinds, type BulletinContent } from '../bulletin/bulletin.ts'
import { digestOf, type Sha256 } from '../primitives/canonical-json.ts'
import { townDay } from '../primitives/local-date.ts'
import { leafPlace, type KnownLeaf } from './check-leaves.ts'
import type { CheckList } from './check-list.ts'
import type { FindingCode, Place } from './finding.ts'
import type { Manifest, ShownBulletin } from './proof-file.ts'
import type { ProofTree } from './proof-tree.ts'

export type PublicationLeaf = Extract<KnownLeaf['leaf'], { readonly kind: 'publication' }>

/** A bulletin whose publication is in the log, with its content and backing as far as they hold against it. */
export type Published = {
  readonly index: number
  readonly leaf: PublicationLeaf
  readonly title: string
  readonly content: BulletinContent | null
  readonly backing: BackingShown | null
}

type Given = {
  readonly manifest: Manifest
  readonly tree: ProofTree
  readonly sha256: Sha256
  /** The bulletins as they stand in the file: what a schema does not know counts in a digest all the same. */
  readonly rawBulletins: unknown
}

/** The published bulletins that hold against their leaves, in the order of the log. */
export function checkPublications(
  bulletins: readonly ShownBulletin[],
  known: readonly KnownLeaf[],
  given: Given,
  checks: CheckList,
): readonly Published[] {
  const listed = new Map(bulletins.map((one, place) => [one.id, { one, place }]))
  const published: Published[] = []
  for (const { index, leaf, opened } of known) {
    if (leaf.kind !== 'publication') continue
    checks.counted('publications')
    const found = listed.get(leaf.bulletinId)
    listed.delete(leaf.bulletinId)
    if (found === undefined) {
      checks.broken('publications', { code: 'content-missing', place: leafPlace(index, leaf) })
      continue
    }
    const title = titleOf(found.one)
    const say = (code: FindingCode, said?: string, right?: string): void => {
      const words = { ...(said === undefined ? {} : { said }), ...(right === undefined ? {} : { found: right }) }
      checks.broken('publications', { code, place: { kind: 'bulletin', title }, ...words })
    }
    const raw = fieldOf(given.rawBulletins, found.place)
    compareHead(found.one, leaf, index, given, say)
    const content = contentOf(found.one, fieldOf(raw, 'content'), { leaf, opened, title }, given, checks, say)
    if (content !== null) compareContent(content, leaf, say)
    published.push({ index, leaf, title, content, backing: backingOfLeaf(found.one, leaf, title, given, checks) })
  }
  for (const { one } of listed.values())
    checks.broken('publications', {
      code: 'publication-missing',
      place: { kind: 'bulletin', title: titleOf(one) },
    })
  checkCorrections(published, given.manifest, checks)
  checkFinalisations(published, known, checks)
  if (given.manifest.scope !== 'full') checks.gap('publications', 'withheld')
  return published
}

function titleOf({ content, kind, period, number }: ShownBulletin): string {
  return content === null ? `${kind} ${period} ${String(number)}` : `${content.title}（第${String(number)}号）`
}

type Say = (code: FindingCode, said?: string, right?: string) => void

function compareHead(
  { kind, period, number, head }: ShownBulletin,
  leaf: PublicationLeaf,
  index: number,
  { tree }: Given,
  say: Say,
): void {
  if (kind !== leaf.bulletinKind || period !== leaf.period || number !== leaf.number) say('publication-differs')
  if (head.size <= index || tree.rootAt(head.size) !== head.root) say('publication-head', String(head.size))
}

function contentOf(
  { content }: ShownBulletin,
  raw: unknown,
  { leaf, opened, title }: { leaf: PublicationLeaf; opened: KnownLeaf['opened']; title: string },
  { manifest, sha256 }: Given,
  checks: CheckList,
  say: Say,
): BulletinContent | null {
  if (content === null) {
    if (manifest.scope === 'full' && opened.has('contentDigest')) say('content-missing')
    else checks.gap('publications', 'openings-erased', 1, title)
    return null
  }
  const committed = opened.get('contentDigest')
  if (committed === digestOf(raw, sha256)) return content
  checks.broken('publications', {
    code: 'content-differs',
    place: { kind: 'bulletin', title },
    said: `${leaf.bulletinKind} ${leaf.period}`,
  })
  return null
}

function compareContent(content: BulletinContent, leaf: PublicationLeaf, say: Say): void {
  const pairs: readonly (readonly [string | number, string | number])[] = [
    [content.kind, leaf.bulletinKind],
    [content.period, leaf.period],
    [content.number, leaf.number],
    [content.ledgerPosition, leaf.ledgerPosition],
    [content.publishedOn, townDay(Date.parse(leaf.at))],
  ]
  for (const [said, logged] of pairs) if (said !== logged) say('publication-differs', String(said), String(logged))
  if ((content.correction === null) !== (leaf.corrects === null)) say('corrects-unknown')
}

function backingOfLeaf(
  { backing }: ShownBulletin,
  leaf: PublicationLeaf,
  title: string,
  { manifest, sha256 }: Given,
  checks: CheckList,
): BackingShown | null {
  const place: Place = { kind: 'bulletin', title }
  if (backing === null) {
    if (leaf.backingDigest === null) return null
    if (manifest.scope === 'full') checks.broken('backings', { code: 'backing-missing', place })
    else checks.gap('backings', 'not-in-scope', 1, title)
    return null
  }
  checks.counted('backings')
  if (backingDigest(backing, sha256) === leaf.backingDigest) return backing
  checks.broken('backings', { code: 'backing-differs', place })
  return null
}

/** Numbers run on without a gap per kind and year, and what corrects another comes after it. */
function checkCorrections(published: readonly Published[], { scope }: Manifest, checks: CheckList): void {
  const before = new Map<string, PublicationLeaf>()
  const numbers = new Map<string, number>()
  for (const { leaf, title, content } of published) {
    const place: Place = { kind: 'bulletin', title }
    const corrected = leaf.corrects === null ? null : before.get(leaf.corrects)
    const isKnown = corrected !== undefined || scope !== 'full'
    const isOfSame = corrected === null || corrected === undefined || corrected.bulletinKind === leaf.bulletinKind
    if (!isKnown || !isOfSame) checks.broken('publications', { code: 'corrects-unknown', place })
    if (before.has(leaf.bulletinId)) checks.broken('publications', { code: 'twice', place })
    before.set(leaf.bulletinId, leaf)
    if (content === null || scope !== 'full') continue
    const series = `${content.kind} ${String(content.year)}`
    const next = (numbers.get(series) ?? 0) + 1
    numbers.set(series, leaf.number)
    if (leaf.number !== next)
      checks.broken('publications', {
        code: 'publication-number',
        place,
        said: String(leaf.number),
        found: String(next),
      })
  }
}

/** Final is what was noticed, once, and not before its notice has ended. */
function checkFinalisations(
  published: readonly Published[],
  known: readonly KnownLeaf[],
  checks: CheckList,
): void {
  const byId = new Map(published.map((one) => [one.leaf.bulletinId, one]))
  const final = new Set<string>()
  for (const { index, leaf } of known) {
    if (leaf.kind !== 'finalisation') continue
    checks.counted('publications')
    const one = byId.get(leaf.bulletinId)
    const place: Place = one === undefined ? leafPlace(index, leaf) : { kind: 'bulletin', title: one.title }
    const isOfNotice = one === undefined || noticedKinds.some((kind) => kind === one.leaf.bulletinKind)
    if (one === undefined || one.index > index || !isOfNotice || final.has(leaf.bulletinId))
      checks.broken('publications', { code: 'finalisation-unknown', place })
    final.add(leaf.bulletinId)
    const until = one?.content?.notice?.to ?? null
    const day = townDay(Date.parse(leaf.at))
    if (until !== null && day <= until)
      checks.broken('publications', { code: 'finalisation-early', place, said: day, found: until })
  }
}

/** A field or place of something nobody has looked into yet; undefined where there is none. */
export function fieldOf(value: unknown, name: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(String(name))
}
