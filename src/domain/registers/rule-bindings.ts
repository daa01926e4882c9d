import { sheetDirectory, type SheetDirectory } from '../roster/sheet-directory.ts'
import { continuedRuleIds } from '../scheme/scheme-lineage.ts'
import { placedRules, type Scheme } from '../scheme/scheme.ts'

import { readLevel } from '../ledger/level.ts'
import { kindTerms, observationKinds, type ObservationKind } from './observation-kinds.ts'
import type { Observation } from './observation.ts'
import { namedSanctions } from './sanction-words.ts'
import { suggestRule, type BindingSubject } from './suggest-rule.ts'

/** Which rule an observation falls under. variant '': of the kind as a whole. */
export type RuleBinding = {
  readonly kind: ObservationKind
  /** As `bindingVariants` writes it: 警告, 公众安全感 末位·区, 市. */
  readonly variant: string
  /** null: under none. */
  readonly ruleId: string | null
}

/**
 * How a rule was found: the office chose it for this version; it continues what the office chose for the version before,
 * and waits to be confirmed; the system suggests it; several fit equally well (open); or none does.
 */
export type BoundRule = {
  readonly ruleId: string | null
  readonly from: 'chosen' | 'carried' | 'suggested' | 'open' | 'none'
  /** Rules that fit equally well, where it is open. */
  readonly candidates: readonly string[]
}

/** What the office has said for one version, with what it said for the one before as far as that still has a rule. */
export type VersionBindings = {
  readonly chosen: readonly RuleBinding[]
  readonly carried: readonly RuleBinding[]
}

/** How a variant is written with its level: 公众安全感 末位·区; '' for the kind as a whole. */
export function bindingVariant({ variant, level }: Pick<Observation, 'variant' | 'level'>): string {
  return [variant, level].filter((name) => name !== null).join('·')
}

/**
 * The names an observation about somebody of the office may be bound under, the most particular first: with its level,
 * without, the kind as a whole; each for the office (督办@党办) before that for everybody.
 */
export function bindingVariants(
  directory: SheetDirectory | null,
  { variant, level, office }: Pick<BindingSubject, 'variant' | 'level' | 'office'>,
): readonly string[] {
  const names = [...new Set([bindingVariant({ variant, level }), variant ?? '', level ?? '', ''])]
  if (office === null) return names
  const key = directory?.officeKey(office) ?? office
  return names.flatMap((name) => [`${name}@${key}`, name])
}

/** The other way round: 公众安全感 末位·区@综治办 is a variant with its level, of an office. */
export function readBindingVariant(name: string): Pick<BindingSubject, 'variant' | 'level' | 'office'> {
  const [rest = '', office = null] = name.split('@')
  const [, variant, level] = /^(.*)·([^·]+)$/.exec(rest) ?? []
  if (variant !== undefined && level !== undefined && readLevel(level) !== null) return { variant, level, office }
  if (rest === '') return { variant: null, level: null, office }
  return readLevel(rest) === null ? { variant: rest, level: null, office } : { variant: null, level: rest, office }
}

/**
 * The rule an observation about somebody of the office falls under: the office's word before what it said of the
 * version before, that before what the words suggest; in each the more particular first. `ruleId` null with `chosen`:
 * the office said 不对应.
 */
export function bindingFor(
  { chosen, carried }: VersionBindings,
  directory: SheetDirectory,
  subject: BindingSubject,
): BoundRule {
  const variants = bindingVariants(directory, subject)
  for (const [bindings, from] of [
    [chosen, 'chosen'],
    [carried, 'carried'],
  ] as const) {
    const said = variants
      .map((variant) => bindings.find((one) => one.kind === subject.kind && one.variant === variant))
      .find((one) => one !== undefined)
    if (said !== undefined) return { ruleId: said.ruleId, from, candidates: [] }
  }
  const { ruleId, candidates } = suggestRule(directory, subject)
  if (ruleId !== null) return { ruleId, from: 'suggested', candidates: [] }
  return { ruleId: null, from: candidates.length > 0 ? 'open' : 'none', candidates }
}

/** Whether the office has said that no rule is for it: then nothing is proposed. */
export function isUnbound(
  { chosen, carried }: VersionBindings,
  directory: SheetDirectory,
  subject: BindingSubject,
): boolean {
  for (const bindings of [chosen, carried])
    for (const variant of bindingVariants(directory, subject)) {
      const said = bindings.find((one) => one.kind === subject.kind && one.variant === variant)
      if (said !== undefined) return said.ruleId === null
    }
  return false
}

/**
 * What the office said of an earlier version, for the later one: its rules by their lineage, 不对应 as it was. A binding
 * whose rule is gone is left out. The office confirms what it finds (from: 'carried').
 */
export function carryBindings(
  earlier: { readonly scheme: Scheme; readonly bindings: readonly RuleBinding[] },
  later: Scheme,
): readonly RuleBinding[] {
  if (earlier.bindings.length === 0) return []
  const continued = continuedRuleIds(earlier.scheme, later)
  return earlier.bindings.flatMap((binding) => {
    if (binding.ruleId === null) return [binding]
    const ruleId = continued.get(binding.ruleId)
    return ruleId === undefined ? [] : [{ ...binding, ruleId }]
  })
}

export type SuggestedBinding = RuleBinding & { readonly candidates: readonly string[] }

/**
 * What the words of a scheme suggest for every kind, and for the variants its own clauses tell apart: levels of a ladder,
 * kinds of sanction, ranks, and offices whose own sheet has a rule for it. In the order of the kinds. Deterministic; where several fit equally well the rule is null
 * and they are named.
 */
export function suggestBindings(scheme: Scheme): readonly SuggestedBinding[] {
  const directory = sheetDirectory(scheme)
  return observationKinds.flatMap((kind) => {
    const names = ['', ...variantsOf(scheme, kind)]
    const suggested = (variant: string) => ({
      kind,
      variant,
      ...suggestRule(directory, { kind, ...readBindingVariant(variant) }),
    })
    const ofAll = names.map(suggested)
    const known = new Set(ofAll.flatMap(({ candidates }) => candidates))
    const ofOffices = directory.offices
      .flatMap((office) => names.map((name) => suggested(`${name}@${directory.officeKey(office)}`)))
      .filter(({ candidates }) => candidates.some((ruleId) => !known.has(ruleId)))
    return [...ofAll, ...ofOffices]
  })
}

/** The variants of a kind that clauses of the scheme name. */
export function variantsOf(scheme: Scheme, kind: ObservationKind): readonly string[] {
  const { clauseWords, register } = kindTerms[kind]
  if (register !== 'superior-result' || clauseWords === null) return []
  const named = new Set<string>()
  for (const { rule } of placedRules(scheme)) {
    const words = rule.condition ?? rule.source?.quote ?? rule.sentence
    if (!clauseWords.test(words) && (kind !== 'rank' || rule.rank === undefined)) continue
    if (kind === 'sanction') for (const sanction of namedSanctions(words)) named.add(sanction)
    else if (kind === 'rank' && rule.rank !== undefined) named.add(rule.rank)
    else if ((kind === 'criticism' || kind === 'commendation') && rule.level !== undefined)
      named.add(readLevel(rule.level) ?? rule.level)
  }
  return [...named]
}
