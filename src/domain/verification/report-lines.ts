import { townMoment } from '../primitives/local-date.ts'
import { shortHex } from '../proof/short-hex.ts'
import { checkTitles, findingSentence, gapSentence } from './finding-sentence.ts'
import type { CheckOutcome, VerificationReport } from './finding.ts'

export const scopeWords = { public: '公开文件', pay: '财务文件', full: '完整文件' } as const
export const statusWords = { holds: '相符', broken: '不符', unchecked: '未核对' } as const

/** What the file is: 清源镇的完整文件，2026-01-12 10:00:00 导出，共 71 条，3f2a …. */
export function subjectLine({ scope, town, madeAt, madeFor, head }: VerificationReport): string {
  if (scope === null || town === null || madeAt === null || head === null) return '这不是一份读得出来的核验文件。'
  const whose = madeFor === null ? '' : `（工号 ${madeFor}）`
  return `${town}的${scopeWords[scope]}${whose}，${townMoment(Date.parse(madeAt))} 导出，共 ${String(head.size)} 条，${shortHex(head.root)}。`
}

/** What it comes to, in one sentence. */
export function verdictLine({ verdict, checks }: VerificationReport): string {
  const broken = checks.filter(({ status }) => status === 'broken').length
  const open = checks.filter(({ status }) => status === 'unchecked').length
  if (verdict === 'broken') return `结论：有${String(broken)}项不符，这份文件不能采信。`
  return `结论：核对到的全部相符${open === 0 ? '' : `；另有${String(open)}项没有核对，原因写在各项下面`}。`
}

/** ✓ 签名（15处）. */
export function checkLine({ check, status, counted }: CheckOutcome): string {
  const marks = { holds: '✓', broken: '✗', unchecked: '－' } as const
  const count = counted === 0 ? '' : `（${String(counted)}处）`
  return `${marks[status]} ${checkTitles[check]}${count}：${statusWords[status]}`
}

/** The whole report as lines of plain text. */
export function reportLines(report: VerificationReport): readonly string[] {
  return [
    subjectLine(report),
    ...report.keys.map((key) => `公钥指纹：${shortHex(key)} …（${key}）`),
    '',
    ...report.checks.flatMap((outcome) => [
      checkLine(outcome),
      ...outcome.findings.map((finding) => `    ${findingSentence(finding)}`),
      ...(outcome.more > 0 ? [`    另有${String(outcome.more)}处，不再列出。`] : []),
      ...outcome.gaps.map((gap) => `    ${gapSentence(gap)}`),
    ]),
    '',
    verdictLine(report),
  ]
}
