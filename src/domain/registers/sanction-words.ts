/** 党纪政纪处分 from light to grave; what stands in one line weighs the same. */
const gravity = [
  ['警告'],
  ['严重警告', '记过'],
  ['记大过'],
  ['降级', '降低岗位等级'],
  ['撤职', '撤销党内职务'],
  ['留党察看'],
  ['开除', '开除党籍'],
] as const

const names = gravity.flat().toSorted((left, right) => right.length - left.length)

/** The sanctions that words name, each as it stands, 严重警告 not as 警告 too. */
export function namedSanctions(words: string): readonly string[] {
  const found: string[] = []
  let left = words
  for (const name of names) {
    if (!left.includes(name)) continue
    found.push(name)
    left = left.replaceAll(name, '、')
  }
  return found
}

/**
 * How closely words that name sanctions speak of this one: 0 by its name; else by how many grades the nearest 某以上
 * lies below it; null: not at all. Words that name none speak of every sanction, less closely than any that does.
 */
export function sanctionDistance(words: string, sanction: string): number | null {
  const [asked] = namedSanctions(sanction)
  const named = namedSanctions(words)
  if (named.length === 0) return gravity.length
  if (asked === undefined) return null
  if (named.includes(asked)) return 0
  if (!/以上/.test(words)) return null
  const below = named.map((name) => gradeOf(asked) - gradeOf(name)).filter((distance) => distance >= 0)
  return below.length === 0 ? null : Math.min(...below)
}

function gradeOf(name: string): number {
  return gravity.findIndex((line) => line.some((one) => one === name))
}
