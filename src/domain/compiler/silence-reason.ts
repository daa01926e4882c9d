/**
 * Why words that look like scoring score nothing, each with the sentence a clerk reads. The list is closed: a scoring
 * word that lies under no rule and no finding, and has none of these reasons, becomes an `unreadable-clause`
 * (SPEC §2: none may vanish in silence).
 */
export const silenceSentences = {
  /** 扣完为止. */
  'floor-wording': '说的是扣到没有分为止，每个项目本来都以零分为底，不另成条款。',
  /** 最多加5分, 不封顶. */
  'cap-wording': '说的是最多扣多少、加多少，已写在它所限制的条款里。',
  /** 除以成绩之和为单位分值. */
  'pay-formula': '说的是得分怎样折成绩效工资，不扣分也不加分。',
  /** 总分值减去所扣的分为所得分. */
  'score-formula': '说的是得分怎样汇总，不扣分也不加分。',
  /** 采取扣分和加分制. */
  'method-prose': '说的是用什么办法计分，没有写明什么事扣、加多少分。',
  /** 由考核办登记扣分. */
  procedure: '说的是由谁、在什么时候登记或公布，不扣分也不加分。',
  /** 加分事项. */
  heading: '是标题，下面的条款另行读出。',
  /** 记(10分), 满分100分. */
  'item-points': '说的是这一项本身有多少分，已作为项目的分值。',
  /** 公共工程(20分)、业务工作(60分). */
  'category-list': '说的是各类别各有多少分，已作为类别的分值。',
  /** 90分以上为优秀. */
  'table-of-bands': '说的是得分对应的等次，不扣分也不加分。',
  /** 就高不重复. */
  'combination-wording': '说的是几条同时符合时怎样合并计算，本身不另成条款。',
  /** 有下列情形之一的，一票否决：. */
  'list-lead': '说的是下列各项的共同后果，已写进各项条款。',
  /** 平均得分比上年增加2.3分. */
  'told-figure': '说的是已有的得分和它的变化，不扣分也不加分。',
  /** 折扣, 取消收费项目. */
  'other-word': '这个字在这里是别的词，与计分无关。',
} as const

export type SilenceReason = keyof typeof silenceSentences

/** Every reason there is. */
export const silenceReasons: readonly SilenceReason[] = Object.keys(silenceSentences).filter(
  (reason): reason is SilenceReason => Object.hasOwn(silenceSentences, reason),
)
