import type { ProceedingView } from '../../../http/contract/proceedings.ts'

/** What may be done in a discretionary deduction. */
export function DiscretionSteps({ proceeding }: { readonly proceeding: ProceedingView }) {
  return proceeding.isOpen ? null : null
}
