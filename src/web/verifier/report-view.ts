import { checkTitles, findingSentence, gapSentence } from '../../domain/verification/finding-sentence.ts'
import {
  checkTitlesInEnglish,
  findingInEnglish,
  verdictInEnglish,
} from '../../domain/verification/finding-in-english.ts'
import type { CheckOutcome, VerificationReport } from '../../domain/verification/finding.ts'
import { statusWords, subjectLine, verdictLine } from '../../domain/verification/report-lines.ts'

/** The report as it stands below the form; whatever a file says stays text. */
export function reportView(report: VerificationReport): readonly HTMLElement[] {
  const verdict = element('div', `verdict ${report.verdict}`)
  verdict.append(element('h2', '', verdictLine(report)), english(verdictInEnglish(report)))
  const about = element('div', 'about')
  about.append(element('p', '', subjectLine(report)))
  for (const key of report.keys) about.append(element('p', 'hint', `公钥指纹：${key}`))
  return [verdict, about, ...report.checks.map(checkView)]
}

function checkView(outcome: CheckOutcome): HTMLElement {
  const { check, status, counted, findings, more, gaps } = outcome
  const view = element('article', `check ${status}`)
  const title = element('h3')
  title.append(element('span', 'status', statusWords[status]), element('span', '', checkTitles[check]))
  if (counted > 0) title.append(element('span', 'count', `${String(counted)}处`))
  title.append(english(checkTitlesInEnglish[check], 'span'))
  const list = element('ul')
  for (const finding of findings) {
    const line = element('li', '', findingSentence(finding))
    line.append(english(findingInEnglish(finding)))
    list.append(line)
  }
  if (more > 0) list.append(element('li', '', `另有${String(more)}处，不再列出。`))
  for (const gap of gaps) list.append(element('li', 'gap', gapSentence(gap)))
  view.append(title)
  if (list.childElementCount > 0) view.append(list)
  return view
}

function element(tag: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  if (text !== '') made.textContent = text
  return made
}

function english(text: string, tag = 'p'): HTMLElement {
  const made = element(tag, '', text)
  made.lang = 'en'
  return made
}
