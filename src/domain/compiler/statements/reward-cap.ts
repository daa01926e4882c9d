import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { readNumeral } from '../clauses/numerals.ts'
import type { Section } from '../section.ts'
import type { Stretch } from '../stated-points.ts'

/** A limit on additions that stands over more than one clause. */
export type StatedLimit = {
  readonly points: Centipoints
  /** sum: of all that the section adds together; each: of every clause of it by itself. */
  readonly reach: 'sum' | 'each'
  readonly words: Stretch
  /** The heading under which it stands. */
  readonly section: Section
}

const figure = '(\\d{1,4}(?:\\.\\d{1,2})?|[一二三四五六七八九十]{1,3})'
const atMost =
  '(?:不(?:得|能|可|再)?(?:超过|超出|高于|突破)|(?:最高|最多|上限|封顶|限额)(?:为|是|加|计|不超过|不得超过)?|以)'
const each = new RegExp(
  `(?:加分项)?(?:单项|每项|单次|每一项|单个项目|同一项)(?:加分|奖励分|得分|奖励)?(?:最高|最多|累计)?${atMost}${figure}分`,
  'g',
)
const sum = new RegExp(
  `(?:(?:以上|本|上述|各|各类|该|总|所有|全部|年度|全年|个人|年度内|附加)(?:项|条)?)*(?:累计|合计)?(?:加分|奖励加分|奖励分|附加分|奖分)(?:项目|项|分值|事项)?(?:全年|年度内?|年内|当年|每年|一年内?)?(?:总额|总分|总和|总计|累计|合计|总共|部分|上限|分值)?(?:最高|最多)?${atMost}${figure}分(?:为限|为上限|封顶|为止)?`,
  'g',
)
const inHeading = new RegExp(
  `\\((?:累计|合计|总分|加分|本项|该项)?(?:加分)?(?:最高|最多|不超过|上限|封顶|限)(?:不超过|为|加|计)?${figure}分\\)`,
  'g',
)
const rewardTitle = /加分|奖励|附加分|奖分|奖惩/

/** 加分最高不超过10分, 累计加分以20分为限, 单项加分不超过5分: limits over a section of rewards, in the order of the text. */
export function findRewardLimits(text: string, section: Section): StatedLimit[] {
  return limitsUnder(text, section, null)
}

/** `reward` is the nearest heading above that speaks of additions: limits below it hold for all of them. */
function limitsUnder(text: string, section: Section, reward: Section | null): StatedLimit[] {
  // 3、加分总额不超过15分。 below a heading of additions heads nothing: it is one more sentence there.
  const isSentence = reward !== null && section.children.length === 0 && section.blocks.length === 0
  const owner = rewardTitle.test(section.title) && !isSentence ? section : reward
  const deeper = section.children.flatMap((child) => limitsUnder(text, child, owner))
  if (owner === null) return deeper
  const headed: readonly (readonly [RegExp, StatedLimit['reach']])[] = [
    [inHeading, 'sum'],
    [sum, 'sum'],
  ]
  const words = [
    ...(owner === section ? limitsIn(text, section.heading, headed) : []),
    ...(isSentence ? standing(text, section.heading) : []),
    ...section.blocks.flatMap((block) => standing(text, block)),
  ]
  return [...words.map((limit) => ({ ...limit, section: owner })), ...deeper]
}

/** Limits that a sentence of their own states, not those at the end of a clause that they limit alone. */
function standing(text: string, block: Stretch): Omit<StatedLimit, 'section'>[] {
  return limitsIn(text, block, [
    [each, 'each'],
    [sum, 'sum'],
  ]).filter(({ words }) => {
    const start =
      Math.max(
        text.lastIndexOf('。', words.start),
        text.lastIndexOf('\n', words.start),
        text.lastIndexOf(';', words.start),
        block.start - 1,
      ) + 1
    return !/[加奖]\d|[加奖][一二三四五六七八九十]+分/.test(text.slice(start, words.start))
  })
}

function limitsIn(
  text: string,
  { start, end }: Stretch,
  patterns: readonly (readonly [RegExp, StatedLimit['reach']])[],
): Omit<StatedLimit, 'section'>[] {
  const found: Omit<StatedLimit, 'section'>[] = []
  for (const [pattern, reach] of patterns)
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const words = { start: start + match.index, end: start + match.index + match[0].length }
      const hundredths = readNumeral(match[1] ?? '')
      const isTaken = found.some((other) => other.words.start < words.end && words.start < other.words.end)
      if (hundredths !== null && !isTaken) found.push({ points: centipoints(hundredths), reach, words })
    }
  return found.toSorted((left, right) => left.words.start - right.words.start)
}
