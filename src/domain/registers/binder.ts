import { groupBy } from '../primitives/group-by.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { Assignment } from '../roster/assignment.ts'
import { sheetDirectory, type SheetDirectory } from '../roster/sheet-directory.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { versionInForce } from '../scheme/version-in-force.ts'
import type { Observation } from './observation.ts'
import {
  bindingFor,
  carryBindings,
  isUnbound,
  type BoundRule,
  type RuleBinding,
  type VersionBindings,
} from './rule-bindings.ts'
import type { BindingSubject } from './suggest-rule.ts'

/** A version with what the office has said of its rules. */
export type VersionWithBindings = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly scheme: Scheme
  readonly chosen: readonly RuleBinding[]
}

/** Which rule an observation falls under, on its day and for its person's office then. */
export type Binder = {
  readonly ruleOf: (observation: Observation) => BoundRule
  readonly isUnbound: (observation: Observation) => boolean
}

type BoundVersion = {
  readonly bindings: VersionBindings
  readonly directory: SheetDirectory
  readonly found: Map<string, BoundRule>
}

/** Looks rules up, each subject once; an observation before the first version has none. Oldest version first. */
export function createBinder(versions: readonly VersionWithBindings[], roster: readonly Assignment[]): Binder {
  const bindings = bindingsOfVersions(versions)
  const bound = new Map<number, BoundVersion>()
  const stays = groupBy(roster, ({ staffNumber }) => staffNumber)
  const placeOf = (observation: Observation) => {
    const version = versionInForce(versions, observation.occurredOn)
    if (version === null) return null
    const known = bound.get(version.version)
    const place = known ?? {
      bindings: bindings.get(version.version) ?? { chosen: [], carried: [] },
      directory: sheetDirectory(version.scheme),
      found: new Map<string, BoundRule>(),
    }
    if (known === undefined) bound.set(version.version, place)
    const subject: BindingSubject = { ...observation, office: officeOn(stays, observation) }
    return { ...place, subject }
  }
  return {
    ruleOf: (observation) => {
      const place = placeOf(observation)
      if (place === null) return { ruleId: null, from: 'none', candidates: [] }
      const { kind, variant, level, office } = place.subject
      const key = JSON.stringify([kind, variant, level, office])
      const found = place.found.get(key) ?? bindingFor(place.bindings, place.directory, place.subject)
      place.found.set(key, found)
      return found
    },
    isUnbound: (observation) => {
      const place = placeOf(observation)
      return place !== null && isUnbound(place.bindings, place.directory, place.subject)
    },
  }
}

/** What the office said of each version, and what of its words about earlier ones goes on (沿用). */
export function bindingsOfVersions(
  versions: readonly VersionWithBindings[],
): ReadonlyMap<number, VersionBindings> {
  const bindings = new Map<number, VersionBindings>()
  let earlier: { readonly scheme: Scheme; readonly bindings: readonly RuleBinding[] } | null = null
  for (const { version, scheme, chosen } of versions.toSorted((left, right) => left.version - right.version)) {
    const carried: readonly RuleBinding[] = earlier === null ? [] : carryBindings(earlier, scheme)
    bindings.set(version, { chosen, carried })
    earlier = { scheme, bindings: [...chosen, ...carried] }
  }
  return bindings
}

/** Where the person stood on the day; null: nowhere. */
function officeOn(
  stays: ReadonlyMap<string, readonly Assignment[]>,
  { staffNumber, occurredOn }: Pick<Observation, 'staffNumber' | 'occurredOn'>,
): string | null {
  const onDay = stays
    .get(staffNumber)
    ?.find(({ from, to }) => (from === null || from <= occurredOn) && (to === null || to >= occurredOn))
  return onDay?.office ?? null
}
