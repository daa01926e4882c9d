import type { KeepHeadRefusal } from '../../commands/keep-head.ts'
import { townMoment } from '../../domain/primitives/local-date.ts'
import type { ReceiptRefusal } from '../../queries/read-receipt.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** A printed head that cannot be read. */
export type PrintedHeadRefusal = { readonly code: 'printed-head-unreadable' }

export type ProofRefusal =
  | KeepHeadRefusal
  | PrintedHeadRefusal
  | Exclude<ReceiptRefusal, { readonly code: 'entry-unknown' }>

/** Each code once: one that is missing here does not compile. */
const proofCodes: Readonly<Record<ProofRefusal['code'], true>> = {
  'log-empty': true,
  'log-rewritten': true,
  'printed-head-unreadable': true,
  'receipt-of-others': true,
}

export function isProofRefusal(refusal: Refusal): refusal is ProofRefusal {
  return Object.hasOwn(proofCodes, refusal.code)
}

/** 台账核验. */
export function describeProofRefusal(refusal: ProofRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'log-empty':
      return answer(422, '台账里还没有内容，登记了记录或通过了方案以后再留存。')
    case 'log-rewritten':
      return answer(
        409,
        `没有留存：今天的台账接不上${refusal.by}在${townMoment(refusal.keptAt.getTime())}留存的校验码（共${String(refusal.size)}条），那以前的内容被改过或被截掉了。请保留手上的校验码，用“全部核对”找出是哪一条，并报告区级。`,
      )
    case 'printed-head-unreadable':
      return answer(422, '校验码应是20位（或全部64位）的0–9、a–f，四位一组，请照着纸上的逐组填写。', 'head')
    case 'receipt-of-others':
      return answer(403, '回执只给登记人和记录所说的本人。')
  }
}
