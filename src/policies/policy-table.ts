import type { Role } from './roles.ts'

/**
 * Who may do what, for an auditor to read. One line per action: `by` which roles and how far each reaches, `on` objects
 * in which state, `not` by whom even then. What is not listed is denied.
 *
 * How far: self (one's own person), ownOffice, inCharge (offices a leader is in charge of), town, district.
 * Not by: recorder, confirmer or proposer of the object; aboutOneself: who is its subject.
 */
export const scopes = ['self', 'ownOffice', 'inCharge', 'town', 'district'] as const
export type Scope = (typeof scopes)[number]
export const bars = ['recorder', 'confirmer', 'proposer', 'aboutOneself'] as const
export type Bar = (typeof bars)[number]

export type Policy = {
  readonly by: Readonly<Partial<Record<Role, Scope>>>
  readonly on?: readonly string[]
  readonly not?: readonly Bar[]
  /** Roles that may do it only to what they recorded themselves. */
  readonly ownOnly?: readonly Role[]
  /**
   * Who may do it must show a second factor at sign-in: it changes scores, pay or settings (true), or shows them of a
   * whole town (wholeTown: only of whom it reaches that far).
   */
  readonly guarded?: true | 'wholeTown'
}

const policyTable = {
  // 方案. The regulation and its scheme are no secret within the town.
  'scheme.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      deputy: 'town',
      principal: 'town',
      staff: 'town',
      discipline: 'town',
      finance: 'town',
    },
  },
  'scheme.draft': { by: { office: 'town' }, guarded: true },
  'scheme.propose': { by: { office: 'town' }, guarded: true },
  'scheme.adopt': { by: { leadingGroup: 'town' }, not: ['proposer'], guarded: true },

  // 人员与机构.
  'people.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      systemAdmin: 'town',
      securityAdmin: 'town',
      founder: 'town',
      deputy: 'inCharge',
      staff: 'ownOffice',
    },
  },
  /** Posts and days on the roster decide scores and pay: one's own are changed by another of the office. */
  'people.change': { by: { office: 'town' }, not: ['aboutOneself'], guarded: true },

  // 台账: recorder ≠ confirmer ≠ reviewer, and nobody decides about himself.
  'entry.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'self',
    },
  },
  'entry.record': { by: { office: 'town', inspector: 'town' }, guarded: true },
  'entry.confirm': { by: { office: 'town' }, on: ['recorded'], not: ['recorder', 'aboutOneself'], guarded: true },
  /** Before it is confirmed, a mistake is taken back by the office, or by the inspector who made it. */
  'entry.withdraw': {
    by: { office: 'town', inspector: 'town' },
    on: ['recorded'],
    ownOnly: ['inspector'],
    guarded: true,
  },
  'entry.reverse': {
    by: { office: 'town', leadingGroup: 'town' },
    on: ['confirmed'],
    not: ['recorder', 'confirmer', 'aboutOneself'],
    guarded: true,
  },

  // 综合评议 and registers.
  'rating.read': { by: { leadingGroup: 'town', office: 'town', principal: 'town', discipline: 'town' } },
  'rating.record': { by: { office: 'town' }, not: ['aboutOneself'], guarded: true },
  'register.settle': { by: { office: 'town' }, guarded: true },

  // 日常登记. Each register is kept by the office; a person sees his own lines, a leader those of the offices in charge.
  'attendance.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'self',
    },
  },
  'attendance.keep': { by: { office: 'town' }, guarded: true },
  'leave.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'self',
    },
  },
  'leave.request': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  /** How many days each may grant is the town's setting (SPEC §6); nobody grants his own. */
  'leave.approve': { by: { deputy: 'inCharge', principal: 'town' }, not: ['aboutOneself'] },
  /** 备案, back from leave, and what was asked for on paper. */
  'leave.keep': { by: { office: 'town' }, not: ['aboutOneself'], guarded: true },
  /** The board hangs where everyone passes. */
  'whereabouts.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'town',
      staff: 'town',
    },
  },
  'whereabouts.show': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  /** Found neither in nor accounted for. */
  'whereabouts.check': { by: { office: 'town', inspector: 'town' }, not: ['aboutOneself'], guarded: true },
  'duty.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'town',
      staff: 'town',
    },
  },
  'duty.keep': { by: { office: 'town' }, guarded: true },
  /** Checking in to one's own shift, and giving it away. */
  'duty.serve': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'gathering.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'town',
      staff: 'town',
    },
  },
  'gathering.keep': { by: { office: 'town' }, guarded: true },
  'gathering.sign': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'study.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'self',
    },
  },
  'study.file': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'study.keep': { by: { office: 'town' }, not: ['aboutOneself'], guarded: true },
  'task.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'ownOffice',
    },
  },
  'task.assign': { by: { office: 'town', principal: 'town', deputy: 'inCharge' } },
  'task.hand-in': { by: { staff: 'ownOffice', deputy: 'inCharge', principal: 'self' } },
  'task.judge': { by: { office: 'town', principal: 'town' }, not: ['aboutOneself'], guarded: true },
  'superior-result.read': {
    by: { leadingGroup: 'town', office: 'town', principal: 'town', discipline: 'town' },
  },
  'superior-result.keep': { by: { office: 'town', discipline: 'town' }, not: ['aboutOneself'], guarded: true },
  /** What was complained of, and by whom, is discipline's alone until it is verified. */
  'complaint.read': { by: { discipline: 'town' } },
  'complaint.keep': { by: { discipline: 'town' }, not: ['aboutOneself'], guarded: true },
  /** Whether anybody may complain by the public form; it shows no complaint. */
  'complaint.open-form': { by: { office: 'town', discipline: 'town' }, guarded: true },
  /** Working hours, who grants how much leave, what is switched on. */
  'register.configure': { by: { office: 'town' }, guarded: true },

  // 登记建议: what registers propose, and which rule it falls under.
  'proposed-entry.read': {
    by: { leadingGroup: 'town', office: 'town', principal: 'town', discipline: 'town' },
  },
  'proposed-entry.decide': { by: { office: 'town' }, not: ['aboutOneself'], guarded: true },
  'rule-binding.change': { by: { office: 'town' }, guarded: true },

  // 成绩: administrators and finance see no one's.
  'score.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      deputy: 'inCharge',
      staff: 'self',
    },
    guarded: 'wholeTown',
  },
  // 绩效工资: the working list, and the final one that two have signed.
  'pay.read': { by: { leadingGroup: 'town', office: 'town', principal: 'town' }, guarded: 'wholeTown' },
  'result.propose': { by: { office: 'town' }, guarded: true },
  'result.approve': { by: { leadingGroup: 'town' }, on: ['open'], not: ['proposer'], guarded: true },
  'result.read': {
    by: { leadingGroup: 'town', office: 'town', principal: 'town', discipline: 'town' },
    guarded: 'wholeTown',
  },
  'pay-list.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      finance: 'town',
      staff: 'self',
      deputy: 'self',
    },
    guarded: 'wholeTown',
  },

  // 督查 and 月考核.
  'inspection.read': {
    by: { leadingGroup: 'town', office: 'town', inspector: 'town', principal: 'town', discipline: 'town' },
  },
  'inspection.open': { by: { office: 'town' }, guarded: true },
  'inspection.visit': { by: { office: 'town', inspector: 'town' }, guarded: true },
  'inspection.end': { by: { office: 'town', inspector: 'town' }, guarded: true },
  'period.read': {
    by: { leadingGroup: 'town', office: 'town', principal: 'town', discipline: 'town', inspector: 'town' },
  },
  'period.close': { by: { office: 'town' }, guarded: true },
  /** The person says that he has been told of an entry about himself. */
  'entry.acknowledge': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'calendar.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      deputy: 'town',
      principal: 'town',
      staff: 'town',
      discipline: 'town',
      finance: 'town',
    },
  },
  'calendar.change': { by: { office: 'town' }, guarded: true },

  // 通报. What is published to the town, the town reads; documents of one person are read by him and by who issues them.
  'bulletin.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      inspector: 'self',
      finance: 'self',
      deputy: 'self',
      staff: 'self',
    },
  },
  'bulletin.publish': { by: { office: 'town' }, guarded: true },

  // 异议与复核: nobody decides on his own, nor on what he recorded, confirmed or answered.
  /** And whoever opened one reads it: an inspector what he proposed. */
  'proceeding.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      principal: 'town',
      discipline: 'town',
      inspector: 'self',
      deputy: 'self',
      staff: 'self',
    },
  },
  'objection.file': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'objection.answer': {
    by: { office: 'town' },
    not: ['recorder', 'confirmer', 'aboutOneself'],
    guarded: true,
  },
  'review.decide': {
    by: { leadingGroup: 'town' },
    not: ['recorder', 'confirmer', 'proposer', 'aboutOneself'],
    guarded: true,
  },
  'appeal.record': { by: { office: 'town', discipline: 'town' }, not: ['aboutOneself'], guarded: true },
  'discretion.propose': { by: { office: 'town', inspector: 'town' }, not: ['aboutOneself'], guarded: true },
  'discretion.decide': { by: { leadingGroup: 'town' }, not: ['proposer', 'aboutOneself'], guarded: true },

  // 台账核验. A head and one's own entries are anyone's to check; the whole log is discipline's.
  'proof.read': {
    by: {
      leadingGroup: 'town',
      office: 'town',
      inspector: 'town',
      deputy: 'town',
      principal: 'town',
      staff: 'town',
      discipline: 'town',
      finance: 'town',
      auditAdmin: 'town',
    },
  },
  'proof.keep': { by: { discipline: 'town' }, guarded: true },
  'proof.export-pay': { by: { finance: 'town', discipline: 'town' }, guarded: true },
  'proof.export-full': { by: { discipline: 'town' }, guarded: true },

  // 提醒.
  'reminder.configure': { by: { systemAdmin: 'town', founder: 'town' }, guarded: true },

  // 个人信息.
  'own-data.read': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'correction.request': { by: { staff: 'self', deputy: 'self', principal: 'self' } },
  'correction.answer': { by: { office: 'town' }, on: ['open'], not: ['aboutOneself'], guarded: true },

  // 账号与权限.
  'account.read': { by: { systemAdmin: 'town', securityAdmin: 'town', auditAdmin: 'town', founder: 'town' } },
  'account.change': { by: { systemAdmin: 'town', founder: 'town' }, guarded: true },
  'role.grant': { by: { securityAdmin: 'town', founder: 'town' }, not: ['aboutOneself'], guarded: true },

  // 审计.
  'audit.read': { by: { auditAdmin: 'town', discipline: 'town' }, guarded: 'wholeTown' },

  // 区级.
  'district.read': { by: { district: 'district' } },
  'district.change': { by: { district: 'district' }, guarded: true },
  'district.keep-heads': { by: { district: 'district' }, guarded: true },
} as const satisfies Record<string, Policy>

export type Action = keyof typeof policyTable

export const actions = Object.keys(policyTable).filter((name): name is Action => Object.hasOwn(policyTable, name))

export function policyOf(action: Action): Policy {
  return policyTable[action]
}
