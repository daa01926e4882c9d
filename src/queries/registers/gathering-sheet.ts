import { townMoment } from '../../domain/primitives/local-date.ts'
import { gatheringKindWords, gatheringStates } from '../../domain/registers/gathering/gathering-record.ts'
import type { Attendance, GatheringRoll, GatheringView } from './read-gathering.ts'

type Sheet = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

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

/** The gatherings as given, a row each, and how everybody stood to those whose roll is closed. */
export function gatheringSheets(rolls: readonly GatheringRoll[]): readonly Sheet[] {
  const namesOf = ({ attendance }: GatheringRoll, ...statuses: readonly Attendance['status'][]) =>
    attendance
      .filter(({ status }) => statuses.includes(status))
      .map(({ name }) => name)
      .join('、')
  return [
    {
      title: '会议与活动',
      header: [
        '日期',
        '开始时间',
        '类型',
        '名称',
        '地点',
        '状态',
        '应到',
        '到会',
        '其中迟到',
        '请假、有事',
        '无故缺席',
        '请假、有事的人',
        '无故缺席的人',
      ],
      rows: rolls.map((roll) => {
        const { day, startsAt, kind, title, place, state, ...counts } = roll.gathering
        const isEnded = state === 'ended'
        return [
          day,
          startsAt,
          gatheringKindWords[kind],
          title,
          place ?? '',
          isEnded ? gatheringStates.ended : gatheringStates.called,
          String(counts.calledCount),
          String(counts.cameCount),
          String(counts.lateCount),
          String(counts.excusedCount),
          isEnded ? String(counts.missingCount) : '',
          namesOf(roll, 'on-leave', 'excused'),
          isEnded ? namesOf(roll, 'missing') : '',
        ]
      }),
    },
    {
      title: '各人到会',
      header: ['工号', '姓名', '办公室', '应到', '到会', '其中迟到', '请假、有事', '无故缺席'],
      rows: attendanceRows(rolls.filter(({ gathering }) => gathering.state === 'ended')),
    },
  ]
}

function attendanceRows(rolls: readonly GatheringRoll[]): readonly (readonly string[])[] {
  const byPerson = new Map<string, Attendance[]>()
  for (const one of rolls.flatMap(({ attendance }) => attendance))
    byPerson.set(one.staffNumber, [...(byPerson.get(one.staffNumber) ?? []), one])
  return [...byPerson.values()].map((own) => {
    const count = (...statuses: readonly Attendance['status'][]) =>
      String(own.filter(({ status }) => statuses.includes(status)).length)
    const [{ staffNumber, name, office } = { staffNumber: '', name: '', office: '' }] = own
    return [
      staffNumber,
      name,
      office,
      String(own.length),
      count('on-time', 'late'),
      count('late'),
      count('on-leave', 'excused'),
      count('missing'),
    ]
  })
}
