import type { Stretch } from './stated-points.ts'

/** Words a text spinner put in place of others: where they stand and what they stood for. */
export type DamagedWord = { readonly stretch: Stretch; readonly original: string }

/** Each of these alone betrays a spun text: nobody writes them. */
const telling: readonly (readonly [string, string])[] = [
  ['效劳', '服务'],
  ['方案生育', '计划生育'],
  ['平安感', '安全感'],
  ['车辆平安', '车辆安全'],
  ['科学开展观', '科学发展观'],
  ['经济社会开展', '经济社会发展'],
  ['细那么', '细则'],
  ['留党查看', '留党察看'],
  ['平安生产', '安全生产'],
  ['工作工程成绩', '工作项目成绩'],
  ['工程总分值', '项目总分值'],
]

/** These are ordinary words; in a spun text they are doubtful. */
const doubtful: readonly (readonly [string, string])[] = [
  ['公共工程', '公共项目'],
  ['该工程所得分', '该项目所得分'],
  ['制度方法', '制度办法'],
  ['考核方法', '考核办法'],
  ['暂行方法', '暂行办法'],
  ['鼓励机制', '激励机制'],
  ['开展规划', '发展规划'],
  ['年度方案', '年度计划'],
  ['催促检查', '督促检查'],
  ['检查催促', '检查督促'],
  ['指导催促', '指导督促'],
  ['到达改进', '达到改进'],
  ['约束行为标准', '约束行为规范'],
  ['推开工作落实', '推动工作落实'],
  ['建立标准科学', '建立规范科学'],
  ['台帐标准整齐', '台帐规范整齐'],
]

/** Offered, never applied unasked (SPEC §2). Doubtful words count only beside telling ones. */
export function findDamagedWords(text: string): DamagedWord[] {
  const certain = telling.flatMap(([damaged, original]) => occurrences(text, damaged, original))
  if (certain.length === 0) return []
  const unsure = doubtful.flatMap(([damaged, original]) => occurrences(text, damaged, original))
  return [...certain, ...unsure].toSorted((left, right) => left.stretch.start - right.stretch.start)
}

function occurrences(text: string, damaged: string, original: string): DamagedWord[] {
  const found: DamagedWord[] = []
  for (let start = text.indexOf(damaged); start >= 0; start = text.indexOf(damaged, start + damaged.length))
    found.push({ stretch: { start, end: start + damaged.length }, original })
  return found
}
