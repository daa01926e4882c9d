import { judged, judgedWithin, lostAmount, notPoints, pointsEffect, type EffectReading } from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

const grant =
  '(?<![取变显觉使值懂求赢难可博所共合总统累预独狂豪连拿砍]|平均)(?:得|计|记|给)(?:基础分|基本分|基分)?'

/** 得 and 计: the condition sets the score of the item. */
export const awardPhrases: PhraseTable<EffectReading> = {
  title: '得分',
  frame: '按时完成任务的，{例}。',
  rows: [
    {
      name: 'award',
      pattern: phrasePattern(`${grant}(?!(?:0|零)分)(?<amount>{数})分${notPoints}`),
      examples: ['计15分', '得5分', '记10分', '得1分', '计基础分10分'],
      read: (words) => pointsEffect('award', words),
    },
    {
      name: 'award-reckoned-as',
      pattern: phrasePattern(
        `(?<=(?:其余|其他|其它|的|者)(?:的|均|一律|都)?,?)(?:一律|均|都)?按(?<amount>{数})分(?:计(?:算|分)?|记(?:分)?)`,
      ),
      examples: [],
      inContext: [{ clause: '获第一名的记10分，其余按6分计。', words: '按6分计' }],
      read: (words) => pointsEffect('award', words),
    },
    {
      name: 'award-range',
      pattern: phrasePattern(
        `(?:${judged})?(?:${grant}|(?:给|打|评|赋)分)(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`,
      ),
      examples: ['视情节计6-8分', '记8-10分', '得6至8分', '计0-4分', '给分1-8分'],
      read: (words) => judgedWithin('award', words),
    },
    {
      name: 'award-of-a-band',
      pattern: phrasePattern(
        '(?<={数}%(?:\\([^)]*\\))?(?:及?以[上下]|之间)?的|(?:优秀|良好|优|良|较好|一般|合格|及格|较差|差|达标)的)(?<amount>{数})分(?=[,;。\\n]|$)',
      ),
      examples: [],
      inContext: [{ clause: '优秀率达80%以上的10分，60%—80%的8分。', words: '10分' }],
      read: (words) => pointsEffect('award', words),
    },
    {
      name: 'award-within',
      pattern: phrasePattern(`(?:计|记|给)(?<high>{数})分(?:以内|以下)`),
      examples: ['记20分以下', '计5分以内'],
      read: (words) => judgedWithin('award', { high: words['high'] }),
    },
    {
      name: 'award-full',
      pattern: phrasePattern(
        '(?:得|计|记|给|打)(?:(?:满|全)分|(?:该项|此项|本项)?(?:基本|基础|标准)分(?!\\d|{数}分))',
      ),
      examples: ['得基本分', '记满分', '得满分', '计满分', '得全分'],
      read: () => ({ fields: { effect: 'award', points: null }, full: true }),
    },
    {
      name: 'award-lost',
      pattern: phrasePattern('计若干分'),
      examples: ['计若干分'],
      read: () => lostAmount('award'),
    },
  ],
}
