import type { PersonFigure } from '../bulletin/backing.ts'
import { finalPayList, type FinalPayList } from '../pay/final-pay-list.ts'
import { canonicalJson } from '../primitives/canonical-json.ts'
import { isSameValue } from '../primitives/is-same-value.ts'
import type { FinalPerson, FinalResult } from '../standing/final-result.ts'
import type { CheckList } from './check-list.ts'
import type { Published } from './check-publications.ts'
import { pointsText } from './figure-text.ts'
import type { Manifest } from './proof-file.ts'

/**
 * Annual results against the scores they freeze, and every pay list again, to the fen, from its result. A result is
 * known by the annual bulletin that published it; scores themselves are reckoned where the file has the entries.
 */
export function checkPay(published: readonly Published[], { scope }: Manifest, checks: CheckList): void {
  if (scope === 'public') {
    checks.gap('pay', 'not-in-scope')
    return
  }
  const results = new Set<string>()
  let there = false
  for (const { title, leaf, backing } of published) {
    if (backing === null) continue
    const { assessed, result, payList } = backing
    if (result !== null && assessed !== null && !('digest' in assessed))
      compareResult(result, assessed.people, title, checks)
    if (result !== null && leaf.bulletinKind === 'annual') results.add(canonicalJson(result))
    if (payList === null) continue
    there = true
    if (result === null) checks.broken('pay', { code: 'not-reckonable', place: { kind: 'bulletin', title } })
    else {
      if (assessed === null && !results.has(canonicalJson(result)))
        checks.broken('pay', { code: 'result-differs', place: { kind: 'bulletin', title } })
      comparePayList(payList, result, title, checks)
    }
  }
  if (!there) checks.gap('pay', 'nothing-there')
}

const resultFields = ['work', 'reward', 'score', 'rank', 'moneyFen', 'office', 'post'] as const

function compareResult(
  { people }: FinalResult,
  figures: readonly PersonFigure[],
  title: string,
  checks: CheckList,
): void {
  const right = new Map(figures.map((one) => [one.staffNumber, one]))
  for (const one of people) {
    checks.counted('pay')
    const other = right.get(one.staffNumber)
    right.delete(one.staffNumber)
    const isSame =
      other !== undefined && resultFields.every((field) => one[field] === other[field]) && hasSameGrade(one, other)
    if (!isSame)
      checks.broken('pay', {
        code: 'result-differs',
        place: { kind: 'person', bulletin: title, name: one.name, what: null },
        said: pointsText(one.score),
        found: pointsText(other?.score ?? null),
      })
  }
  for (const { name } of right.values())
    checks.broken('pay', {
      code: 'person-missing',
      place: { kind: 'person', bulletin: title, name, what: null },
    })
}

/** A grade that the quota leaves open among equals may be given by decision; no other may. */
function hasSameGrade(one: FinalPerson, figure: PersonFigure): boolean {
  return one.grade === figure.grade || (figure.tiedFor !== null && one.grade === figure.tiedFor)
}

const payFields = ['contributedFen', 'score', 'days', 'payFen', 'moneyFen', 'netFen', 'unpaidRestFen'] as const

function comparePayList(said: FinalPayList, result: FinalResult, title: string, checks: CheckList): void {
  const made = reckonPay(said, result)
  if (made === null) {
    checks.broken('pay', { code: 'not-reckonable', place: { kind: 'bulletin', title } })
    return
  }
  let named = false
  for (const [place, line] of said.lines.entries()) {
    checks.counted('pay')
    const right = made.lines[place]
    if (isSameValue(line, right)) continue
    named = true
    const field = payFields.find((name) => line[name] !== right?.[name]) ?? null
    checks.broken('pay', {
      code: 'pay-differs',
      place: { kind: 'person', bulletin: title, name: line.name, what: field },
      said: field === null ? line.staffNumber : pointsText(line[field]),
      found: field === null ? (right?.staffNumber ?? '—') : pointsText(right?.[field] ?? null),
    })
  }
  if (!named && !isSameValue(said, made))
    checks.broken('pay', {
      code: 'pay-differs',
      place: { kind: 'bulletin', title },
      said: pointsText(said.poolFen),
      found: pointsText(made.poolFen),
    })
}

function reckonPay({ number, perPersonFen }: FinalPayList, result: FinalResult): FinalPayList | null {
  try {
    const made = finalPayList(result, { number, perPerson: perPersonFen })
    return made.ok ? made.value : null
  } catch {
    return null
  }
}
