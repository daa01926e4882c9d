import type { AttachFileRefusal } from '../../commands/attach-file.ts'
import type { KeepFileRefusal } from '../../commands/keep-file.ts'
import type { LostFile } from '../../commands/kept-files.ts'
import { attachmentFaultSentence, type AttachmentFault } from '../../domain/review/attachment.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

export type AttachmentRefusal =
  | AttachFileRefusal
  | KeepFileRefusal
  | { readonly code: 'attachment-refused'; readonly fileName: string; readonly fault: AttachmentFault }
  | { readonly code: 'attachment-unknown' }
  | { readonly code: 'evidence-subject-unknown' }
  | { readonly code: 'evidence-not-yours' }
  /** What it would belong to was taken back. */
  | { readonly code: 'evidence-closed' }
  /** On record, and not on the disk as it was handed in. */
  | { readonly code: 'attachment-lost'; readonly fileName: string; readonly how: LostFile }

/** Each code once: one that is missing here does not compile. */
const attachmentCodes: Readonly<Record<AttachmentRefusal['code'], true>> = {
  'attachments-closed': true,
  'attachments-full': true,
  'files-disk-full': true,
  'attachment-refused': true,
  'attachment-unknown': true,
  'evidence-subject-unknown': true,
  'evidence-not-yours': true,
  'evidence-closed': true,
  'attachment-lost': true,
}

export function isAttachmentRefusal(refusal: Refusal): refusal is AttachmentRefusal {
  return Object.hasOwn(attachmentCodes, refusal.code)
}

/** Files handed in. */
export function describeAttachmentRefusal(refusal: AttachmentRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'attachments-closed':
      return answer(409, '这件事已经办结，不能再交文件。')
    case 'attachments-full':
      return answer(
        409,
        `一件事最多交 ${String(refusal.most)} 个文件，这个没有收；请把几张图合成一个 PDF 再交。`,
        'file',
      )
    case 'files-disk-full':
      return answer(409, '服务器的磁盘满了，文件没有收下；请告诉系统管理员腾出空间，再交一次。', 'file')
    case 'attachment-refused':
      return answer(422, attachmentFaultSentence(refusal.fileName, refusal.fault), 'file')
    case 'attachment-unknown':
      return answer(404, '找不到这个文件，请刷新页面。')
    case 'evidence-subject-unknown':
      return answer(404, '找不到这条登记，请刷新页面。')
    case 'evidence-not-yours':
      return answer(403, '这条不是您登记的，佐证由登记人或考核办来加。')
    case 'evidence-closed':
      return answer(409, '这条已经撤回或冲销，不再加佐证。')
    case 'attachment-lost':
      return answer(409, lostWords[refusal.how](refusal.fileName))
  }
}

const wayOut = '请系统管理员从备份恢复数据文件夹里的 files，或请提交人重新交一份。'

const lostWords: Readonly<Record<LostFile, (fileName: string) => string>> = {
  missing: (fileName) => `“${fileName}”在存放处找不到了。${wayOut}`,
  altered: (fileName) => `“${fileName}”存放以后被改动过，和交来的不是同一份，不能下载。${wayOut}`,
}
