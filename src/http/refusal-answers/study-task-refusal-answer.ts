import type { FileStudyRefusal } from '../../commands/registers/file-study-note.ts'
import type { RecordRefusal } from '../../commands/registers/record-refusal.ts'
import { studyStates, wordsWords } from '../../domain/registers/study/study-record.ts'
import type { StudyRefusal } from '../../domain/registers/study/study-steps.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import { taskStates } from '../../domain/registers/task/task-record.ts'
import type { TaskRefusal } from '../../domain/registers/task/task-steps.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'
import { describeRecordRefusal } from './record-refusal-answer.ts'

/** 政治学习 and 督办任务. */
export type StudyTaskRefusal =
  | Exclude<FileStudyRefusal, RecordRefusal>
  | StudyRefusal
  | TaskRefusal
  /** One of several: none was checked. */
  | {
      readonly code: 'study-checks-refused'
      readonly summary: string
      readonly refusal: StudyRefusal | RecordRefusal
    }
  /** A deputy judges what he assigned himself. */
  | { readonly code: 'task-not-assigned-by-you' }

/** Each code once: one that is missing here does not compile. */
const codes: Readonly<Record<StudyTaskRefusal['code'], true>> = {
  'study-no-person': true,
  'study-state': true,
  'study-words-missing': true,
  'study-words-counted': true,
  'study-checks-refused': true,
  'task-state': true,
  'task-step-unfit': true,
  'task-own': true,
  'task-nothing-to-judge': true,
  'task-words-missing': true,
  'task-new-deadline-missing': true,
  'task-deadline-not-later': true,
  'task-day-outside': true,
  'task-report-ahead': true,
  'task-report-before': true,
  'task-handings-full': true,
  'task-not-assigned-by-you': true,
}

export function isStudyTaskRefusal(refusal: { readonly code: string }): refusal is StudyTaskRefusal {
  return Object.hasOwn(codes, refusal.code)
}

export function describeStudyTaskRefusal(refusal: StudyTaskRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'study-no-person':
      return answer(409, '您的账号不在花名册上，不能交读书笔记；如有需要请联系考核办。')
    case 'study-state':
      return answer(
        409,
        `这篇笔记${stateWords({ states: studyStates }, refusal.state)}，不能再这样办，请刷新再看。`,
      )
    case 'study-words-missing':
      return answer(422, '图片和扫描件的字数系统数不出来，请核对后填写字数。', 'words')
    case 'study-words-counted':
      return answer(422, `字数由系统清点为${wordsWords(refusal.words)}，不能另填；内容不对请退回重交。`, 'words')
    case 'study-checks-refused': {
      const { summary, refusal: one } = refusal
      const said = isStudyTaskRefusal(one) ? describeStudyTaskRefusal(one) : describeRecordRefusal(one)
      const which = summary === '' ? '' : `“${summary}”：`
      return answer(said.status, `${which}${said.message}一篇也没有核对。`)
    }
    case 'task-state':
      return answer(
        409,
        `这件任务${stateWords({ states: taskStates }, refusal.state)}，不能再这样办，请刷新再看。`,
      )
    case 'task-step-unfit':
      return answer(409, '这一类任务没有这个步骤，请刷新再看。')
    case 'task-own':
      return answer(409, '责任人里有您本人，须由别人来评定。')
    case 'task-nothing-to-judge':
      return answer(409, '没有待评定的：还没有交，或者别人刚评定过；请刷新再看。')
    case 'task-words-missing':
      return answer(422, '不合格或退回，请写明原因。', 'words')
    case 'task-new-deadline-missing':
      return answer(422, '期限已过，退回时请同时给一个新的截止日期，免得责任人无从按时。', 'last')
    case 'task-deadline-not-later':
      return answer(422, `新的期限要晚于现在的期限（${refusal.last}）。`, 'last')
    case 'task-day-outside':
      return answer(422, `交来的日期须在${refusal.first}至${refusal.last}之间。`, 'day')
    case 'task-report-ahead':
      return answer(422, '上报的时刻还没有到，请核对。', 'on')
    case 'task-report-before':
      return answer(422, '上报不能早于发生，请核对。', 'on')
    case 'task-handings-full':
      return answer(409, `一件任务最多交${String(refusal.most)}次，请另立一件。`)
    case 'task-not-assigned-by-you':
      return answer(409, '这件任务不是您交办的，由考核办、主要领导或交办人评定。')
  }
}
