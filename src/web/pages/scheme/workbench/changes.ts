import { hasSuggestedRaters } from '../../../../domain/scheme/rater-groups.ts'
import type { Category, Origin, Scheme } from '../../../../domain/scheme/scheme.ts'
import { wholeScheme, type Focus } from './text-marks.ts'

/** Something of the scheme that was not read from the text as it stands. */
export type Change = {
  readonly origin: Exclude<Origin, 'text'>
  readonly focus: Focus
  /** Where it stands: 业务工作 › 农业办. */
  readonly place: string
  /** Its own words, or what of the whole it is. */
  readonly words: string | WholeMatter
}
export type WholeMatter = { readonly matter: 'yearly' | 'rollUps' | 'pay' | 'raters' }

/**
 * Everything a person made or changed, and every default the text leaves open, in the order of the scheme. A part made
 * by hand stands for what it holds: its items and rules are listed only where the part itself is the text's.
 */
export function changesOf(scheme: Scheme, hasText: boolean): readonly Change[] {
  const changes: Change[] = []
  const add = (origin: Origin | undefined, focus: Focus, place: readonly string[], words: Change['words']) => {
    if (origin === 'person' || origin === 'default')
      changes.push({ origin, focus, place: place.join(' › '), words })
  }
  if (scheme.window === undefined) add('default', wholeScheme, [], { matter: 'yearly' })
  if (!hasText) {
    for (const category of scheme.categories)
      if (hasSuggestedRaters(category))
        add('default', { kind: 'category', id: category.id }, [category.title], { matter: 'raters' })
    return changes
  }
  for (const category of scheme.categories) {
    const focus: Focus = { kind: 'category', id: category.id }
    if (hasSuggestedRaters(category)) add('default', focus, [category.title], { matter: 'raters' })
    else add(category.origin, focus, [], category.title)
    if (isHandMade(category)) continue
    for (const sheet of category.sheets) {
      add(sheet.origin, { kind: 'sheet', id: sheet.id }, [category.title], sheet.office ?? sheet.title)
      if (isHandMade(sheet)) continue
      const place = [category.title, sheet.office].filter((part) => part !== null)
      for (const item of sheet.items) {
        add(item.origin, { kind: 'item', id: item.id }, place, item.title)
        if (isHandMade(item)) continue
        for (const rule of item.rules)
          add(rule.origin, { kind: 'rule', id: rule.id }, [...place, item.title], rule.sentence)
      }
    }
  }
  for (const rule of [...scheme.rewards, ...scheme.vetoes])
    add(rule.origin, { kind: 'rule', id: rule.id }, [], rule.sentence)
  for (const rollUp of scheme.rollUps)
    if (rollUp.source === null) {
      add('person', wholeScheme, [], { matter: 'rollUps' })
      break
    }
  if (scheme.pay !== null && scheme.pay !== undefined && scheme.pay.source === null)
    add('person', wholeScheme, [], { matter: 'pay' })
  return changes
}

function isHandMade({ origin, source }: Pick<Category, 'origin' | 'source'>): boolean {
  return origin === 'person' && (source === null || source === undefined)
}
