import type { Charged, Outcome } from './outcome.ts'

/** 一票否决, 取消评优: a consequence outside points; shown, and no figure moves. */
export function vetoes({ steps }: Charged): Outcome {
  return steps === 0 ? { does: 'nothing' } : { does: 'veto' }
}
