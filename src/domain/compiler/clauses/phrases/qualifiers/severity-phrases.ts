import { phrasePattern, type PhraseTable } from '../phrase.ts'
import type { EndCircumstance } from './end-circumstance.ts'

/** How grave it was: 造成不良影响, 情节严重. */
export const severityPhrases: PhraseTable<EndCircumstance> = {
  title: '后果轻重',
  frame: '工作失误，{例}的扣2分。',
  rows: [
    {
      name: 'severity-effect',
      pattern: phrasePattern(
        '(?<value>(?:造成|产生|引起|导致|引发)(?:了)?[^,;、的。()]{0,8}?(?:影响|后果|损失|危害|事故)|造成[^,;、的。()]{0,6}?(?:伤亡|死亡|受伤|伤害|上访|舆情|被动|延误|混乱))',
      ),
      examples: ['造成不良影响', '造成重大损失', '造成一定影响', '造成严重后果', '产生恶劣影响'],
      read: () => ({ field: 'severity' }),
    },
    {
      name: 'severity-degree',
      pattern: phrasePattern(
        '(?<value>(?:情节|后果|性质)(?:较轻|轻微|一般|较重|较为严重|特别严重|严重|恶劣|特别恶劣))',
      ),
      examples: ['情节严重', '情节轻微', '后果特别严重', '性质恶劣'],
      read: () => ({ field: 'severity' }),
    },
  ],
}
