import { defineText } from './dictionary.ts'

export const superiorResultsText = defineText(
  {
    title: '上级考核结果',
    intro:
      '上级下发的达标、排名、办证率、处分、通报批评和表彰，连同文号登记在这里；按方案提出建议，采纳后才计分。',
    empty: '还没有登记上级考核结果',
    emptyHint: '收到上级的通报、排名或表彰文件，点“新建”登记；整个办公室的结果会给当天在岗的每个人各提一条建议。',
  },
  {
    title: 'Results from above',
    intro: 'Targets, rankings, rates, sanctions and commendations notified by superiors, with their documents.',
    empty: 'No result from above yet',
    emptyHint:
      'Note each notice, ranking or commendation; an office’s result is suggested for everyone of it that day.',
  },
)
