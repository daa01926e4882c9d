import { townMoment } from '../../domain/primitives/local-date.ts'
import { gatheringKindWords, gatheringStates } from '../../domain/registers/gathering/gathering-record.ts'
import type { Attendance, GatheringView } from './read-gathering.ts'

const statusWords: Readonly<Record<Attendance['status'], string>> = {
  'on-time': '到会',
  late: '迟到',
  'on-leave': '请假',
  excused: '有事',
  missing: '未到',
}

/** Who was called to one gathering and who came, a person a row; once the roll is closed, who is missing was absent. */
export function gatheringSheet({
  gathering,
  attendance,
}: {
  readonly gathering: GatheringView
  readonly attendance: readonly Attendance[]
}) {
  const { day, startsAt, kind, title, place, state } = gathering
  const isEnded = state === 'ended'
  const where = place === null ? '' : `　${place}`
  const stateWords = isEnded ? gatheringStates.ended : gatheringStates.called
  const { calledCount, cameCount, lateCount, excusedCount, missingCount } = gathering
  const missingWords = isEnded ? '缺席' : statusWords.missing
  return {
    title: `${title} ${day} 签到表`,
    sheets: [
      {
        title: '签到表',
        preface: [
          `${gatheringKindWords[kind]}：${title}`,
          `${day} ${startsAt}${where}　${stateWords}`,
          `应到${String(calledCount)}人，实到${String(cameCount)}人，其中迟到${String(lateCount)}人；请假等${String(excusedCount)}人，${missingWords}${String(missingCount)}人`,
        ],
        header: ['工号', '姓名', '办公室', '到会情况', '签到时间', '签到方式', '迟到分钟', '原因'],
        rows: attendance.map(({ staffNumber, name, office, status, signedIn, minutesLate, reason }) => [
          staffNumber,
          name,
          office,
          status === 'missing' ? missingWords : statusWords[status],
          signedIn?.how === 'code' ? townMoment(new Date(signedIn.at).getTime()).slice(0, 16) : '',
          signedIn === null ? '' : signedIn.how === 'code' ? '扫码' : '点名',
          minutesLate === 0 ? '' : String(minutesLate),
          reason ?? '',
        ]),
      },
    ],
  }
}
