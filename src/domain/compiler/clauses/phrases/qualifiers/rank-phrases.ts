import { phrasePattern, type PhraseTable } from '../phrase.ts'
import type { EndCircumstance } from './end-circumstance.ts'

/** A place or a band of places: 全区排名末位, 全市后三位. */
export const rankPhrases: PhraseTable<EndCircumstance> = {
  title: '名次',
  frame: '信访工作{例}的扣2分。',
  rows: [
    {
      name: 'rank-last',
      pattern: phrasePattern(
        '在?(?<value>(?:全[国省市县区镇乡州街局]|[省市县区镇])?(?:考核|综合|得分|评比|考评){0,4}(?:排名?(?:在|列|位)?|名列|位列|位居|列|名次(?:为)?|居)?(?:最后|末位|末尾|倒数第?{数}(?:[、和至]第?{数})?(?:位|名)?|(?:最后|后|末|前){数}(?:位|名)|末{数}位|第{数}(?:位|名))|(?:考核|综合|得分){0,4}(?:排名(?:在)?|位居|位列|居|列)(?:第|前|后|末|倒数第?){数})(?:的?(?:科室|办公室|单位|部门|站所|村居|社区|村|个人|人员))?',
      ),
      examples: [
        '全区排名末位',
        '全市排末三位',
        '全市后三位',
        '全区末位',
        '排名第一名',
        '排名第一',
        '全县倒数第一',
        '排名前三',
        '排名后三',
      ],
      read: () => ({ field: 'rank' }),
    },
  ],
}
