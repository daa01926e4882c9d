import type { Observation } from '../../domain/registers/observation.ts'
import {
  bindingFor,
  carryBindings,
  isUnbound,
  type BoundRule,
  type VersionBindings,
} from '../../domain/registers/rule-bindings.ts'
import type { BindingSubject } from '../../domain/registers/suggest-rule.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import { sheetDirectory, type SheetDirectory } from '../../domain/roster/sheet-directory.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import type { SchemeVersionStore, StoredVersion } from '../draft-store.ts'
import type { RosterStore } from '../roster-store.ts'
import type { RuleBindingStore } from '../rule-binding-store.ts'

export type BinderStores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ruleBindings: RuleBindingStore
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

/** Reads versions, roster and what the office has said once; an observation before the first version has no rule. */
export async function readBinder({ versions, roster, ruleBindings }: BinderStores): Promise<Binder> {
  const adopted = await versions.list()
  const bindings = await bindingsOfVersions(adopted, ruleBindings)
  const bound = new Map<number, BoundVersion>()
  const stays = groupBy(await roster.assignments(), ({ staffNumber }) => staffNumber)
  const placeOf = (observation: Observation) => {
    const version = versionInForce(adopted, observation.occurredOn)
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
export async function bindingsOfVersions(
  adopted: readonly StoredVersion[],
  ruleBindings: RuleBindingStore,
): Promise<ReadonlyMap<number, VersionBindings>> {
  const bindings = new Map<number, VersionBindings>()
  let earlier: { readonly version: StoredVersion; readonly said: VersionBindings } | null = null
  for (const version of adopted.toSorted((left, right) => left.version - right.version)) {
    const chosen = await ruleBindings.ofVersion(version.version)
    const before = earlier === null ? [] : [...earlier.said.chosen, ...earlier.said.carried]
    const carried: VersionBindings['carried'] =
      earlier === null ? [] : carryBindings({ scheme: earlier.version.scheme, bindings: before }, version.scheme)
    const said = { chosen, carried }
    bindings.set(version.version, said)
    earlier = { version, said }
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
