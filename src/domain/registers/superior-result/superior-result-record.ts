import { z } from 'zod'
import { levels } from '../../ledger/level.ts'
import { bodyQuantity, optionalWords, requiredWords } from '../body-fields.ts'
import { kindTerms } from '../observation-kinds.ts'
import type { NewRecord, RegisterDefinition } from '../register-definition.ts'

/** What a superior's document may say, each an observation of that kind. */
export const superiorResultKinds = [
  'target-met',
  'target-missed',
  'rank',
  'completion-rate',
  'sanction',
  'criticism',
  'commendation',
] as const
export type SuperiorResultKind = (typeof superiorResultKinds)[number]

/** One result notified from above (上级考核结果), with the document that says so. */
export type SuperiorResult = {
  readonly kind: SuperiorResultKind
  /** 考核项目: 公众安全感; what a rule of the scheme speaks of. */
  readonly subject: string | null
  /** 事项: the one deed or survey; commendations of several levels for one deed share it. */
  readonly matter: string
  readonly level: (typeof levels)[number] | null
  /** 末位, 后三位. */
  readonly rank: string | null
  /** Hundredths of a per cent: 95.5 % is 9550. */
  readonly percent: number | null
  /** 目标比例, of a document that sets one which the clause does not name: 不低于95%. Hundredths of a per cent. */
  readonly target: number | null
  /** 警告, 记过. */
  readonly sanction: string | null
  readonly documentNumber: string | null
  readonly documentTitle: string
  readonly issuedBy: string
  readonly note: string | null
}

const mustHave = (
  { kind }: { readonly kind: SuperiorResultKind },
  field: 'subject' | 'level' | 'rank' | 'percent' | 'sanction',
): boolean => {
  if (field === 'rank' || field === 'level') return kind === 'rank' || (field === 'level' && isHonour(kind))
  if (field === 'percent') return kind === 'completion-rate'
  if (field === 'sanction') return kind === 'sanction'
  return !isHonour(kind) && kind !== 'sanction'
}

function isHonour(kind: SuperiorResultKind): boolean {
  return kind === 'commendation' || kind === 'criticism'
}

const dependent = [
  ['subject', '考核项目'],
  ['level', '级别'],
  ['rank', '名次'],
  ['percent', '完成比例'],
  ['sanction', '处分种类'],
] as const

const bodySchema = z
  .object({
    kind: z.enum(superiorResultKinds, '请选择结果'),
    subject: optionalWords('考核项目', 40),
    matter: requiredWords('事项', 100),
    level: z.enum(levels, '级别是区、市、省或国家').nullable(),
    rank: optionalWords('名次', 20),
    percent: bodyQuantity('完成比例', 100_00).nullable(),
    target: bodyQuantity('目标比例', 100_00).nullable().default(null),
    sanction: optionalWords('处分种类', 40),
    documentNumber: optionalWords('文号', 60),
    documentTitle: requiredWords('文件标题', 120),
    issuedBy: requiredWords('发文单位', 60),
    note: optionalWords('备注', 500),
  })
  .superRefine((body, context) => {
    for (const [field, title] of dependent) {
      if (!mustHave(body, field) || body[field] !== null) continue
      const message = `结果是${kindTerms[body.kind].title}时，请填写${title}`
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

/** Whom a result is about stands in the record: one person, or an office, whose people on that day it falls upon. */
export const superiorResultDefinition: RegisterDefinition<SuperiorResult> = {
  id: 'superior-result',
  bodySchema,
  fields: [
    {
      key: 'first',
      title: '日期',
      kind: 'day',
      required: true,
      example: '2026-07-10',
      note: '结果所说的那一天或通报的落款日期；按这一天在岗的人提出建议。',
    },
    {
      key: 'kind',
      title: '结果',
      kind: 'choice',
      choices: superiorResultKinds.map((value) => ({ value, title: kindTerms[value].title })),
      required: true,
      example: '排名',
    },
    {
      key: 'office',
      title: '办公室',
      kind: 'office',
      required: false,
      example: '综治办',
      note: '整个办公室的结果填办公室，人员留空：当天在这个办公室的每一个人各提一条建议，同一事项。',
    },
    {
      key: 'staffNumber',
      title: '人员',
      kind: 'person',
      required: false,
      example: '',
      note: '一个人的结果（处分、表彰）填人员，办公室留空。',
    },
    {
      key: 'subject',
      title: '考核项目',
      kind: 'text',
      required: false,
      example: '公众安全感',
      shownWhen: { key: 'kind', values: ['target-met', 'target-missed', 'rank', 'completion-rate'] },
      note: '办法里怎么说就怎么写，如公众安全感、办证率；同一项目按同一条款提建议。达标、未达标、排名、完成比例必填。',
    },
    {
      key: 'level',
      title: '级别',
      kind: 'choice',
      choices: levels.map((value) => ({ value, title: value })),
      required: false,
      example: '区',
      shownWhen: { key: 'kind', values: ['target-met', 'target-missed', 'rank', 'criticism', 'commendation'] },
      note: '区（县同区）、市、省、国家；排名、通报批评、表彰必填。',
    },
    {
      key: 'rank',
      title: '名次',
      kind: 'text',
      required: false,
      example: '末位',
      shownWhen: { key: 'kind', values: ['rank'] },
      note: '排名必填：末位、后三位、第一名。',
    },
    {
      key: 'percent',
      title: '完成比例',
      kind: 'quantity',
      required: false,
      example: '',
      unit: '%',
      shownWhen: { key: 'kind', values: ['completion-rate'] },
      note: '完成比例必填，百分数，如 95.5。同一项目有了新的比例，请修改原来那一条，不另登记。',
    },
    {
      key: 'target',
      title: '目标比例',
      kind: 'quantity',
      required: false,
      example: '',
      unit: '%',
      shownWhen: { key: 'kind', values: ['completion-rate'] },
      note: '条款只写“每低1个百分点扣几分”、没有写目标的，填上级定的目标，按差几个百分点提建议；条款自己写明目标的（如达到90%）不填。',
      inList: false,
    },
    {
      key: 'sanction',
      title: '处分种类',
      kind: 'text',
      required: false,
      example: '',
      shownWhen: { key: 'kind', values: ['sanction'] },
      note: '处分必填：警告、记过。',
    },
    {
      key: 'matter',
      title: '事项',
      kind: 'text',
      required: true,
      example: '2026年上半年公众安全感测评',
      note: '说的是哪一件事；同一件事得到几级表彰的写同样的事项，只就高计一次。',
    },
    { key: 'issuedBy', title: '发文单位', kind: 'text', required: true, example: '区委政法委' },
    {
      key: 'documentNumber',
      title: '文号',
      kind: 'text',
      required: false,
      example: '清政法〔2026〕12号',
      inList: false,
    },
    {
      key: 'documentTitle',
      title: '文件标题',
      kind: 'text',
      required: true,
      example: '关于上半年公众安全感测评情况的通报',
      inList: false,
    },
    { key: 'note', title: '备注', kind: 'long-text', required: false, example: '', inList: false },
  ],
  states: { standing: '有效' },
  firstState: () => 'standing',
  naturalKey: ({ staffNumber, office, days, body }) =>
    JSON.stringify([
      staffNumber ?? `@${office ?? ''}`,
      days.first,
      body.kind,
      body.matter,
      body.level,
      body.documentNumber ?? body.documentTitle,
    ]),
  summary: (record) => `${record.days.first} ${resultWords(record)}`,
  fault: ({ staffNumber, office, days }, today) => {
    if (staffNumber === null && office === null)
      return { key: 'office', message: '请填写这是哪个办公室的结果，或者是谁的。' }
    if (staffNumber !== null && office !== null)
      return { key: 'office', message: '办公室和人员只填一个：整个办公室的填办公室，一个人的填人员。' }
    return days.first > today ? { key: 'first', message: `${days.first}还没有到，请核对日期。` } : null
  },
}

/** 公众安全感 全区末位; 平安建设先进 市级表彰; 办证率 95.5%. */
export function resultWords({ body }: Pick<NewRecord<SuperiorResult>, 'body'>): string {
  const { kind, subject, matter, level, percent, target, sanction } = body
  const about = subject ?? matter
  const title = kindTerms[kind].title
  if (kind === 'rank') return `${about} ${rankWords(body)}`
  if (kind === 'completion-rate') {
    const aimed = target === null ? '' : `（目标${String(target / 100)}%）`
    return `${about} ${String((percent ?? 0) / 100)}%${aimed}`
  }
  if (kind === 'sanction') return `${about} ${sanction ?? title}`
  if (isHonour(kind)) return `${about} ${level === null ? '' : `${level}级`}${title}`
  return `${about} ${title}`
}

/** As regulations put it: 全区末位. */
export function rankWords({ level, rank }: Pick<SuperiorResult, 'level' | 'rank'>): string {
  const bare = (rank ?? '').replace(/^全[区县市省国]/, '')
  const whole = { 区: '全区', 市: '全市', 省: '全省', 国家: '全国' }
  return level === null ? bare : `${whole[level]}${bare}`
}
