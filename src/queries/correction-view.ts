import type { CorrectionRequest } from '../commands/correction-store.ts'
import type { Subject } from '../policies/permit.ts'

/** 更正申请: what somebody asks to be put right about himself, and the office's answer. */
export type CorrectionView = Omit<CorrectionRequest, 'at' | 'answeredAt'> & {
  readonly at: string
  readonly answeredAt: string | null
  /** It is about who asks: another decides. */
  readonly isOwn: boolean
}

export function correctionView(
  { at, answeredAt, ...request }: CorrectionRequest,
  { staffNumber }: Subject,
): CorrectionView {
  return {
    ...request,
    at: at.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    isOwn: request.staffNumber === staffNumber,
  }
}
