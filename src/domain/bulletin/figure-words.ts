import { formatHundredths, type Centipoints } from '../primitives/centipoints.ts'
import { formatYuan, type Fen } from '../primitives/fen.ts'

/** Figures as tables on paper have them: two decimals, a true minus sign, words for what is not there. */

/** 96.50; 待评 where a part is not yet assessed. */
export function pointsWords(points: Centipoints | null): string {
  return points === null ? '待评' : formatHundredths(points).replace('-', '−')
}

/** +1.00, −2.50, 0.00. */
export function changeWords(points: Centipoints): string {
  return points > 0 ? `+${formatHundredths(points)}` : pointsWords(points)
}

/** 1,234.50. */
export function yuanWords(amount: Fen): string {
  return formatYuan(amount).replace('-', '−')
}

/** +12.00, −3.00: 补发 and 追扣. */
export function yuanChangeWords(amount: Fen): string {
  return amount > 0 ? `+${formatYuan(amount)}` : yuanWords(amount)
}

/** Names that tell people apart without their numbers: 张三, of two 张三 their offices, within one office 张三（党办·2）. */
export function tellApart(
  people: readonly { readonly name: string; readonly office: string }[],
): readonly string[] {
  const count = (of: (one: { name: string; office: string }) => boolean) => people.filter(of).length
  return people.map(({ name, office }, place) => {
    if (count((one) => one.name === name) === 1) return name
    const isSame = (one: { name: string; office: string }) => one.name === name && one.office === office
    if (count(isSame) === 1) return `${name}（${office}）`
    return `${name}（${office}·${String(people.slice(0, place + 1).filter(isSame).length)}）`
  })
}
