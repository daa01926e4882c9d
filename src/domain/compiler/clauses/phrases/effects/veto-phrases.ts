import type { EffectReading } from './effect-reading.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

const period = '(?:当年|当月|年度|全年|本年度|年终|本月|季度){0,4}(?:的|度)?'
const honours =
  '(?:评优|评先|评选|先进|优秀|资格|绩效工资|绩效奖金?|绩效考核|绩效|奖金|奖励|津贴|考评奖|考核奖|荣誉称号|称号|奖){1,5}'

const vetoed = (words: PhraseWords): EffectReading => ({
  fields: { effect: 'veto', consequence: words['consequence'] },
})

/** A consequence outside points: 一票否决, 取消评优. */
export const vetoPhrases: PhraseTable<EffectReading> = {
  title: '一票否决',
  frame: '发生重大责任事故的，{例}。',
  rows: [
    {
      name: 'veto',
      pattern: phrasePattern('(?:实行|给予|予以|按|进行)?[“"‘「]?一票否决[”"’〞」]?(?:处理)?'),
      examples: ['一票否决', '实行一票否决', '予以“一票否决”'],
      read: () => ({ fields: { effect: 'veto' } }),
    },
    {
      name: 'veto-of',
      pattern: phrasePattern(
        `(?<consequence>(?:取消|停发|不予发放|不发|不予兑现|不享受|不得享受)(?:其|当事人|个人|本人|所在|单位){0,4}${period}(?:[^,;。()]|\\([^()]{1,6}\\)){0,12}?${honours}(?:评先|评优|评选|考评|考核|资格|发放|的?参评){0,4})`,
      ),
      examples: [
        '取消评优',
        '取消绩效工资',
        '取消绩效工资考评资格',
        '取消站(所)长评优资格',
        '取消当月绩效考核',
        '取消当年评先评优资格',
        '不予发放绩效奖金',
      ],
      read: vetoed,
    },
    {
      name: 'veto-grade',
      pattern: phrasePattern(
        `(?<consequence>(?:${period}个人)?(?:当年|年度|全年|个人|本年度|年终|考核|[一两二三\\d]年(?:之)?内){0,4}(?:不得|不能|不予|不可|不)(?:被)?(?:参与|参加|推荐|确定|评定|评选|评为|评|定|列|授予|申报|享受|晋升|晋级|提拔|提任){1,5}(?:为|参加|各类){0,4}[^,;。]{0,14}?(?:优秀|先进|等次|称职|合格|评优|评先|奖励|资格|优|先|称号|荣誉|重用|使用|任用|职务|职级){1,5}(?:\\([^)]*\\))?(?:及以上)?(?:等次|资格|个人|称号)?)`,
      ),
      examples: [
        '不得确定为优秀',
        '当年个人年度考核不得确定为优秀等次',
        '不得评先评优',
        '不能确定为称职(合格)及以上等次',
        '不予评优',
      ],
      read: vetoed,
    },
    {
      name: 'veto-low-grade',
      pattern: phrasePattern(
        `(?<consequence>(?:${period}考核)?(?:直接|一律)?(?<!被|被评|被确|被认)(?:定为|确定为|评为|评定为|列为|判定为)[“"‘「]?(?:不合格|不称职|基本合格|基本称职|较差|差)[”"’〞」]?(?:等次|档次)?|${period}考核(?:结果)?(?:为|按|作)?(?:不合格|不称职)(?:处理|对待|等次)?(?=[,;。]|$))(?!的|者|次数)`,
      ),
      examples: [
        '年度考核定为不称职',
        '确定为基本称职等次',
        '评定为不合格',
        '直接确定为“较差”',
        '本月考核不合格',
        '当年考核按不合格处理',
      ],
      read: vetoed,
    },
    {
      name: 'veto-not-paid',
      pattern: phrasePattern(
        `(?<consequence>(?:当年|当月|年度|全年|本年度|年终|本月|季度|个人|目标|绩效|综合|考核|责任制){1,4}(?:工资|奖金|奖励|奖|津贴|补贴|报酬)?(?:一律|全部|全额|均|将)?(?:不予发放|不予兑现|不再发放|不发放|不兑现|停发|不发))`,
      ),
      examples: ['当月绩效不予发放', '年终奖金全额不发', '当年绩效奖停发'],
      read: vetoed,
    },
    {
      name: 'veto-quoted',
      pattern: phrasePattern('处理(?<consequence>{引})'),
      examples: [],
      inContext: [{ clause: '「违纪」：处理「取消评优」。', words: '处理「取消评优」' }],
      read: vetoed,
    },
  ],
}
