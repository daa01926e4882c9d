/** Whether the scheme counts notes by words, as most do, or by pieces (篇 份 本 次). */
export function countsPieces(unit: string | undefined): boolean {
  return unit !== undefined && /[篇份本次期]/.test(unit)
}
