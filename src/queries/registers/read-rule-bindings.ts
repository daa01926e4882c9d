import type { SchemeVersionStore } from '../../commands/draft-store.ts'
import type { ProposedEntryStore } from '../../commands/proposed-entry-store.ts'
import type { RuleBindingStore } from '../../commands/rule-binding-store.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { bindingsOfVersions } from '../../domain/registers/binder.ts'
import { kindTerms, observationKinds, type ObservationKind } from '../../domain/registers/observation-kinds.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import {
  bindingFor,
  bindingVariant,
  readBindingVariant,
  suggestBindings,
  type BoundRule,
} from '../../domain/registers/rule-bindings.ts'
import { sheetDirectory } from '../../domain/roster/sheet-directory.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { readVersions } from './read-binder.ts'
import { proposedRule, type ProposedRule } from './proposed-entry-view.ts'

export type RuleBindingRow = {
  readonly kind: ObservationKind
  readonly kindTitle: string
  readonly register: RegisterId
  /** '' is the kind as a whole; with @ an office's own. */
  readonly variant: string
  readonly ruleId: string | null
  readonly from: BoundRule['from']
  /** Rules that fit equally well, where it is open. */
  readonly candidates: readonly string[]
  /** Open proposals under this name. */
  readonly waiting: number
}

export type BoundRuleChoice = ProposedRule & { readonly sheetTitle: string; readonly office: string | null }

export type RuleBindings = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly versions: readonly { readonly version: number; readonly effectiveFrom: LocalDate }[]
  readonly rows: readonly RuleBindingRow[]
  /** Every rule of the version, in the order of the text. */
  readonly rules: readonly BoundRuleChoice[]
}

type Stores = {
  readonly versions: SchemeVersionStore
  readonly ruleBindings: RuleBindingStore
  readonly proposedEntries: ProposedEntryStore
}

/**
 * Which rule each kind of fact falls under in a version: by default the one in force today. Besides the kinds and the
 * variants that clauses tell apart, every name that was bound or that something open stands under. null: no such version.
 */
export async function readRuleBindings(
  { versions, ruleBindings, proposedEntries }: Stores,
  asked: number | null,
  today: LocalDate,
): Promise<RuleBindings | null> {
  const adopted = await versions.list()
  const version =
    asked === null
      ? (versionInForce(adopted, today) ?? adopted.at(-1) ?? null)
      : (adopted.find((one) => one.version === asked) ?? null)
  if (version === null) return null
  const bindings = bindingsOfVersions(await readVersions({ versions, ruleBindings })).get(version.version) ?? {
    chosen: [],
    carried: [],
  }
  const directory = sheetDirectory(version.scheme)
  const open = (await proposedEntries.list({ states: ['open'] })).filter(
    ({ observation }) => versionInForce(adopted, observation.occurredOn) === version,
  )
  const waiting = new Map<string, number>()
  for (const { observation } of open) {
    const name = nameOf(observation.kind, bindingVariant(observation))
    waiting.set(name, (waiting.get(name) ?? 0) + 1)
  }
  const names = new Set([
    ...[...suggestBindings(version.scheme), ...bindings.chosen, ...bindings.carried].map(({ kind, variant }) =>
      nameOf(kind, variant),
    ),
    ...waiting.keys(),
  ])
  const rows = observationKinds.flatMap((kind) =>
    [...names]
      .filter((name) => name.startsWith(`${kind} `))
      .map((name) => name.slice(kind.length + 1))
      .map((variant): RuleBindingRow => {
        const { title, register } = kindTerms[kind]
        const bound = bindingFor(bindings, directory, { kind, ...readBindingVariant(variant) })
        const count = waiting.get(nameOf(kind, variant)) ?? 0
        return { kind, kindTitle: title, register, variant, ...bound, waiting: count }
      }),
  )
  return {
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    versions: adopted.map((one) => ({ version: one.version, effectiveFrom: one.effectiveFrom })),
    rows,
    rules: [...directory.ruleById.values()].map((placed) => ({
      ...proposedRule(placed),
      sheetTitle: placed.sheet?.title ?? '',
      office: placed.sheet?.office ?? null,
    })),
  }
}

function nameOf(kind: ObservationKind, variant: string): string {
  return `${kind} ${variant}`
}
