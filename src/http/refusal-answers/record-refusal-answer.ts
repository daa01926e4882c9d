import type { RecordRefusal } from '../../commands/registers/record-refusal.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Each code once: one that is missing here does not compile. */
const recordCodes: Readonly<Record<RecordRefusal['code'], true>> = {
  'record-person-unknown': true,
  'record-office-unknown': true,
  'record-faulty': true,
  'record-about-oneself': true,
  'record-known': true,
  'record-unknown': true,
  'record-withdrawn-already': true,
  'record-changed': true,
}

export function isRecordRefusal(refusal: Refusal): refusal is RecordRefusal {
  return Object.hasOwn(recordCodes, refusal.code)
}

/** Lines of the daily registers. */
export function describeRecordRefusal(refusal: RecordRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'record-person-unknown':
      return answer(422, `花名册里没有工号 ${refusal.staffNumber}，请核对。`, 'staffNumber')
    case 'record-office-unknown':
      return answer(422, `花名册里没有办公室“${refusal.office}”，请核对。`, 'office')
    case 'record-faulty':
      return answer(422, refusal.message, refusal.place)
    case 'record-about-oneself':
      return answer(409, '这一条记的是您本人，须由别人来登记和修改。')
    case 'record-known':
      return answer(409, `这件事已经登记过了：${refusal.summary}。要改请到列表里打开那一条。`)
    case 'record-unknown':
      return answer(404, '找不到这条登记，请刷新列表。')
    case 'record-withdrawn-already':
      return answer(409, '这条登记已经撤回，不能再改，请刷新列表。')
    case 'record-changed':
      return answer(409, `这条登记刚被${refusal.by}改过，没有保存。请刷新后看清现在的内容再改。`)
  }
}
