/**
 * The unit words a clause may count or measure in, as the reader recognises them and the renderer writes them
 * without quotation marks. Longer words first, so that 人次 is never read as 人.
 */
export const unitWords = [
  '个百分点',
  '百分点',
  '个工作日',
  '工作日',
  '万元',
  '亿元',
  '公里',
  '公斤',
  '个小时',
  '个季度',
  '个自然月',
  '人次',
  '件次',
  '场次',
  '课时',
  '学时',
  '小时',
  '分钟',
  '个月',
  '季度',
  '小项',
  '个点',
  '次',
  '件',
  '起',
  '例',
  '篇',
  '期',
  '项',
  '人',
  '户',
  '天',
  '日',
  '字',
  '元',
  '条',
  '家',
  '处',
  '份',
  '场',
  '名',
  '月',
  '季',
  '年',
  '周',
  '位',
  '村',
  '宗',
  '单',
  '回',
  '批',
  '亩',
  '种',
  '台',
  '吨',
  '头',
  '座',
  '所',
  '辆',
  '页',
  '轮',
  '班',
  '桩',
  '个',
  '%',
] as const

const writtenAs: Readonly<Record<string, string>> = {
  百分点: '个百分点',
  个点: '个百分点',
  '%': '个百分点',
  日: '天',
  个小时: '小时',
  小项: '项',
  季: '季度',
  个季度: '季度',
  工作日: '个工作日',
}

/** One spelling per unit: 日 is 天, 1% is 1个百分点. */
export function canonicalUnit(word: string): string {
  return writtenAs[word] ?? word
}

/** Whether the reader knows the unit in this spelling, so that a sentence may write it without quotation marks. */
export function isKnownUnit(unit: string): boolean {
  return canonicalUnit(unit) === unit && (unitWords as readonly string[]).includes(unit)
}
