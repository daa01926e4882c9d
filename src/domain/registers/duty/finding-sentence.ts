import type { LocalDate } from '../../primitives/local-date.ts'
import { dayClassWords } from './day-class.ts'
import type { ClosedReason } from './duty-people.ts'
import { dutyPostWords } from './duty-settings.ts'
import type { DutyFinding } from './plan-duty.ts'

const reasonWords: Readonly<Record<ClosedReason, string>> = {
  leave: '请假',
  exempt: '免排',
  'not-here': '不在岗',
}
/** More names than these are counted instead. */
const mostNames = 6

/** What could not be met, whom it concerns and why, in one sentence. */
export function findingSentence(finding: DutyFinding, nameOf: (staffNumber: string) => string): string {
  const names = (numbers: readonly string[]) =>
    `${numbers.slice(0, mostNames).map(nameOf).join('、')}${numbers.length > mostNames ? `等${String(numbers.length)}人` : ''}`
  if (finding.code === 'running')
    return `${nameOf(finding.staffNumber)}连着两天值班（${dayWords(finding.first)}起），没有更好的排法。`
  if (finding.code === 'place-empty') {
    const away = finding.away.map(({ staffNumber, reason }) => `${nameOf(staffNumber)}${reasonWords[reason]}`)
    const why =
      away.length === 0
        ? '没有别的人可排'
        : `${away.slice(0, mostNames).join('、')}${away.length > mostNames ? '等' : ''}`
    return `${dayWords(finding.day)}缺${dutyPostWords[finding.post]}${String(finding.places)}人：${why}。`
  }
  const { most, least, dayClass, post } = finding
  const [top] = most
  const low = least.slice(0, mostNames).map(({ staffNumber, count, closed, days }) => {
    const away = closed.map((one) => `${reasonWords[one.reason]}${String(one.days)}天`).join('、')
    return `${nameOf(staffNumber)}${String(count)}次${away === '' ? '' : `（${String(days)}天${dayClassWords[dayClass]}中${away}）`}`
  })
  const isFromBefore = most.every(({ given }) => given === 0)
  return `${dutyPostWords[post]}${dayClassWords[dayClass]}的值班没能做到相差不超过1次：${low.join('，')}${least.length > mostNames ? '等' : ''}；${names(most.map(({ staffNumber }) => staffNumber))}${String(top?.count ?? 0)}次${isFromBefore ? '，是此前已有的，这次没有再排' : ''}。已排到最均。`
}

function dayWords(day: LocalDate): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}
