import fc from 'fast-check'
import type { FileRule } from './oracle-charges.ts'
import type { Town } from './town.ts'
import type { SchemeFile } from '../../src/domain/scheme/scheme.ts'

/** Towns in which the scheme changed within the year: the earlier version has other figures in about half of its rules. */
export function withEarlierVersion(towns: fc.Arbitrary<Town>): fc.Arbitrary<Town> {
  return fc
    .record({
      town: towns,
      day: fc.constantFrom('02-11', '05-16', '07-01', '10-01'),
      by: fc.array(fc.nat({ max: 999 }), { minLength: 30, maxLength: 30 }),
    })
    .map(({ town, day, by }) => ({
      ...town,
      earlier: { until: `${String(town.year)}-${day}`, scheme: withOtherFigures(town.scheme, by) },
    }))
}

function withOtherFigures(scheme: SchemeFile, by: readonly number[]): SchemeFile {
  let place = 0
  const changed = (rules: readonly FileRule[] | undefined): FileRule[] =>
    (rules ?? []).map((rule) => {
      place += 1
      return otherFigures(rule, by[place % by.length] ?? 0)
    })
  return {
    ...scheme,
    categories: scheme.categories.map((category) => ({
      ...category,
      sheets: (category.sheets ?? []).map((sheet) => ({
        ...sheet,
        items: (sheet.items ?? []).map((item) => ({ ...item, rules: changed(item.rules) })),
      })),
    })),
    rewards: changed(scheme.rewards),
    vetoes: changed(scheme.vetoes),
  }
}

/** Points, yuan, grace, steps, caps and targets; what is done about which deed stays. */
function otherFigures(rule: FileRule, number: number): FileRule {
  if (number % 2 === 0) return rule
  const { points, yuan, grace, per, cap, shortfall, uncapped } = rule
  const windows = ['month', 'quarter', 'year'] as const
  return {
    ...rule,
    ...(typeof points === 'number' ? { points: atHundredths(points + 1 + (number % 3)) } : {}),
    ...(typeof yuan === 'number' ? { yuan: atHundredths(yuan + 5) } : {}),
    ...(grace === undefined
      ? {}
      : { grace: { count: 1 + (number % 5), window: windows[number % 3] ?? grace.window } }),
    ...(per === undefined ? {} : { per: 1 + (number % 4) }),
    cap: cap === undefined || number % 5 === 0 ? undefined : cap + (number % 3) - 0.5,
    ...(uncapped === true && number % 7 === 0 ? { uncapped: undefined } : {}),
    ...(shortfall === undefined
      ? {}
      : {
          shortfall: {
            ...shortfall,
            target: shortfall.target + (number % 4),
            step: shortfall.step * (1 + (number % 2)),
          },
        }),
  }
}

/** 1.61, not 1.6099999999999999. */
function atHundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}
