import type { ComplaintThrottled } from '../../commands/count-complaint.ts'
import type { KeepComplaintRefusal } from '../../commands/registers/keep-complaints.ts'
import { quotedCharacters } from '../../domain/registers/complaint/find-leak.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** 投诉举报, and its public form. */
export type ComplaintFormRefusal =
  | KeepComplaintRefusal
  | ComplaintThrottled
  | { readonly code: 'complaint-form-closed' }
  /** Rows with faults: what they say is not kept with an answer, as a report would be. */
  | { readonly code: 'complaint-sheet-faulty'; readonly rows: number }
  | { readonly code: 'complaint-receipt-unknown' }

/** Each code once: one that is missing here does not compile. */
const complaintCodes: Readonly<Record<ComplaintFormRefusal['code'], true>> = {
  'complaint-not-now': true,
  'complaint-has-receipt': true,
  'complaint-found-ahead': true,
  'complaint-leaks': true,
  'complaint-unknown': true,
  'complaint-changed': true,
  'complaint-about-oneself': true,
  'complaint-person-unknown': true,
  'complaint-received-ahead': true,
  'complaint-number-known': true,
  'complaint-sheet-faulty': true,
  'complaint-throttled': true,
  'complaint-form-closed': true,
  'complaint-receipt-unknown': true,
}

export function isComplaintRefusal(refusal: { readonly code: string }): refusal is ComplaintFormRefusal {
  return Object.hasOwn(complaintCodes, refusal.code)
}

export function describeComplaintRefusal(refusal: ComplaintFormRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'complaint-not-now':
      return answer(409, '这件投诉举报现在不能这样办，可能别人刚办过；请刷新页面再看。')
    case 'complaint-has-receipt':
      return answer(422, '网上交来的，对方凭回执来问，不能撤回；请核实后写明结论。')
    case 'complaint-found-ahead':
      return answer(422, `事情发生的日期还没有到（今天是${refusal.today}），请核对。`, 'taken.occurredOn')
    case 'complaint-leaks':
      return answer(422, leakWords(refusal), 'taken.found')
    case 'complaint-unknown':
      return answer(404, '找不到这件投诉举报，请回到列表。')
    case 'complaint-changed':
      return answer(409, '这件投诉举报刚被别人办过，没有保存。请刷新页面再看。')
    case 'complaint-about-oneself':
      return answer(403, '反映的是您本人，应当回避，请由另一位纪检人员办理。')
    case 'complaint-person-unknown':
      return answer(422, `花名册里没有工号${refusal.staffNumber}，请重新选择人员。`, 'taken.staffNumbers')
    case 'complaint-received-ahead':
      return answer(422, `收到的日期还没有到（今天是${refusal.today}），请核对。`, 'receivedOn')
    case 'complaint-number-known':
      return answer(409, '这个编号已经登记过，请在列表里找到那一件；编号写错的请改正。', 'number')
    case 'complaint-sheet-faulty':
      return answer(
        422,
        `表里有 ${String(refusal.rows)} 行有问题，什么都没有导入；请重新上传核对，改好再导入，或只导入没有问题的。`,
      )
    case 'complaint-throttled':
      return answer(429, `提交得太多了，请等${waitWords(refusal.waitSeconds)}再试。您写的内容还在页面上。`)
    case 'complaint-form-closed':
      return answer(404, '这里没有开放网上投诉举报。请核对网址，或者来信、来访、打电话反映。')
    case 'complaint-receipt-unknown':
      return answer(404, '没有这个回执编号，请对照回执逐字核对。', 'receipt')
  }
}

function leakWords({ what }: Extract<ComplaintFormRefusal, { code: 'complaint-leaks' }>): string {
  if (what === 'words')
    return `“查明的情况”里有连着${String(quotedCharacters)}个字和举报原话一样。这段话会给考核办和被反映人看，请用自己的话写查明了什么。`
  const secret = { name: '举报人的姓名', contact: '举报人的联系方式', number: '转办单的编号' }[what]
  return `“查明的情况”里写了${secret}。这段话会给考核办和被反映人看，请删去。`
}

function waitWords(seconds: number): string {
  return seconds < 60 ? `${String(seconds)}秒` : `${String(Math.ceil(seconds / 60))}分钟`
}
