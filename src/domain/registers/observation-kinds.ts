import type { RegisterId } from './register.ts'

/** Everything a register can report; what a rule is bound to. */
export const observationKinds = [
  'late',
  'early-leave',
  'absence',
  'personal-leave-over',
  'overstayed-leave',
  'whereabouts-unknown',
  'duty-missed',
  'meeting-absence',
  'activity-absence',
  'study-absence',
  'study-notes',
  'task-overdue',
  'recurring-duty-short',
  'incident-late',
  'target-met',
  'target-missed',
  'rank',
  'completion-rate',
  'rate-short',
  'sanction',
  'criticism',
  'commendation',
  'complaint-upheld',
] as const
export type ObservationKind = (typeof observationKinds)[number]

export type KindTerms = {
  readonly register: RegisterId
  /** What an office calls it: 迟到. */
  readonly title: string
  /** The unit its quantity counts. */
  readonly unit: string
  /** achieved: quantities are what was done, as a shortfall rule wants it, and not what was wrong. */
  readonly counts: 'failures' | 'achieved' | 'merits'
  /** A rule whose clause holds one of these is suggested for it; none: the office chooses. */
  readonly clauseWords: RegExp | null
}

export const kindTerms: Readonly<Record<ObservationKind, KindTerms>> = {
  late: { register: 'attendance', title: '迟到', unit: '次', counts: 'failures', clauseWords: /迟到/ },
  'early-leave': { register: 'attendance', title: '早退', unit: '次', counts: 'failures', clauseWords: /早退/ },
  absence: { register: 'attendance', title: '旷工', unit: '天', counts: 'failures', clauseWords: /旷工/ },
  'personal-leave-over': {
    register: 'leave',
    title: '事假超天数',
    unit: '天',
    counts: 'failures',
    clauseWords: /事假/,
  },
  'overstayed-leave': {
    register: 'leave',
    title: '超假未归',
    unit: '天',
    counts: 'failures',
    clauseWords: /超假|逾期不归|逾期未归|未(?:按时|及时)?销假/,
  },
  'whereabouts-unknown': {
    register: 'whereabouts',
    title: '去向不明',
    unit: '次',
    counts: 'failures',
    clauseWords: /去向|告示牌|脱岗|离岗|不在岗/,
  },
  'duty-missed': { register: 'duty', title: '值班缺岗', unit: '次', counts: 'failures', clauseWords: /值班|值守/ },
  'meeting-absence': {
    register: 'gathering',
    title: '会议缺席',
    unit: '次',
    counts: 'failures',
    clauseWords:
      /(?:会议|例会|开会).*(?:缺席|不参加|未参加|无故|缺勤|未到)|(?:缺席|不参加|未参加|无故).*(?:会议|例会)/,
  },
  'activity-absence': {
    register: 'gathering',
    title: '活动缺席',
    unit: '次',
    counts: 'failures',
    clauseWords: /活动.*(?:缺席|不参加|未参加|无故|缺勤|未到)|(?:缺席|不参加|未参加|无故).*活动/,
  },
  'study-absence': {
    register: 'gathering',
    title: '学习缺席',
    unit: '次',
    counts: 'failures',
    clauseWords: /学习.*(?:缺席|不参加|未参加|无故|缺勤|未到|缺一次)|(?:缺席|不参加|未参加|无故).*学习/,
  },
  'study-notes': {
    register: 'study',
    title: '读书笔记',
    unit: '字',
    counts: 'achieved',
    clauseWords: /笔记|心得/,
  },
  'task-overdue': {
    register: 'task',
    title: '督办逾期',
    unit: '次',
    counts: 'failures',
    clauseWords: /督办|交办|逾期|未按时(?:完成|上报|报送)/,
  },
  'recurring-duty-short': {
    register: 'task',
    title: '经常性工作少完成',
    unit: '期',
    counts: 'failures',
    clauseWords: /每?少(?:一|1)?(?:期|篇|次|条)|公开.*期|信息.*篇/,
  },
  'incident-late': {
    register: 'task',
    title: '未在时限内报告或处置',
    unit: '次',
    counts: 'failures',
    clauseWords: /\d+小时|四十八小时|二十四小时|时限/,
  },
  'target-met': {
    register: 'superior-result',
    title: '达标',
    unit: '次',
    counts: 'merits',
    clauseWords: /达标|达到|完成任务/,
  },
  'target-missed': {
    register: 'superior-result',
    title: '未达标',
    unit: '次',
    counts: 'failures',
    clauseWords: /未达标|不达标|未达到|达不到|未完成/,
  },
  rank: {
    register: 'superior-result',
    title: '排名',
    unit: '次',
    counts: 'failures',
    clauseWords: /末位|后[一二三两\d]位|倒数|排名|第[一二三]名|前[一二三]名/,
  },
  'completion-rate': {
    register: 'superior-result',
    title: '完成比例',
    unit: '%',
    counts: 'achieved',
    clauseWords: /率|比例/,
  },
  'rate-short': {
    register: 'superior-result',
    title: '比例低于目标',
    unit: '个百分点',
    counts: 'failures',
    clauseWords: /百分点|个点|率|比例/,
  },
  sanction: { register: 'superior-result', title: '处分', unit: '次', counts: 'failures', clauseWords: /处分/ },
  criticism: {
    register: 'superior-result',
    title: '通报批评',
    unit: '次',
    counts: 'failures',
    clauseWords: /通报批评|批评/,
  },
  commendation: {
    register: 'superior-result',
    title: '表彰',
    unit: '次',
    counts: 'merits',
    clauseWords: /表彰|表扬|奖励|荣誉/,
  },
  'complaint-upheld': {
    register: 'complaint',
    title: '投诉举报查实',
    unit: '次',
    counts: 'failures',
    clauseWords: /投诉|举报|信访/,
  },
}

export function isObservationKind(name: string): name is ObservationKind {
  return observationKinds.some((kind) => kind === name)
}
