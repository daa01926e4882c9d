import type { EffectReading } from './effect-reading.ts'
import { phrasePattern, type Phrase } from './phrase.ts'

const thisItem =
  '(?:该|此|本)(?:大|小|单|子)?项(?:目|工作|考核|指标|内容)?(?:的)?(?:考核)?(?:得分|分值|分数|成绩)?(?:均|一律|都)?'
const allPoints = '(?:分数|分值|得分|分)'
const zeroPoints = '(?:以|按|计|记|为|得|打|扣){1,5}(?:0|零)分(?:计算|处理|计)?'
const whole = '(?:个人|全年|当年|年度|年终|当月|本年度){0,4}(?:的)?'
const period = '(?:当年|当月|年度|全年|本年度|年终|本月|季度){0,4}(?:的|度)?'
const honours = '(?:评优|评先|评选|先进|优秀|资格|绩效工资|绩效奖金?|奖金|奖励|津贴|考评奖|考核奖|奖){1,5}'

const forfeited = (): EffectReading => ({ fields: { effect: 'forfeit' } })
const vetoed = (words: { readonly [group: string]: string | undefined }): EffectReading => ({
  fields: { effect: 'veto', consequence: words['consequence'] },
})

/** The whole item, the whole total, a proportion of the item, and consequences outside points. */
export const wholePhrases: readonly Phrase<EffectReading>[] = [
  {
    name: 'forfeit-no-points',
    pattern: phrasePattern(`${thisItem}(?:不(?:得|计|记|给)分|一票否决)|(?<!不)不(?:予)?(?:得|计|记|给)分`),
    examples: ['该项不得分', '此项不得分', '不得分', '本项工作不计分', '该项一票否决'],
    read: forfeited,
  },
  {
    name: 'forfeit-zero',
    pattern: phrasePattern(`${thisItem}(?:${zeroPoints}|(?:0|零)分)|(?:得|计|记|打)(?:0|零)分`),
    examples: ['该项计0分', '本项目得零分', '此项零分', '得0分', '该项得分以0分计算'],
    read: forfeited,
  },
  {
    name: 'forfeit-used-up',
    pattern: phrasePattern(`${thisItem}(?:全部)?扣(?:完|光|除)|(?:全部|全额)扣(?:完|除|光)`),
    examples: ['该项扣完', '本项全部扣除', '全部扣完'],
    read: forfeited,
  },
  {
    name: 'forfeit-all-points',
    pattern: phrasePattern(
      `(?:扣(?:完|光|除|去|掉)?|取消)(?:(?:该|此|本)(?:大|小|单|子)?项(?:目)?(?:的)?(?:全部|所有|考核)?|全部|所有|全|满)${allPoints}`,
    ),
    examples: ['扣完该项分', '扣除该项全部分值', '扣全分', '取消该项得分', '扣除全部分值'],
    read: forfeited,
  },
  {
    name: 'zero',
    pattern: phrasePattern(
      `${whole}(?:绩效|目标)?(?:考核|考评|总|全年){1,5}(?:总)?(?:成绩|得分|总分|分数|结果|分)?(?:一律|均|直接)?${zeroPoints}`,
    ),
    examples: [
      '绩效考核以0分计算',
      '年度考核计0分',
      '当年绩效考核得0分',
      '考核总分以零分计算',
      '全年考核成绩为0分',
    ],
    read: () => ({ fields: { effect: 'zero' } }),
  },
  {
    name: 'proportional',
    pattern: phrasePattern(
      '按(?:照)?(?:实际|任务|目标|工作){0,4}(?:的)?(?:完成)?(?:任务|目标)?(?:的)?(?:比例|百分比|完成率|完成比例|得分率|比率|进度比例)(?:的)?(?:折算|相应|计算){0,4}(?:得|计|记|给|扣|折|赋)(?:分|算)',
    ),
    examples: ['按比例得分', '按完成率计分', '按完成比例得分', '按照实际完成比例折算得分', '按比例扣分'],
    read: () => ({ fields: { effect: 'proportional' } }),
  },
  {
    name: 'proportional-or-discretionary',
    pattern: phrasePattern(
      '按(?:照)?(?:任务|工作)?(?:实际)?完成(?:任务|工作)?(?:的)?(?:情况|质量|进度|程度)(?:得|计|记|给|打)分',
    ),
    examples: ['按完成情况计分', '按实际完成情况得分'],
    read: () => ({
      fields: { effect: 'proportional' },
      doubt: { kind: 'proportion-or-discretion', first: 'proportional' },
    }),
  },
  {
    name: 'veto',
    pattern: phrasePattern('(?:实行|给予|予以|按|进行)?[“"‘「]?一票否决[”"’〞」]?(?:处理)?'),
    examples: ['一票否决', '实行一票否决', '予以“一票否决”'],
    read: () => ({ fields: { effect: 'veto' } }),
  },
  {
    name: 'veto-of',
    pattern: phrasePattern(
      `(?<consequence>(?:取消|停发|不予发放|不发|不予兑现|不享受|不得享受)(?:其|当事人|个人|本人|所在|单位){0,4}${period}[^,;。()]{0,12}?${honours}(?:评先|评优|评选|考评|考核|资格|发放|的?参评){0,4})`,
    ),
    examples: ['取消评优', '取消绩效工资', '取消绩效工资考评资格', '取消当年评先评优资格', '不予发放绩效奖金'],
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
      `(?<consequence>(?:${period}考核)?(?:直接|一律)?(?:定为|确定为|评为|评定为|列为)(?:不合格|不称职|基本合格|基本称职|较差)(?:等次|档次)?)`,
    ),
    examples: ['年度考核定为不称职', '确定为基本称职等次', '评定为不合格'],
    read: vetoed,
  },
  {
    name: 'veto-quoted',
    pattern: phrasePattern('处理(?<consequence>{引})'),
    examples: [],
    read: vetoed,
  },
]
