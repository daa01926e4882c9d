/**
 * Why words that look like scoring score nothing. The list is closed: a scoring word that lies under no rule and no
 * finding, and has none of these reasons, becomes an `unreadable-clause` (SPEC §2: none may vanish in silence).
 */
export const silenceReasons = [
  /** 扣完为止: the item's floor, which every item has. */
  'floor-wording',
  /** 最多加5分, 不封顶 …: part of the rule it limits. */
  'cap-wording',
  /** 除以成绩之和为单位分值: how points become pay. */
  'pay-formula',
  /** 总分值减去所扣的分为所得分: how the score comes about. */
  'score-formula',
  /** 采取扣分和加分制: talk about the method, without a deed. */
  'method-prose',
  /** 由考核办登记扣分: who records or announces. */
  'procedure',
  /** A heading such as 加分事项. */
  'heading',
  /** (10分), 占300分, 记(10分): the points of the item itself. */
  'item-points',
  /** 公共工程(20分)、业务工作(60分): the list of categories. */
  'category-list',
  /** The column heads and bands of a table whose rows are read one by one. */
  'table-of-bands',
  /** 该扣分不重复计算, 就高不重复: how rules combine, kept with the rules concerned. */
  'combination-wording',
  /** The same words as in a clause already read. */
  'repetition',
  /** 有下列情形之一的，一票否决：…: the consequence, read at each case under it. */
  'list-lead',
  /** 折扣 扣除个人所得税 回扣: the character stands in another word. */
  'other-word',
  /** Web-page furniture. */
  'furniture',
  /** The clerk decided that the words score nothing. */
  'left-by-person',
] as const
export type SilenceReason = (typeof silenceReasons)[number]
