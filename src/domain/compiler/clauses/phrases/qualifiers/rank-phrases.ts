import { phrasePattern, type Phrase, type PhraseTable } from '../phrase.ts'
import type { EndCircumstance } from './end-circumstance.ts'

/** Among whom, and the verb: 全区排名, 考核综合得分位居. */
const among =
  '(?:全[国省市县区镇乡州街局]|[省市县区镇])?(?:考核|综合|得分|评比|考评){0,4}(?:排名?(?:在|列|位)?|名列|位列|位居|列|名次(?:为)?|居)?'

/** With the verb alone a place needs no 名 or 位: 排名前三. */
const ranked = '(?:考核|综合|得分){0,4}(?:排名(?:在)?|位居|位列|居|列)'

const whoRanks = '(?:的?(?:科室|办公室|单位|部门|站所|村居|社区|行政村|村|支部|学校|个人|人员))?'

function rankRow(name: string, place: string, examples: readonly string[]): Phrase<EndCircumstance> {
  const pattern = phrasePattern(`在?(?<value>${place})${whoRanks}`)
  return { name, pattern, examples, read: () => ({ field: 'rank' }) }
}

/** A place or a band of places: 全区排名末位, 全市后三位. */
export const rankPhrases: PhraseTable<EndCircumstance> = {
  title: '名次',
  frame: '信访工作{例}的扣2分。',
  rows: [
    rankRow('rank-last', `${among}(?:最后|末位|末尾)`, ['全区排名末位', '全区末位', '考核得分排名最后']),
    rankRow('rank-from-last', `${among}倒数第?{数}(?:[、和至]第?{数})?(?:位|名)?`, [
      '全县倒数第一',
      '全镇排名倒数第一、二名',
    ]),
    rankRow('rank-band', `${among}(?:最后|后|末|前){数}(?:位|名)`, ['全市排末三位', '全市后三位', '全区前三名']),
    rankRow('rank-nth', `${among}第{数}(?:(?:-|至|到)第?{数})?(?:位|名)`, ['排名第一名', '全区第二位', '第2-3名']),
    rankRow('rank-without-unit', `${ranked}(?:第|前|后|末){数}`, ['排名第一', '排名前三', '排名后三']),
  ],
}
