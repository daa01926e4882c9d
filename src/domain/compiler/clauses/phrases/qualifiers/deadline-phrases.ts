import { phrasePattern, type PhraseTable } from '../phrase.ts'

/** 48小时内: stays in the deed, and is told apart for the registers. */
export const deadlinePhrases: PhraseTable<{ readonly field: 'deadline' }> = {
  title: '时限',
  frame: '重大事项未在{例}上报的，扣2分。',
  rows: [
    {
      name: 'within',
      pattern: phrasePattern('(?<value>{数}个?(?:工作日|小时|天|日|分钟)(?:之|以)?内)'),
      examples: ['48小时内', '5个工作日内', '三日之内', '30分钟内'],
      read: () => ({ field: 'deadline' }),
    },
    {
      name: 'before-day',
      pattern: phrasePattern('(?<value>(?:每月|每季度?|每年|次月|当月)?(?:{数}月)?{数}[日号](?:之|以)?前)'),
      examples: ['每月25日前', '12月10日前', '次月5号之前'],
      read: () => ({ field: 'deadline' }),
    },
    {
      name: 'before-period-ends',
      pattern: phrasePattern('(?<value>(?:每?月|季|年)底前)'),
      examples: ['每月底前', '年底前'],
      read: () => ({ field: 'deadline' }),
    },
  ],
}
