import { formatPoints, subtractPoints } from '../primitives/centipoints.ts'
import { formatYuan } from '../primitives/fen.ts'
import { isYearLikeAmount } from '../scheme/year-like-amount.ts'
import type { ChunkBreak } from './chunk-breaks.ts'
import { findDamagedWords } from './damaged-words.ts'
import type { Diagnostic, Interpretation } from './diagnostic.ts'
import { spanOf } from './normalised-text.ts'
import { pointsReadBy, rereadingsOf, type LikelyRepair, type NumberRepair } from './number-repair.ts'
import type { PageCount } from './page-furniture.ts'
import { cite, findingAt, findingOn, wordsAt, type Reading } from './stored-text.ts'
import type { StatedPay } from './statements/pay.ts'
import type { RollUps } from './statements/roll-ups.ts'
import type { Stretch } from './stated-points.ts'
import { sumOfParts, type SumGroup } from './sum-groups.ts'
import { findUndefinedRoles } from './undefined-roles.ts'

/** One finding for each place where a web page had cut the text and it was joined. */
export function chunkBreakFindings(reading: Reading, breaks: readonly ChunkBreak[]): Diagnostic[] {
  return breaks.map((chunk) => {
    const before = reading.stored.slice(Math.max(0, chunk.span.start - 6), chunk.span.start).trim()
    const after = reading.stored.slice(chunk.span.end, chunk.span.end + 6)
    const joined = `网页在此处把正文切成第${String(chunk.number - 1)}、${String(chunk.number)}两段，已接上`
    return findingOn(reading.stored, chunk.span, {
      severity: 'info',
      code: 'chunk-break',
      message: `${joined}：“${before}${after}”。`,
    })
  })
}

/** One finding for the proof, at the first place; one more for each longer number the token was found in. */
export function repairFindings(reading: Reading, repair: NumberRepair): Diagnostic[] {
  const rereadings = rereadingsOf(reading.body.text, repair)
  const plain = rereadings.filter((rereading) => rereading.end - rereading.start === repair.token.length)
  const word = formatPoints(repair.points)
  const count = String(repair.groups.length)
  const proof = repair.groups
    .map(({ label, declared }) => `${label}${formatPoints(pointsReadBy(reading.body.text, repair, declared))}`)
    .join('、')
  const first = plain[0] ?? rereadings[0]
  const main = first === undefined ? [] : [first]
  return [
    ...main.map((place) =>
      findingAt(reading, place, {
        severity: 'warning',
        code: 'number-repaired',
        message: `“${repair.token}”在${String(rereadings.length)}处计分数字中读作“${word}”（${repair.token} → ${word}）：这样完整的${count}组分值中${count}组合计全部相符（${proof}）。`,
      }),
    ),
    ...rereadings
      .filter((rereading) => !plain.includes(rereading))
      .map((place) =>
        findingAt(reading, place, {
          severity: 'warning',
          code: 'number-repaired',
          message: `“${reading.body.text.slice(place.start, place.end)}”随“${repair.token} → ${word}”读作“${place.word}”。`,
        }),
      ),
  ]
}

/** A repair that the sums speak for without proving it: the token stays as it is. */
export function likelyRepairFindings(reading: Reading, likely: LikelyRepair): Diagnostic[] {
  const [first] = rereadingsOf(reading.body.text, likely)
  if (first === undefined) return []
  const word = formatPoints(likely.points)
  const against = likely.against.map((group) => group.label).join('、')
  const count = `${String(likely.groups.length + likely.against.length)}组分值中有${String(likely.groups.length)}组合计相符`
  return [
    findingAt(reading, first, {
      severity: 'warning',
      code: 'number-repaired',
      message: `“${likely.token}”若读作“${word}”，${count}，但${against}仍不符，没有证明，未作改动；请先核对${against}。`,
    }),
  ]
}

/** Two numbers of which either could be the damaged one: both are said, neither is touched. */
export function rivalRepairFindings(reading: Reading, rivals: readonly NumberRepair[]): Diagnostic[] {
  const [place] = rivals.flatMap((rival) => rereadingsOf(reading.body.text, rival).slice(0, 1))
  if (place === undefined) return []
  const ways = rivals.map(({ token, points }) => `“${token}”读作“${formatPoints(points)}”`).join('、')
  return [
    findingAt(reading, place, {
      severity: 'warning',
      code: 'ambiguous-reading',
      message: `${ways}，都能使完整的各组分值合计相符，分不清是哪个数字有误，未作改动，请对照原件核对。`,
    }),
  ]
}

/** 效劳 for 服务: offered one by one, applied only when accepted. */
export function damagedWordFindings(reading: Reading): Diagnostic[] {
  return findDamagedWords(reading.body.text).map(({ stretch, original }) => {
    const words = reading.body.text.slice(stretch.start, stretch.end)
    const span = spanOf(reading.body, stretch.start, stretch.end)
    const interpretation: Interpretation = { act: 'read-as', span, text: original }
    return findingAt(reading, stretch, {
      severity: 'info',
      code: 'word-repaired',
      message: `“${words}”疑为“${original}”之误，同意后按“${original}”读，原文不改。`,
      fix: { label: `读作“${original}”`, interpretation },
    })
  })
}

/** 主管领导: one finding for each role that the text names and does not define, with who may be meant. */
export function undefinedRoleFindings(reading: Reading): Diagnostic[] {
  return findUndefinedRoles(reading.body.text).map(({ role, stretch, candidates }) => {
    const span = spanOf(reading.body, stretch.start, stretch.end)
    const [first = role] = candidates
    return findingAt(reading, stretch, {
      severity: 'warning',
      code: 'undefined-role',
      message: `“${role}”没有说明指谁，暂按“${first}”理解，请选定。`,
      readings: candidates.map((candidate) => ({
        key: candidate,
        label: `指${candidate}`,
        interpretation: { act: 'read-as', span, text: candidate },
      })),
    })
  })
}

/** 联村领导取所联村平均分: a mean that no post of the scheme, or no plain mean, can express. */
export function openRollUpFindings(reading: Reading, { open }: RollUps): Diagnostic[] {
  return open.map((words) =>
    findingAt(reading, words, {
      severity: 'warning',
      code: 'ambiguous-reading',
      message: `“${wordsAt(reading, words)}”怎样落到工作人员、分管领导、主要领导三种职务和平均分上，不清楚，未写进方案，请在领导成绩汇总里设定。`,
    }),
  )
}

/** 每人提出2022元: an amount that looks like a year in a text whose numbers may have been replaced. */
export function payFindings(reading: Reading, pay: StatedPay | null): Diagnostic[] {
  if (pay === null || pay.perPerson === null || pay.amount === null) return []
  const amount = formatYuan(pay.perPerson)
  if (pay.isMonthly)
    return [
      findingAt(reading, pay.amount, {
        severity: 'warning',
        code: 'ambiguous-reading',
        message: `原文按月写，方案里的每人提出额按一年十二个月折为${amount}元，请确认。`,
      }),
    ]
  if (!isYearLikeAmount(pay.perPerson)) return []
  return [
    findingAt(reading, pay.amount, {
      severity: 'warning',
      code: 'doubtful-amount',
      message: `每人${amount}元像是被替换过的年份，请对照原件核对；未改之前按${amount}元计算。`,
    }),
  ]
}

/** The text ends before the regulation does: the page says so, or the last sentence stops in the middle. */
export function isTextCut(text: string, pages: PageCount | null): boolean {
  return isPageCut(pages) || isMidSentence(text)
}

/** Where the text stops, and what the last sheet is short of there. */
export function cutFindings(reading: Reading, pages: PageCount | null, groups: readonly SumGroup[]): Diagnostic[] {
  const { text } = reading.body
  const last = lastSentence(text)
  const ending = cite(reading, last).quote.slice(-12).replace(/\s+/g, ' ').trim()
  const page = isPageCut(pages)
    ? `原文共${String(pages.total)}页，这里只有前${String(pages.shown)}页，正文到“${ending}”为止${shortOf(groups)}，后面的内容请补上。`
    : null
  if (page === null && !isMidSentence(text)) return []
  return [
    findingAt(reading, last, {
      severity: 'warning',
      code: 'text-truncated',
      message: page ?? `正文在“${ending}”处中断${shortOf(groups)}，后面的内容请补上。`,
    }),
  ]
}

/** The sheet that the text breaks off in: 农业办还缺20分. */
function shortOf(groups: readonly SumGroup[]): string {
  const last = groups.findLast((group) => group.kind === 'sheet')
  if (last === undefined || sumOfParts(last) >= last.declared.points) return ''
  return `，“${last.label}”还缺${formatPoints(subtractPoints(last.declared.points, sumOfParts(last)))}分`
}

function isPageCut(
  pages: PageCount | null,
): pages is PageCount & { readonly shown: number; readonly total: number } {
  return pages !== null && pages.shown !== null && pages.total !== null && pages.shown < pages.total
}

function lastSentence(text: string): Stretch {
  const start =
    Math.max(...['\n', '。', '！', '？', '!', '?'].map((stop) => text.lastIndexOf(stop, text.length - 2))) + 1
  return { start, end: text.length }
}

function isMidSentence(text: string): boolean {
  const { start, end } = lastSentence(text)
  const tail = text.slice(start, end).trim()
  return text.length > 200 && tail !== '' && !/[。;!?.)”》:]$/.test(tail) && !isSignature(tail)
}

function isSignature(line: string): boolean {
  return /\d{4}年|委员会$|人民政府$|办公室$|印发$/.test(line)
}
