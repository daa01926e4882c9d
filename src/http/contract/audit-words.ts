import type { AuditFacts, AuditKind, AuditNote, AuditOutcome } from '../../policies/audit-note.ts'
import type { OperationGroup } from './audit.ts'
import { operationTitles } from './operation-titles.ts'
import { roleWords } from './role-words.ts'

/** The audit in Chinese words, the same on the page and in the exported file. */

export const auditKindWords: Readonly<Record<AuditKind, string>> = {
  write: '改动',
  'sign-in': '登录',
  export: '下载',
  look: '查看',
}

export const auditOutcomeWords: Readonly<Record<AuditOutcome, string>> = {
  done: '成功',
  refused: '被拒绝',
}

/** Groups of operations, as the query form of the audit offers them. */
export const operationGroupWords: Readonly<Record<OperationGroup, string>> = {
  'sign-in': '登录与本人账号',
  accounts: '账号与权限',
  scheme: '办法与方案',
  people: '人员与机构',
  entries: '台账',
  registers: '日常登记',
  ratings: '综合评议',
  results: '成绩与工资',
  oversight: '审计与个人信息',
  other: '其他',
}

/** What an object is called before its name; an older or newer kind shows its name alone. */
const objectWords: Readonly<Record<string, string>> = {
  account: '账号',
  acknowledgement: '签收',
  adoption: '提请',
  'annual-result': '年度结果',
  attachment: '文件',
  audit: '审计',
  bulletin: '通报',
  'bulletin-draft': '通报草稿',
  complaint: '投诉举报',
  correction: '更正申请',
  draft: '草案',
  logHead: '台账校验码',
  receipt: '记录回执',
  entry: '记录',
  entrySheet: '记录表',
  evidence: '佐证',
  inspection: '督查',
  month: '月考核',
  ownData: '个人信息',
  'proof-file': '核验文件',
  pay: '绩效工资',
  'pay-list': '工资清单',
  person: '人员',
  proceeding: '异议与复核',
  'proposed-entry': '登记建议',
  'rule-binding': '登记对应条款',
  ratings: '综合评议',
  ratingSheet: '评议表',
  register: '登记册',
  registerSetting: '登记设置',
  reminderAddress: '邮件提醒',
  robot: '提醒机器人',
  record: '登记',
  recordSheet: '登记表',
  records: '登记',
  rosterSheet: '花名册',
  standings: '成绩',
  town: '镇（街道）',
  'working-day': '工作日历',
}

/** What the facts before and after are called. */
const factWords: Readonly<Record<string, string>> = {
  added: '新增人数',
  answer: '答复',
  basis: '依据',
  changed: '变更人数',
  changedNames: '变更的人',
  changes: '变化',
  codeValidUntil: '设置码有效期至',
  count: '条数',
  dayKind: '这一天',
  days: '期间',
  digest: '内容摘要',
  doubts: '待确认处',
  draft: '草案',
  effectiveFrom: '施行日期',
  email: '邮箱',
  endedSessions: '结束的其他登录',
  entries: '记录',
  faults: '问题数',
  fileName: '文件',
  leaveDays: '工龄假天数',
  line: '登记内容',
  lineState: '登记状态',
  workingHours: '上下班时间',
  imported: '导入情况',
  lateAfter: '算迟到',
  earlyBefore: '算早退',
  logSize: '台账日志条数',
  gradesOnly: '不公布成绩',
  filter: '查询条件',
  inspectors: '督查员',
  host: '发往主机',
  isOn: '开启',
  kept: '表中没有而保留的人数',
  office: '办公室',
  offices: '办公室',
  openMatters: '未了结的事项',
  outcome: '督查情况',
  people: '人数',
  pool: '总额（元）',
  proposals: '登记建议',
  proposalState: '建议',
  proposed: '新提建议',
  proposedBy: '提请人',
  register: '登记册',
  raterGroup: '评议组',
  revision: '草案修改次数',
  robotKind: '机器人种类',
  roles: '身份',
  rows: '人员记录',
  rule: '对应条款',
  secondFactor: '第二道验证',
  settlement: '处理',
  shortLeave: '分管领导可批天数',
  slips: '设置码张数',
  source: '来源',
  staffNumber: '工号',
  standIns: '代理人条数',
  startedFrom: '复制自',
  state: '状态',
  step: '办理',
  suspended: '停用',
  takenBack: '收回建议',
  title: '标题',
  unchanged: '不变人数',
  unsaid: '没有登记去向时',
  verdict: '结论',
  version: '方案版次',
  words: '内容',
  year: '年度',
}

const valueWords: Readonly<Record<string, string>> = {
  ...roleWords,
  recorded: '待确认',
  confirmed: '已确认',
  reversed: '已冲销',
  notice: '公示中',
  final: '已定稿',
  wecom: '企业微信',
  dingtalk: '钉钉',
  webhook: '其他系统',
  open: '待决定',
  approved: '已通过',
  rejected: '已退回',
  withdrawn: '已撤回',
  adopted: '已采纳',
  dismissed: '不采纳',
  done: '已更正',
  declined: '不予更正',
  checked: '已核对，没有记录的按完成0计',
  waived: '本期不适用',
  filed: '提出异议',
  answered: '答复',
  'review-asked': '申请复核',
  recused: '回避',
  'review-decided': '复核决定',
  proposed: '提出裁量扣分',
  decided: '决定扣分',
  entered: '登记到台账',
  cured: '改正',
  'appeal-recorded': '登记申诉',
  upheld: '成立',
  partly: '部分成立',
  'not-upheld': '不成立',
  pending: '区级在办',
  received: '已收到',
  verifying: '在核实',
  transferred: '转办',
  nothing: '未发现问题',
  running: '未结束',
  ended: '已结束',
  working: '上班',
  off: '休息',
  national: '按国家日历',
  in: '在岗',
  unknown: '未登记去向',
}

/** Which facts hold words of the system rather than of people. */
const codedFacts: readonly string[] = [
  'step',
  'verdict',
  'state',
  'settlement',
  'roles',
  'robotKind',
  'outcome',
  'dayKind',
  'proposalState',
]

export function operationWords(operation: string): string {
  return Object.entries(operationTitles).find(([name]) => name === operation)?.[1] ?? operation
}

export function roleListWords(roles: readonly string[]): string {
  return roles.map((role) => valueWords[role] ?? role).join('、')
}

/** 记录 何青 2026-05-06; empty where the operation is about nothing in particular. */
export function objectInWords(object: AuditNote['object']): string {
  if (object === null) return ''
  const kind = objectWords[object.kind]
  const label = object.label === '' ? object.id : object.label
  const name = object.kind === 'person' ? `${label}（${object.id}）` : label
  return kind === undefined ? name : `${kind} ${name}`.trim()
}

export type FactLine = { readonly name: string; readonly label: string; readonly values: readonly string[] }

/** The facts one by one, each with its values as words. */
export function factLines(facts: AuditFacts | null): readonly FactLine[] {
  return Object.entries(facts ?? {}).map(([name, value]) => ({
    name,
    label: factWords[name] ?? name,
    values: (isList(value) ? value : [value]).map((one) => valueInWords(name, one)),
  }))
}

function isList(value: AuditFacts[string]): value is readonly string[] {
  return Array.isArray(value)
}

function valueInWords(name: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  return codedFacts.includes(name) ? (valueWords[text] ?? text) : text
}

/** All facts on one line, as a cell of the exported file has them. */
export function factsInWords(facts: AuditFacts | null): string {
  return factLines(facts)
    .map(({ label, values }) => `${label}：${values.join('、')}`)
    .join('；')
}
