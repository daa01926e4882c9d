import type { SchemeVersion } from '../../../../http/contract/schemes.ts'

/** One of the two sides of a comparison: a version's number, or the open draft. */
export type SideKey = 'draft' | number

export type VersionHead = Omit<SchemeVersion, 'scheme' | 'regulation'>

export type VersionRow = {
  readonly key: SideKey
  readonly version: VersionHead | null
  /** Of the draft. */
  readonly title: string
  readonly state: 'draft' | 'inForce' | 'coming' | 'past'
}

/** The draft first, then the versions, the newest first; in force is the last whose day has come. */
export function rowsOf(
  versions: readonly VersionHead[],
  draftTitle: string | null,
  today: string,
): readonly VersionRow[] {
  const newestFirst = versions.toSorted((left, right) => right.version - left.version)
  const inForce = newestFirst.find(({ effectiveFrom }) => effectiveFrom <= today)
  const rows = newestFirst.map((version): VersionRow => {
    const isComing = version.effectiveFrom > today
    const state = isComing ? 'coming' : version.version === inForce?.version ? 'inForce' : 'past'
    return { key: version.version, version, title: '', state }
  })
  return draftTitle === null ? rows : [{ key: 'draft', version: null, title: draftTitle, state: 'draft' }, ...rows]
}

/** The earlier side stands before, the draft always after. */
export function compareAddress(chosen: readonly SideKey[]): string {
  const [from, to] = chosen.toSorted(
    (left, right) => (left === 'draft' ? Infinity : left) - (right === 'draft' ? Infinity : right),
  )
  return `/scheme/compare?from=${String(from ?? '')}&to=${String(to ?? '')}`
}
