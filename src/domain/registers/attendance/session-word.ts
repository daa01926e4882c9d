/** 上午 and 下午 of two sessions; of one or three, no word that would be wrong. */
export function sessionWord(number: number, of: number): string {
  if (of === 2) return number === 1 ? '上午' : '下午'
  return of === 1 ? '' : `第${String(number)}段`
}
