import { phrasePattern, type Phrase, type PhraseTable } from '../phrase.ts'

/** The rungs of a ladder, highest first, and the words that name them (SPEC §4.3: 县 reads as 区). */
export const levelPhrases: PhraseTable<string> = {
  title: '级别',
  frame: '获得{例}表彰的加3分。',
  rows: [
    {
      name: 'national',
      pattern: phrasePattern('国家|中央|国务院|全国|财政部|部级|省部|部委'),
      examples: ['国家', '中央', '国务院', '全国', '部级'],
      read: () => '国家',
    },
    {
      name: 'provincial',
      pattern: phrasePattern('省(?!心|力|去|略)'),
      examples: ['省'],
      inContext: [{ clause: '获省级表彰的加3分。', words: '省' }],
      read: () => '省',
    },
    {
      name: 'municipal',
      pattern: phrasePattern('(?<!县级|城|超|集)市(?!场|民|政(?!府)|容)|地级|地区级|行署|地委|州级|州委|盟级'),
      examples: ['市', '地级', '州级'],
      inContext: [{ clause: '被市委通报表扬的加2分。', words: '市' }],
      read: () => '市',
    },
    {
      name: 'district',
      pattern: phrasePattern('[区县](?:级|委|政府|局|里|内|直|一级|以上|表彰|通报|批评|\\()'),
      examples: ['区级', '县级', '县委', '区政府'],
      read: () => '区',
    },
  ],
}

const honourWords = /表彰|奖|荣誉|称号|先进|文明|推广|通报|批评|处分|采用|采纳|刊|转发|肯定|批示|发表|级/u

/** The rung a clause speaks of; several that share one amount are joined by 、. Null where no honour is spoken of. */
export function readLevel(levels: readonly Phrase<string>[], text: string): string | null {
  if (!honourWords.test(text)) return null
  const named = levels.filter(({ pattern }) => pattern.test(text)).map(({ read }) => read({}))
  return named.length === 0 ? null : named.join('、')
}
