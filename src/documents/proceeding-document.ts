import { centipoints as points, formatPoints } from '../domain/primitives/centipoints.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import { impossible } from '../domain/primitives/result.ts'
import { inWords, minutesLines, outcomeWords, proceedingMark } from '../domain/review/decision-blocks.ts'
import type { ProceedingView, StepView } from '../queries/proceeding-view.ts'
import { writeOfficialDocument, type OfficialBlock } from './official-document.ts'
import type { TableFile } from './table-file.ts'

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A proceeding whole, each step with its day, its words and who took it, in official layout. */
export async function writeProceeding(town: string, proceeding: ProceedingView): Promise<TableFile> {
  const mark = proceedingMark(proceeding)
  const title = proceeding.kind === 'objection' ? '异议办理情况' : '裁量扣分办理情况'
  const bytes = await writeOfficialDocument({
    title: `${town}${title}`,
    subtitle: `（${mark}）`,
    blocks: [
      heading(proceeding.kind === 'objection' ? '异议事项' : '提出事项'),
      ...aboutLines(proceeding).map(paragraph),
      heading('经过'),
      ...proceeding.steps.flatMap((step) => stepBlocks(step, proceeding.people)),
    ],
  })
  return { fileName: `${title} ${mark}.docx`, contentType, bytes }
}

const heading = (text: string): OfficialBlock => ({ kind: 'heading', level: 1, text })
const paragraph = (text: string): OfficialBlock => ({ kind: 'paragraph', text })

function aboutLines({ subject, people }: ProceedingView): readonly string[] {
  const names = people.map(({ name, office, staffNumber }) => `${name}（${office === '' ? staffNumber : office}）`)
  const who = `涉及人员：${names.join('、')}。`
  if (subject.about === 'figure') {
    const { what, bulletin } = subject
    return [who, `${inWords(bulletin.publishedOn)}公布的《${bulletin.title}》：${what}。`]
  }
  const isEntry = subject.about === 'entry'
  const { occurredOn, ruleSentence, clause, unit, matter, place, quantity } = isEntry ? subject.entry : subject
  const matterWords = matter === null ? '' : `，事项：${matter}`
  const placeWords = place === null ? '' : `，地点：${place}`
  return [
    who,
    `${inWords(occurredOn)}${placeWords}${matterWords}，${ruleSentence}，数量${formatQuantity(quantity)}${unit ?? ''}。`,
    ...(clause === '' ? [] : [`依据：“${clause}”`]),
    ...(isEntry
      ? [`登记：${subject.entry.recordedBy}；确认：${subject.entry.confirmedBy ?? '尚未确认'}。`]
      : [subject.facts]),
  ]
}

type People = ProceedingView['people']

function stepBlocks(step: StepView, people: People): readonly OfficialBlock[] {
  const due = step.dueOn === null ? '' : `下一步的期限：${inWords(step.dueOn)}。`
  return [
    { kind: 'heading', level: 2, text: `${inWords(step.on)} ${stepTitle(step)}` },
    ...stepLines(step, people).map(paragraph),
    paragraph(`办理人：${step.by}。${due}`),
  ]
}

/** What a step is called in a document. */
function stepTitle({ deed }: StepView): string {
  switch (deed.kind) {
    case 'filed':
      return '提出异议'
    case 'proposed':
      return '提出裁量扣分'
    case 'withdrawn':
      return '撤回'
    case 'answered':
      return `考核办答复：${outcomeWords[deed.outcome]}`
    case 'review-asked':
      return '申请复核'
    case 'recused':
      return `${deed.who}回避`
    case 'review-decided':
      return `考核领导小组复核决定：${outcomeWords[deed.outcome]}`
    case 'decided':
      return deed.amounts.length === 0 ? '考核领导小组决定：不扣分' : '考核领导小组决定扣分'
    case 'entered':
      return '登记到台账'
    case 'cured':
      return deed.by.kind === 'reversal' ? '更正（冲销）有关记录' : '发布更正通报'
    case 'appeal-recorded':
      return deed.outcome === 'pending' ? '向区级申诉' : `区级处理：${outcomeWords[deed.outcome]}`
    default:
      return impossible(deed)
  }
}

function stepLines({ deed }: StepView, people: People): readonly string[] {
  switch (deed.kind) {
    case 'filed':
    case 'review-asked':
      return linesOf(deed.words)
    case 'withdrawn':
      return linesOf(deed.words)
    case 'answered':
      return linesOf(deed.reasons)
    case 'recused':
      return linesOf(deed.why)
    case 'review-decided':
      return [...minutesLines(deed.minutes), ...linesOf(deed.reasons)]
    case 'decided':
      return [
        ...minutesLines(deed.minutes),
        ...deed.amounts.map((amount) => amountWords(amount, people)),
        ...linesOf(deed.reasons),
      ]
    case 'appeal-recorded':
      return [`日期：${inWords(deed.day)}。`, ...linesOf(deed.words)]
    case 'proposed':
    case 'entered':
    case 'cured':
      return []
    default:
      return impossible(deed)
  }
}

type Amount = Extract<StepView['deed'], { readonly kind: 'decided' }>['amounts'][number]

function amountWords({ staffNumber, centipoints }: Amount, people: People): string {
  const name = people.find((person) => person.staffNumber === staffNumber)?.name ?? ''
  return `${name}（工号${staffNumber}）：${centipoints === null ? '不扣分' : `扣${formatPoints(points(centipoints))}分`}。`
}

function linesOf(words: string): readonly string[] {
  return words.split('\n').filter((line) => line.trim() !== '')
}
