import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import type { RulePlace } from '../../../../domain/scheme/edits/edit-schema.ts'
import type { Item, OfficeSheet, Rule, Scheme } from '../../../../domain/scheme/scheme.ts'

/** One place up or down among its own; null at the edge. */
export type Moves = { readonly up: SchemeEdit | null; readonly down: SchemeEdit | null }

export function movesOfItem(sheet: OfficeSheet, item: Item): Moves {
  return movesAmong(sheet.items, item.id, (before) => ({
    act: 'move-item',
    item: item.id,
    sheet: sheet.id,
    before,
  }))
}

export function movesOfRule(scheme: Scheme, rule: Rule, place: RulePlace): Moves {
  const rules =
    place === 'rewards'
      ? scheme.rewards
      : place === 'vetoes'
        ? scheme.vetoes
        : (itemsOf(scheme).find(({ id }) => id === place.item)?.rules ?? [])
  return movesAmong(rules, rule.id, (before) => ({ act: 'move-rule', rule: rule.id, place, before }))
}

/** Where a rule stands now. */
export function placeOfRule(scheme: Scheme, ruleId: string): RulePlace {
  if (scheme.rewards.some(({ id }) => id === ruleId)) return 'rewards'
  if (scheme.vetoes.some(({ id }) => id === ruleId)) return 'vetoes'
  const item = itemsOf(scheme).find(({ rules }) => rules.some(({ id }) => id === ruleId))
  return item === undefined ? 'rewards' : { item: item.id }
}

function itemsOf(scheme: Scheme): readonly Item[] {
  return scheme.categories.flatMap(({ sheets }) => sheets).flatMap(({ items }) => items)
}

function movesAmong(
  parts: readonly { readonly id: string }[],
  id: string,
  move: (before: string | null) => SchemeEdit,
): Moves {
  const at = parts.findIndex((part) => part.id === id)
  const above = parts[at - 1]
  const below = parts[at + 1]
  return {
    up: above === undefined ? null : move(above.id),
    down: below === undefined ? null : move(parts[at + 2]?.id ?? null),
  }
}
