/** What a column of a score table holds. `aside` is what scores nothing: who checks, marks left blank, remarks. */
export type ColumnKind = 'serial' | 'title' | 'points' | 'standard' | 'aside'

const longestHead = 14
/** Words that heads are made of: 考核内容, 评分标准, 责任单位. A row's own title has others (产业项目, 教育工作). */
const headWord =
  '(?:内容|项目|指标|要点|考核|考评|考察|评价|评分|评估|评定|测评|检查|计分|记分|赋分|扣分|加分|得分|完成|质量|数据|绩效|主要|具体|工作|目标|责任|任务|共性|个性|牵头|负责|配合|主管|分管|实施|提供|[一二三]级|基本|及|和|与|、|/)*'
const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  // Marks that somebody fills in, not points.
  [/^(?:自评|考评|考核|核定|审核|实际|实|抽查|评议|评定|最终|最后)得?分(?:数|值)?$/, 'aside'],
  [/^(?:序号|编号|序|项次|No\.?)$/i, 'serial'],
  [
    /^(?:各项|单项|小项|分项|标准|基准|权重|考核|计划|规定|应得|目标|指标|赋予)?(?:分值|满分|分数|配分|赋分|权重|权数|标准分|基准分|基本分|基础分|分)(?:值)?(?:\((?:分|%|\d+分?)\))?$/,
    'points',
  ],
  [
    /^(?!(?:考核|考评|评分|计分|记分|扣分|加分|得分|加减分|奖扣分|评价|赋分)说明)(?:自评|自查|本次|本季|本月|年终|考评|考核|评审)?(?:得分|实得分?|扣分|加减分|评分)$|^(?:自评|自查|考评|实评).{0,4}$|^.{0,4}(?:备注|说明|依据|来源|佐证材料|周期|频次|情况|原因|签名|签字)$/,
    'aside',
  ],
  [
    new RegExp(`^${headWord}(?:单位|部门|科室|领导|责任人|考核人|评价人|负责人|主体|考核组|站所|站办|办公室|人)$`),
    'aside',
  ],
  [new RegExp(`^${headWord}(?:标准|办法|细则|方法|方式|要求|说明|规则)$`), 'standard'],
  [new RegExp(`^${headWord}(?:项目|内容|指标|类别|类型|事项|要点|任务|名称|条目|因素|要素|工作|类)$`), 'title'],
]

/** What a cell that heads a column says of it; null when it is no column head. */
export function columnKindOf(cell: string): ColumnKind | null {
  const words = cell.replace(/\s/g, '')
  if (words === '' || words.length > longestHead || /[,。;:]/.test(words)) return null
  if (/\d/.test(words.replace(/\(\d+分?\)$/, ''))) return null
  return kinds.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** Whether the heads of a row are those of a score table: points, and what they are for. */
export function isTableHead(heads: readonly (ColumnKind | null)[]): boolean {
  return heads.includes('points') && heads.some((kind) => kind === 'title' || kind === 'standard')
}

const totalHead = /^(?:合\s*计|总\s*计|小\s*计|总\s*分|共\s*计|总得分|满分)(?:得?分)?(?:\(|:|$)/

/** 合计, 总分: the row that sums the table. */
export function isTotalCell(cell: string): boolean {
  return totalHead.test(cell.trim())
}
