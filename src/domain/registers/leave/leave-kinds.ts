/** What leave may be asked for; which of it counts against what stands in its terms. */
export const leaveKinds = [
  'seniority',
  'personal',
  'sick',
  'marriage',
  'maternity',
  'care',
  'bereavement',
  'official',
] as const
export type LeaveKind = (typeof leaveKinds)[number]

export type LeaveKindTerms = {
  /** What an office calls it: 工龄假. */
  readonly title: string
  /** Days off are days of it too; else its working days alone count. */
  readonly counts: 'working' | 'calendar'
  /** Set off against the seniority balance of the year: itself, or each day over it is noted. */
  readonly balance: 'taken' | 'set-off' | 'none'
}

/** Suggested by this system: which kinds count days off as well is left open by the text. */
export const leaveTerms: Readonly<Record<LeaveKind, LeaveKindTerms>> = {
  seniority: { title: '工龄假（年休假）', counts: 'working', balance: 'taken' },
  personal: { title: '事假', counts: 'working', balance: 'set-off' },
  sick: { title: '病假', counts: 'working', balance: 'none' },
  marriage: { title: '婚假', counts: 'working', balance: 'none' },
  maternity: { title: '产假', counts: 'calendar', balance: 'none' },
  care: { title: '护理假（含陪产、育儿）', counts: 'working', balance: 'none' },
  bereavement: { title: '丧假', counts: 'working', balance: 'none' },
  // Away on the town's business: it excuses and counts against nothing.
  official: { title: '公差', counts: 'working', balance: 'none' },
}
