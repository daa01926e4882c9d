import { suggestedRules } from '../../src/domain/registers/attendance/attendance-rules.ts'
import { endpoints, type EndpointName } from '../../src/http/contract/endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import type { Action } from '../../src/policies/policy-table.ts'
import { formOf } from '../audited/watch-audit.ts'
import { askedRegister, registerRequests, sheetRequests } from './register-requests.ts'
import type { Things } from './town-with-everything.ts'

/** What an operation names one of; how far a role reaches decides whether it is found. */
export type ObjectKind = 'person' | 'ofTown' | 'account' | 'session' | 'membership' | 'persona' | 'anyTown'

/** How an operation is asked so that its answer shows on which side of the walls the asker stands. */
export type Request = {
  /** The object the body or the query names; one in the path is known by its parameter. */
  readonly names?: ObjectKind
  readonly query?: (things: Things) => Readonly<Record<string, string>>
  readonly body?: (things: Things) => unknown
  /** Refusals that only somebody within the walls hears, each with why it is the expected answer here. */
  readonly within?: Readonly<Record<string, string>>
  /** The refusal of an object that is not there, where it is not answered by a 404. */
  readonly missing?: string
  /** Words that say so, where the code does not. */
  readonly missingWords?: string
  /** Only these roles, judged by the route itself: what the table cannot say of an operation beyond a town. */
  readonly only?: readonly string[]
  /** The action the route itself asks, where the endpoint lets in whoever has one of several. */
  readonly asks?: Action
  /** The session ends or moves by it. */
  readonly spendsSession?: true
}

const changesNothing = 'was done before: nothing changes by asking again'
const stale = 'the revision is an old one, so that nothing changes'
const period = () => ({ period: '2025' })
const ofYear = () => ({ year: '2025' })
const onDay = () => ({ on: '2025-05-06' })
const asFile = () => ({ format: 'json' })
const ofMonth = () => ({ month: '2026-01' })
const anotherRevision = { within: { 'record-changed': 'another revision was looked at' } } as const
const stalePiece = {
  within: {
    'record-changed': 'another revision was looked at',
    'record-about-oneself': 'nobody checks or judges his own',
    'record-withdrawn-already': 'somebody who may has taken it back',
  },
} as const
const ofNobody = { within: { 'study-no-person': 'who is not on the roster writes no notes' } } as const
const anotherLeave = {
  within: {
    'record-changed': 'another revision was looked at',
    'record-about-oneself': 'nobody keeps his own line',
    'leave-own': 'nobody grants his own',
  },
} as const
const leaveAsked = { kind: 'personal', first: '2026-01-15', last: '2026-01-15', reason: '有事' }
const leaveTaken = { 'leave-overlaps': 'was asked for before: nothing changes by asking again' }
const noProvider = 'this server has no provider'
const oldRevision = { within: { 'draft-changed': stale }, missing: 'no-open-draft' } as const
const settled = { within: { 'proposal-settled': changesNothing } } as const
const movedOn = { within: { 'proceeding-moved-on': 'another number of steps was looked at' } } as const
const minutes = { title: '纪要', meetingOn: '2026-01-09', present: ['某人'], recused: [] }
const underNoRule = {
  within: { 'unknown-rule': 'nothing is recorded under a rule there is not' },
  missing: 'unknown-person',
} as const

/** Where the ways of asking differ from the rule: a GET as it is, and a write with an empty body, which is refused. */
export const requests: Partial<Record<EndpointName, Request>> = {
  ...registerRequests(),
  ...sheetRequests,

  // 登录.
  signOut: { spendsSession: true },
  endSession: { spendsSession: true },
  beginProviderLink: {
    body: () => ({ proof: { kind: 'password', value: '不是这个密码' } }),
    within: { 'provider-absent': noProvider },
  },
  unlinkProvider: { within: { 'provider-unlinked': noProvider } },
  chooseTown: { names: 'membership', body: ({ townId }) => ({ townId }), spendsSession: true },
  choosePersona: { names: 'persona', body: ({ accountId }) => ({ accountId }) },
  loadSample: { only: ['office', 'founder'], spendsSession: true },
  removeSample: { only: ['office', 'founder'], spendsSession: true },

  // 账号与权限.
  makeAccounts: {
    names: 'person',
    body: ({ staffNumber }) => ({ accounts: [{ staffNumber, userName: null }] }),
    missing: 'person-not-on-roster',
  },
  issueSetUpCodes: { names: 'account', body: ({ accountId }) => ({ accountIds: [accountId] }) },
  suspendAccount: { body: () => ({ reason: '核对权限' }) },
  linkPerson: { body: () => ({ staffNumber: null }) },
  giveRoles: { body: () => ({ shown: [], roles: [] }) },

  // 方案.
  startDraftFromVersion: { names: 'ofTown', body: ({ version }) => ({ version: Number(version) }) },
  reopenDraft: { body: () => ({}) },
  interpretClause: {
    body: ({ draftId }) => ({ revision: 9999, interpretations: [], takesBack: [draftId] }),
    ...oldRevision,
  },
  editScheme: {
    body: () => ({ revision: 9999, edit: { act: 'set-title', title: '考核办法' } }),
    ...oldRevision,
  },
  undoStep: { body: () => ({ revision: 9999 }), ...oldRevision },
  discardDraft: { body: () => ({ revision: 9999 }), ...oldRevision },
  compareSchemes: { names: 'ofTown', query: ({ version }) => ({ from: version, to: version }) },
  compareRegulations: {
    names: 'ofTown',
    query: ({ version }) => ({ from: version, to: version }),
    within: { 'regulation-missing': 'the version was made by hand' },
  },
  downloadSchemeVersion: { query: asFile },
  downloadDraft: { query: asFile },
  proposeAdoption: {
    body: () => ({ revision: 9999, effectiveFrom: '2026-02-01', basis: '会议', note: '' }),
    ...oldRevision,
  },
  adoptScheme: { body: () => ({}), ...settled },
  rejectAdoption: { body: () => ({ reason: '再议' }), ...settled },
  withdrawAdoption: { body: () => ({ reason: '' }), ...settled },
  readReadingEffects: {
    query: () => ({ revision: '9999', code: 'sum-mismatch', start: '0', end: '1', year: '2025' }),
    ...oldRevision,
  },

  // 人员.
  previewPeopleChange: {
    names: 'person',
    body: ({ staffNumber }) => ({ staffNumbers: [staffNumber], change: { kind: 'leave', on: '2026-01-31' } }),
    missingWords: '花名册里没有工号',
  },
  changePeople: {
    names: 'person',
    body: ({ staffNumber }) => ({
      staffNumbers: [staffNumber],
      change: { kind: 'return', on: '2026-01-08' },
      reason: '核对',
    }),
    within: { 'change-refused': 'nobody is back who was not away' },
    missingWords: '花名册里没有工号',
  },

  // 登记建议.
  previewProposedEntries: {
    names: 'ofTown',
    body: ({ proposedEntryId }) => ({ proposalIds: [proposedEntryId], change: null }),
  },
  adoptProposedEntries: {
    names: 'ofTown',
    body: ({ proposedEntryId }) => ({ proposalIds: [proposedEntryId], change: null }),
    within: { 'proposals-decided': changesNothing },
  },
  dismissProposedEntries: {
    names: 'ofTown',
    body: ({ proposedEntryId }) => ({ proposalIds: [proposedEntryId], reason: '不属实' }),
    within: { 'proposals-decided': changesNothing },
  },
  refreshProposedEntries: { body: () => ({}) },
  changeRuleBinding: {
    body: () => ({ version: 1, kind: 'late', variant: '', ruleId: 'there-is-no-such-rule' }),
    within: { 'binding-rule-unknown': 'nothing is bound to a rule there is not' },
  },

  // 台账.
  listRuleChoices: { query: onDay, missing: 'unknown-person' },
  listOfficeRuleChoices: { query: onDay, missing: 'office-empty' },
  previewEntry: { names: 'person', body: findingAbout, ...underNoRule },
  recordEntry: { names: 'person', body: findingAbout, ...underNoRule },
  confirmEntries: {
    names: 'ofTown',
    body: ({ entryId }) => ({ entryIds: [entryId] }),
    within: { 'entries-reversed': changesNothing },
  },
  previewConfirmation: { names: 'ofTown', body: ({ entryId }) => ({ entryIds: [entryId] }) },
  reverseEntry: { body: () => ({ reason: '录错' }), within: { 'entry-already-reversed': changesNothing } },

  // 督查、月考核、签收与日历.
  listInspections: { query: ofYear },
  changeInspectionSettings: { body: () => ({ wantsPlace: false }) },
  visitOffice: { body: ({ office }) => ({ office, words: '在岗' }), within: { 'round-ended': changesNothing } },
  recordInspectionFinding: {
    body: (things) => ({ office: things.office, finding: findingAbout(things) }),
    within: { 'round-ended': changesNothing },
  },
  previewInspectionReport: { body: () => ({}), within: { 'round-ended': changesNothing } },
  endInspection: { body: () => ({ digest: '0'.repeat(64) }), within: { 'round-ended': changesNothing } },
  listMonths: { query: ofYear },
  previewMonth: { body: () => ({ month: '2025-02', reason: '一月没有在用' }) },
  closeMonth: {
    body: () => ({ month: '2025-01', reason: '再结一次', digest: '0'.repeat(64) }),
    within: { 'month-closed': changesNothing },
  },
  readOwnNews: { query: ofYear },
  acknowledgeEntries: { names: 'person', body: ({ entryId }) => ({ entryIds: [entryId] }) },
  readCalendar: { query: ofYear },

  // 评议与成绩.
  listRatings: { query: ofYear },
  addMark: {
    names: 'person',
    body: ({ staffNumber }) => ({
      year: 2025,
      staffNumber,
      categoryId: 'no-such-category',
      group: null,
      mark: '90',
      source: '评议表',
    }),
    within: { 'mark-category-unknown': 'nothing is marked in a category there is not' },
    missing: 'mark-person-unknown',
  },
  withdrawMark: { body: () => ({ reason: '误录' }), within: { 'mark-withdrawn-already': changesNothing } },
  readStandings: { query: period },
  readScoreSheet: { query: period },
  listUnkeptRegisters: { query: ofYear },
  downloadStandings: { query: period },
  readPay: { query: ofYear },
  readMonthFigures: { query: () => ({ month: '2025-05' }) },
  downloadPay: { query: () => ({ year: '2025', perPerson: '1000' }) },
  readFinalResults: { query: ofYear },
  previewFinalResult: { query: ofYear },
  approveFinalResult: { body: () => ({ minutes: '纪要' }), ...settled },
  rejectFinalResult: { body: () => ({ reason: '再议' }), ...settled },
  withdrawFinalResult: { body: () => ({ reason: '' }), ...settled },
  readPayLists: { query: ofYear },
  readOwnPay: { query: ofYear },
  previewPayList: { query: () => ({ year: '2025', perPerson: '1000' }) },
  approvePayList: { body: () => ({ minutes: '纪要' }), ...settled },
  rejectPayList: { body: () => ({ reason: '再议' }), ...settled },
  withdrawPayList: { body: () => ({ reason: '' }), ...settled },
  downloadBulletin: { query: () => ({ format: 'docx' }) },
  finaliseBulletin: { within: { 'bulletin-ended': changesNothing } },
  withdrawBulletin: { body: () => ({ reason: '有误' }), within: { 'bulletin-ended': changesNothing } },
  changeBulletinDraft: {
    body: () => ({
      title: '通报',
      terms: { notice: null, contact: '', scope: '', gradesOnly: false, reason: null },
      seen: '2025-01-01T00:00:00.000Z',
    }),
    within: { 'bulletin-draft-changed': 'another state of the draft was looked at' },
  },
  publishBulletin: {
    body: () => ({ digest: '0'.repeat(64), title: '通报' }),
    within: { 'figures-changed': 'other figures were looked at' },
  },
  discardBulletinDraft: {
    query: () => ({ seen: '2025-01-01T00:00:00.000Z' }),
    within: { 'bulletin-draft-changed': 'another state of the draft was looked at' },
  },
  downloadBulletinDraft: { query: () => ({ format: 'docx' }) },
  downloadScoreSheet: { query: () => ({ period: '2025', format: 'docx' }) },

  // 台账核验.
  checkPrintedHead: { query: () => ({ size: '1', head: '0'.repeat(20) }) },
  downloadReceipt: { within: { 'receipt-of-others': 'it is for the recorder and the person alone' } },

  // 投诉举报.
  addComplaint: {
    body: () => ({ channel: 'letter', receivedOn: '2026-01-09', words: '反映窗口上班没有人' }),
  },
  takeComplaintStep: {
    body: () => ({ revision: 9999, taken: { step: 'verification-started' } }),
    within: { 'complaint-changed': 'another revision was looked at' },
  },
  downloadComplaints: { query: () => ({ format: 'csv' }) },
  checkComplaintSheet: { body: () => formOf('收到日期', {}) },
  importComplaints: { body: () => formOf('收到日期', { faulty: 'leave-out' }) },
  markComplaintProblems: { body: () => formOf('收到日期', {}) },
  readComplaintForm: { query: () => ({ town: 'qingyuan' }) },
  switchComplaintForm: { body: () => ({ isOpen: false }) },

  // 值班、会议与活动.
  readDutyMonth: { query: ofMonth },
  downloadDutyMonth: { query: ofMonth },
  previewDutyRoster: { body: () => ({ from: '2026-03-02', to: '2026-03-02' }) },
  withdrawDuty: { body: () => ({ revision: 9999, reason: '排错了' }), ...anotherRevision },
  changeDuty: {
    body: ({ staffNumber }) => ({
      revision: 9999,
      staffNumber,
      post: 'member',
      shift: 'whole',
      note: null,
      reason: '调整',
    }),
    ...anotherRevision,
  },
  checkInToDuty: { body: () => ({ revision: 9999 }), ...anotherRevision },
  checkDuty: { body: () => ({ revision: 9999, found: 'present' }), ...anotherRevision },
  askDutySwap: {
    body: ({ staffNumber }) => ({ revision: 9999, to: staffNumber, inReturn: null, reason: '有事' }),
    ...anotherRevision,
  },
  answerDutySwap: { body: () => ({ revision: 9999, answer: 'swap-refused' }), ...anotherRevision },
  listGatherings: { query: ofYear },
  // It is about nobody in particular.
  addGathering: {},
  withdrawGathering: { body: () => ({ revision: 9999, reason: '不开了' }), ...anotherRevision },
  changeGathering: {
    body: () => ({
      revision: 9999,
      kind: 'meeting',
      title: '例会',
      day: '2026-01-20',
      startsAt: '09:00',
      place: null,
      offices: [],
      people: [],
      code: 'changing',
      reason: '改期',
    }),
    ...anotherRevision,
  },
  signInToGathering: {
    body: () => ({ code: '000000' }),
    within: { 'gathering-code-wrong': 'the screen shows another code' },
  },
  tickGathering: { body: ({ staffNumber }) => ({ staffNumbers: [staffNumber], isPresent: false }) },
  excuseFromGathering: { body: ({ staffNumber }) => ({ staffNumber, reason: null }) },
  downloadGatherings: { query: ofYear },
  importSignInList: { body: () => formOf('姓名', { mode: 'check' }) },
  markSignInProblems: { body: () => formOf('姓名', {}) },
  closeRoll: {
    body: () => ({ isClosed: false }),
    within: { 'gathering-not-ended': 'it has not begun' },
  },

  // 政治学习与督办.
  fileStudyNote: { body: () => ({ title: '学习笔记', text: '认真学习' }), ...ofNobody },
  fileStudyDocument: { body: () => formOf('认真学习', { title: '学习笔记' }), ...ofNobody },
  takeBackStudyNote: { body: () => ({ revision: 9999 }), ...stalePiece },
  checkStudyNote: { body: () => ({ revision: 9999, outcome: 'accepted' }), ...stalePiece },
  checkStudyNotes: {
    body: () => ({
      checks: [{ recordId: '0b8f1a52-8a2c-4a52-9d0c-6f3f0d5d1a01', revision: 9999, outcome: 'accepted' }],
    }),
    within: { 'study-checks-refused': 'there is no such piece' },
  },
  readStudyStanding: { query: ofYear },
  readTaskBoard: { query: ofYear },
  handInTask: { body: () => ({ revision: 9999, words: '已办' }), ...stalePiece },
  judgeTask: { body: () => ({ revision: 9999, outcome: 'passed' }), ...stalePiece },
  extendTask: { body: () => ({ revision: 9999, last: '2026-12-01', reason: '上级延后' }), ...stalePiece },
  cancelTask: { body: () => ({ revision: 9999, reason: '不再需要' }), ...stalePiece },
  reportIncident: { body: () => ({ revision: 9999, on: '2025-05-06', time: '09:00' }), ...stalePiece },
  renewRecurringDuties: { body: () => ({ year: 2025 }) },

  // 考勤.
  readAttendanceMonth: { query: ofMonth },
  downloadAttendanceMonth: { query: ofMonth },
  previewAttendanceRules: { body: () => suggestedRules },
  changeAttendanceRules: { body: () => suggestedRules },
  readClockColumns: { body: () => formOf('工号,打卡时间', {}) },
  importAttendance: {
    body: () =>
      formOf('工号,打卡时间', { mode: 'check', mapping: '{"headerRow":1,"roles":["staffNumber","moment"]}' }),
  },

  // 请假与去向.
  registerLeave: { body: () => ({ revision: 9999 }), ...anotherLeave },
  noteLeaveReturn: { body: () => ({ revision: 9999, on: '2025-05-06' }), ...anotherLeave },
  readOwnLeave: { query: ofYear },
  previewLeave: { body: () => leaveAsked, within: leaveTaken },
  requestLeave: { body: () => leaveAsked, within: leaveTaken },
  withdrawOwnLeave: { body: () => ({ revision: 9999 }), ...anotherRevision },
  returnFromLeave: { body: () => ({ revision: 9999, on: '2025-05-06' }), ...anotherRevision },
  decideLeave: { body: () => ({ revision: 9999, outcome: 'approved' }), ...anotherLeave },
  readLeaveBalances: { query: ofYear },
  setLeaveBalances: {
    names: 'person',
    body: ({ staffNumber }) => ({ year: 2025, balances: [{ staffNumber, days: 500 }] }),
    within: { 'record-about-oneself': 'nobody writes down his own' },
    missing: 'record-person-unknown',
  },
  importLeaveBalances: { body: () => formOf('工号,工龄假天数', { mode: 'check', year: '2025' }) },
  markLeaveBalanceProblems: { body: () => formOf('工号,工龄假天数', {}) },
  downloadLeaveBalances: { query: ofYear },
  readLeaveCalendar: { query: ofMonth },
  changeLeaveSettings: { body: () => ({ shortLeave: 100, usualBalance: null, standIns: [] }) },
  showWhereabouts: { body: () => ({ kind: 'in' }) },
  noteWhereaboutsUnknown: {
    names: 'person',
    body: ({ staffNumber }) => ({ staffNumber }),
    within: {
      'record-known': 'was noted in this minute: nothing changes by asking again',
      'record-about-oneself': 'nobody notes himself',
    },
    missing: 'record-person-unknown',
  },
  changeWhereaboutsSettings: { body: () => ({ unsaid: 'in' }) },

  // 提醒.
  setReminderAddress: {
    body: () => ({ email: 'someone@example.cn', isOn: true }),
    within: { 'mail-not-offered': 'this server sends no mail' },
  },
  testReminderAddress: { within: { 'mail-not-offered': 'this server sends no mail' } },
  testRobot: {
    within: { 'robot-removed': 'somebody who may removed it', 'test-just-sent': 'once a minute' },
  },

  // 异议、复核与裁量.
  fileObjection: {
    names: 'person',
    body: ({ entryId }) => ({ subject: { about: 'entry', entryId }, words: '那天在县里开会' }),
    within: { 'entry-reversed-already': 'it counts no more' },
  },
  withdrawObjection: { body: () => ({ seen: 99, words: '' }), ...movedOn },
  answerObjection: { body: () => ({ seen: 99, outcome: 'rejected', reasons: '经核查属实' }), ...movedOn },
  askForReview: { body: () => ({ seen: 99, words: '不服这个答复' }), ...movedOn },
  recordRecusal: { body: () => ({ seen: 99, who: '某人', why: '亲属' }), ...movedOn },
  decideReview: { body: () => ({ seen: 99, outcome: 'rejected', reasons: '经核查属实', minutes }), ...movedOn },
  recordAppeal: { body: () => ({ seen: 99, day: '2026-01-09', outcome: 'pending', words: '已报' }), ...movedOn },
  cureByReversal: { body: () => ({ seen: 99 }), ...movedOn },
  cureByCorrection: {
    body: ({ bulletinId }) => ({ seen: 99, bulletinId }),
    within: { 'correction-bulletin-unknown': 'the bulletin corrects nothing' },
  },
  proposeDiscretion: {
    names: 'person',
    body: (things) => ({ ...findingAbout(things), facts: '事实如此这般' }),
    ...underNoRule,
  },
  addEntryEvidence: {
    body: handedIn,
    within: {
      'evidence-closed': changesNothing,
      'evidence-not-yours': 'an inspector adds to what he recorded himself',
    },
  },
  addRecordEvidence: {
    body: handedIn,
    within: { 'evidence-not-yours': 'who reads a line may not always write it' },
  },
  listEvidence: { query: ({ entryId }) => ({ kind: 'entry', ids: entryId }) },
  listEntryOrigins: { query: ({ entryId }) => ({ ids: entryId }) },
  addAttachment: { body: handedIn, within: { 'attachments-closed': changesNothing } },
  withdrawDiscretion: {
    body: () => ({ seen: 99, words: '' }),
    within: { ...movedOn.within, 'step-not-allowed': 'an inspector takes back only what he proposed himself' },
  },
  previewDiscretion: { body: () => ({ amounts: [] }) },
  decideDiscretion: { body: () => ({ seen: 99, amounts: [], reasons: '经研究决定', minutes }), ...movedOn },

  // 个人信息与区级.
  downloadOwnData: { query: ofYear },
  answerCorrection: {
    body: () => ({ state: 'done', answer: '已改' }),
    within: { 'correction-answered': changesNothing },
  },
  reissueFounderCode: { within: { 'founder-activated': 'its founder has come in' } },
  proposeTownCode: { query: () => ({ name: '白石镇' }) },
}

function findingAbout({ staffNumber }: Things) {
  const about = { kind: 'people', staffNumbers: [staffNumber] }
  return { about, ruleId: 'no-such-rule', quantity: '1', occurredOn: '2025-05-06' }
}

function handedIn(): FormData {
  const form = new FormData()
  form.set('file', new File(['情况说明'], '说明.txt'))
  return form
}

type PathObject = { readonly kind: ObjectKind; readonly of: (things: Things, path: string) => string }

/** Every parameter a path may have. A new one has to be given its object here before the matrix runs at all. */
const pathObjects: Readonly<Record<string, PathObject>> = {
  staffNumber: { kind: 'person', of: ({ staffNumber }) => staffNumber },
  office: { kind: 'ofTown', of: ({ office }) => office },
  entryId: { kind: 'ofTown', of: ({ entryId }) => entryId },
  accountId: { kind: 'account', of: ({ accountId }) => accountId },
  sessionId: { kind: 'session', of: ({ sessionId }) => sessionId },
  draftId: { kind: 'ofTown', of: ({ draftId }) => draftId },
  version: { kind: 'ofTown', of: ({ version }) => version },
  markId: { kind: 'ofTown', of: ({ markId }) => markId },
  requestId: { kind: 'ofTown', of: ({ requestId }) => requestId },
  proceedingId: {
    kind: 'person',
    of: ({ proceedingId, discretionId }, path) =>
      path.startsWith('/api/discretions/') ? discretionId : proceedingId,
  },
  // Not an object of its own: it says which list.
  register: { kind: 'anyTown', of: () => askedRegister },
  leaveId: { kind: 'person', of: ({ recordIds }) => recordIds['leave'] ?? '' },
  recordId: {
    kind: 'person',
    of: ({ recordIds }, path) => recordIds[registerOfPath(path)] ?? '',
  },
  evidenceId: { kind: 'person', of: ({ evidenceId }) => evidenceId },
  attachmentId: { kind: 'person', of: ({ attachmentId }) => attachmentId },
  roundId: { kind: 'ofTown', of: ({ roundId }) => roundId },
  robotId: { kind: 'ofTown', of: ({ robotId }) => robotId },
  complaintId: { kind: 'ofTown', of: ({ complaintId }) => complaintId },
  turnId: { kind: 'person', of: ({ turnId }) => turnId },
  gatheringId: { kind: 'ofTown', of: ({ gatheringId }) => gatheringId },
  bulletinId: { kind: 'ofTown', of: ({ bulletinId }) => bulletinId },
  bulletinDraftId: { kind: 'ofTown', of: ({ bulletinDraftId }) => bulletinDraftId },
  townId: { kind: 'anyTown', of: ({ townId }) => townId },
  proposalId: { kind: 'ofTown', of: proposalOf },
}

/** A file may be handed in to a line of any register: to one that most roles may see. */
function registerOfPath(path: string): string {
  if (path.startsWith('/api/records/')) return 'attendance'
  return /^\/api\/registers\/([a-z-]+)/.exec(path)?.[1] ?? askedRegister
}

function proposalOf({ adoptionId, resultId, payListId, proposedEntryId }: Things, path: string): string {
  if (path.startsWith('/api/proposed-entries/')) return proposedEntryId
  if (path.startsWith('/api/adoptions/')) return adoptionId
  if (path.startsWith('/api/final-results/')) return resultId
  assert(path.startsWith('/api/pay-lists/'), `the matrix knows whose proposals ${path} speaks of`)
  return payListId
}

function paramsOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

function pathObject(name: string, path: string): PathObject {
  const found = pathObjects[name]
  if (found === undefined)
    throw new Error(`the matrix has no object for {${name}} of ${path}: add it to pathObjects and to Things`)
  return found
}

export type Operation = {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly request: Request
  /** null: it names no object. */
  readonly object: ObjectKind | null
}

/** Every operation of the API with the object it names; throws for one whose object the matrix does not know. */
export function operations(): readonly Operation[] {
  return Object.entries(endpoints).map(([name, endpoint]): Operation => {
    assert(isEndpointName(name), 'the table lists its own names')
    const request = requests[name] ?? {}
    const objects = paramsOf(endpoint.path).filter((param) => param !== 'register')
    const [inPath, ...others] = objects.map((param) => pathObject(param, endpoint.path).kind)
    assert(others.length === 0, `${endpoint.path} names one object`)
    return { name, endpoint, request, object: inPath ?? request.names ?? null }
  })
}

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name)
}

export type Asked = { readonly method: string; readonly path: string; readonly body?: unknown }

/** The request of one cell. */
export function askedOf({ endpoint, request }: Operation, things: Things): Asked {
  const { method, path, upload, body, answers } = endpoint
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(pathObject(name, path).of(things, path)),
  )
  const query = new URLSearchParams(request.query?.(things) ?? {}).toString()
  const address = query === '' ? filled : `${filled}?${query}`
  // What is handed in to something is looked at behind the walls around it.
  if (upload === true)
    return { method, path: address, ...(request.body === undefined ? {} : { body: request.body(things) }) }
  if (method === 'GET' || answers === 'redirect' || body === undefined) return { method, path: address }
  return { method, path: address, body: request.body?.(things) ?? {} }
}
