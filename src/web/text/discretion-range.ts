import { quantityText } from './figure.ts'

/** 在5到10分之间 / 不少于5分 / 不超过10分 / 大于0. */
export function discretionRange(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `在${quantityText(min, null)}到${quantityText(max, '分')}之间`
  if (min !== null) return `不少于${quantityText(min, '分')}`
  return max === null ? '大于0' : `大于0且不超过${quantityText(max, '分')}`
}
