import type { LocalDate } from '../primitives/local-date.ts'
import { impossible } from '../primitives/result.ts'
import { absenceWords, type Absence } from './absence.ts'
import type { HistoryEvent } from './person-history.ts'
import type { ChangeRefusal, PersonnelChange } from './personnel-change.ts'
import { rosterProblemSentence } from './roster-problem.ts'

/** What each kind of change is called on screens and in sheets. */
export const changeWords = {
  join: '入职',
  move: '调动',
  leave: '离岗',
  ...absenceWords,
  return: '返岗',
  correct: '更正日期',
  cancel: '取消',
} as const satisfies Record<PersonnelChange['kind'], string>

export const eventWords = {
  join: '入职',
  move: '调动',
  leave: '离岗',
  'absence-start': '离开（借调、长假）',
  'absence-end': '借调、长假结束',
} as const satisfies Record<HistoryEvent['what'], string>

/** Why a change is refused, by name and with the way out. */
export function changeRefusalSentence(name: string, refusal: ChangeRefusal): string {
  switch (refusal.code) {
    case 'person-unknown':
      return `花名册里没有工号“${refusal.staffNumber}”，请核对工号（001 与 1 不同）；新来的人请填“入职”。`
    case 'name-differs':
      return `姓名“${refusal.written}”与花名册里的${refusal.known}不符，请核对工号。`
    case 'name-missing':
      return '新入职的人要填姓名。'
    case 'about-oneself':
      return `${name}是您本人：自己的任职、借调和长假不能自己办，由考核办的另一人办理。`
    case 'on-roster-already':
      return `${name}${refusal.on}已经在册${refusal.since === null ? '' : `（${refusal.since}起）`}，不用再办入职；换办公室或职务请填“调动”，入职日期错了请在“人员与机构”更正。`
    case 'before-joining':
      return `${refusal.on}时${name}还没有入职（${refusal.first}入职），请核对日期。`
    case 'after-leaving':
      return `${name}已于${refusal.last}离岗，${refusal.on}不在册；回来工作的请填“入职”。`
    case 'never-on-roster':
      return `${name}${refusal.on}不在册，请先办“入职”。`
    case 'later-stay':
      return `${name}从${refusal.from}起还有一段任职${refusal.office === '' ? '' : `（${refusal.office}）`}，请先在“人员与机构”更正或取消那一段。`
    case 'absence-overlap':
      return `${name}已登记${spanOf(refusal.absence)}${absenceWords[refusal.absence.kind]}，日期有重叠；要改日期请在“人员与机构”更正那一次。`
    case 'absence-reversed':
      return `结束日期${refusal.to}早于开始日期${refusal.from}。`
    case 'not-away':
      return `${name}${refusal.on}前没有登记借调或长假，不用返岗；请核对日期。`
    case 'back-on-first-day':
      return `${name}的${absenceWords[refusal.absence.kind]}就从${refusal.absence.from}开始，当天返岗等于没有离开；没有去的请在“人员与机构”取消那一次。`
    case 'event-unknown':
      return `${name}的记录里没有${refusal.event.on}的${eventWords[refusal.event.what]}，可能刚被别人改过，请刷新后再看。`
    case 'no-room':
      return `这个日期与前后的任职或假期冲突，${roomOf(refusal.after, refusal.before)}。`
    case 'in-charge-circle':
      return circleSentence(refusal.names)
    case 'row-refused':
      return rosterProblemSentence(refusal.problem)
    default:
      return impossible(refusal)
  }
}

/** 甲分管乙所在的办公室，乙又分管甲所在的办公室. */
export function circleSentence(names: readonly string[]): string {
  const links = names.map((name, index) => `${name}分管${names[index + 1] ?? names[0] ?? ''}所在的办公室`)
  return `分管关系绕成了一圈：${links.join('，')}；请改正其中一人的分管办公室。`
}

function spanOf({ from, to }: Absence): string {
  return to === null ? `${from}起` : `${from}至${to}`
}

function roomOf(after: LocalDate | null, before: LocalDate | null): string {
  const bounds = [after === null ? '' : `晚于${after}`, before === null ? '' : `早于${before}`].filter(
    (words) => words !== '',
  )
  return `只能填${bounds.join('、')}的日子`
}
