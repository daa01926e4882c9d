import type { SilenceReason } from '../../silence-reason.ts'
import { phrasePattern, type Phrase } from './phrase.ts'

/** Words that look like scoring and are not, with the reason why they score nothing. */
export const silencePhrases: readonly Phrase<SilenceReason>[] = [
  {
    name: 'floor',
    pattern: phrasePattern(
      '(?:该|此|本)(?:大|小|单)?项(?:目)?(?:分值|分数|分)?扣(?:完|光)为止|(?:最多)?(?:扣|减)(?:完|光)?(?:(?:该|此|本)?(?:大|小|单)?项(?:目)?(?:全部)?(?:分数|分值|得分|分)?|(?:全部|所有)?(?:分数|分值|得分|分))?(?:扣完)?为止',
    ),
    examples: ['扣完为止', '扣完该项分为止', '扣完本项分值为止', '扣光为止', '本大项扣完为止'],
    read: () => 'floor-wording',
  },
  {
    name: 'other-word',
    pattern: phrasePattern('相?抵扣|折扣|回扣|克扣|扣押|扣留|查扣|暂扣|纽扣|环环相扣|紧扣|代扣(?:代缴)?'),
    examples: ['抵扣', '相抵扣', '折扣', '回扣', '环环相扣', '紧扣'],
    read: () => 'other-word',
  },
  {
    name: 'permit-cancelled',
    pattern: phrasePattern(
      '取消(?:了)?(?:(?:行政)?(?:审批|收费|许可)(?:事项|项目)?|(?:原|旧|以往|原有)[^,;。]{0,10}?(?:办法|制度|规定|文件))',
    ),
    examples: ['取消行政审批事项', '取消收费项目', '取消原考核办法'],
    read: () => 'other-word',
  },
  {
    name: 'highest-only',
    pattern: phrasePattern(
      '就高不就低|就高(?:加分|计分|扣分|计算)?不重复(?:加分|计分|扣分|计算)?|就高(?:加分|计分|扣分|计算)',
    ),
    examples: ['就高不重复', '就高不重复加分', '就高计分', '就高不就低'],
    read: () => 'combination-wording',
  },
  {
    name: 'highest-rung',
    pattern: phrasePattern(
      '(?:只|仅)?(?:取|按|计|记|以)(?:其中)?最高(?:的)?(?:一档|一项|一级|一次|档次|档|级别|等次|等级|分值|分|奖项|项|级)?(?:标准)?(?:计算|计分|加分|记分|计|加)?',
    ),
    examples: ['只取最高一档', '按最高级别加分', '取最高分', '按最高奖项计分'],
    read: () => 'combination-wording',
  },
  {
    name: 'once-only',
    pattern: phrasePattern('不(?:得)?(?:重复|累计|累加|叠加)(?:计算|加分|计分|记分|扣分|得分|加|扣|计)?'),
    examples: ['不重复计算', '不重复加分', '不累计加分', '不得重复扣分'],
    read: () => 'combination-wording',
  },
  {
    name: 'above-mentioned',
    pattern: phrasePattern(
      '(?:以上|上述|各项|该项|前述)(?:所有)?(?:加|扣|减|加减)分(?:项目?|事项|情形|中|均|累计)?(?!\\d)',
    ),
    examples: ['以上加分中', '上述扣分', '以上加分项'],
    read: () => 'combination-wording',
  },
  {
    name: 'no-charge',
    pattern: phrasePattern('(?:不予|不再|不作|免于|不)(?:扣分|加分|减分|扣减|扣款|扣|加减分)'),
    examples: ['不扣分', '不予扣分', '不加分', '不再加分', '免于扣分'],
    read: () => 'method-prose',
  },
  {
    name: 'points-taken',
    pattern: phrasePattern(
      '(?:减去|扣除|减)?(?:各项|所有)?(?:所|已|应|累计)扣(?:除|减)?的?分(?:数|值)?(?!\\d)|(?:扣减|扣除|扣|加)的?分(?:值|数)(?!\\d)',
    ),
    examples: ['减去所扣的分', '所扣的分', '扣除所扣分数', '扣减分值', '扣分值'],
    read: () => 'score-formula',
  },
  {
    name: 'score-formula',
    pattern: phrasePattern(
      '[+＋±]?(?:加减|加扣|扣加|奖惩|奖扣)分(?:项目?|之和|情况|制)?|[+＋±-](?:加分|减分|扣分)|取平均分|加权平均',
    ),
    examples: ['+加减分', '加减分之和', '加减分项', '+加分', '-扣分', '取平均分'],
    read: () => 'score-formula',
  },
  {
    name: 'two-ways',
    pattern: phrasePattern(
      '(?:采取|实行|采用|按照|设置|分为|包括)?(?:扣分|加分|减分|得分|计分|记分)(?:和|与|及|、|或|/)(?:加分|扣分|减分|得分|计分)(?:制|相结合|标准|办法|方式|情况|项目?|因素)?',
    ),
    examples: ['扣分和加分制', '采取扣分和加分制', '加分、减分项目', '加分与扣分相结合'],
    read: () => 'method-prose',
  },
  {
    name: 'method',
    pattern: phrasePattern(
      '(?:扣分|加分|减分|记分|计分)(?:制(?:度)?|法|项目?|标准|情况|事项|细则|依据|办法|方式|原则|因素|内容|处理单|通知|规定|因子|指标|方法|说明|部分|理由|原因|材料|申请|幅度|记录|台账|明细|表)',
    ),
    examples: ['加分项', '扣分标准', '加分事项', '扣分依据', '计分细则'],
    read: () => 'method-prose',
  },
  {
    name: 'others-that-score',
    pattern: phrasePattern(
      '(?:应当?|应予|需要?|可以?|予以|给予)*(?:扣分|加分|减分|扣减)的(?:其他|其它|具体|相关)?(?:情形|行为|事项|情况|问题|项目)',
    ),
    examples: ['应予扣分的其他情形', '扣分的情形', '可加分的事项'],
    read: () => 'method-prose',
  },
  {
    name: 'points-told',
    pattern: phrasePattern(
      '(?:已|共|总共|累计|合计|总计)?被(?:倒)?扣(?:除|减|掉|去|了)?(?:分)?(?:达|达到|超过|满)?{数}分(?:及?以[上下])?|(?:扣|加|减|得)了{数}分|(?:累计|合计|总计|共|年度|全年|当年|月度|本年度)(?:被)?(?:扣|加|减)分?(?:值|数)?(?:达|达到|超过|满|在|为|累计){0,3}{数}分(?:\\([^)]*\\))?(?:及?以[上下])?(?=的|者|,|且|以[上下])|(?:扣|加|减)分(?:值|数)?(?:累计)?(?:达到?|超过|满|在){数}分(?:\\([^)]*\\))?(?:及?以[上下])?',
    ),
    examples: ['被扣3分', '加了5分', '扣分达到10分以上', '扣分超过10分', '被扣分10分以上'],
    read: () => 'score-formula',
  },
  {
    name: 'veto-mention',
    pattern: phrasePattern(
      '(?:被|受到|列入)[“"‘「]?一票否决[”"’〞」]?(?:的|者)?|一票否决(?:指标|事项|项目?|制度?|权|内容|情形|情况)(?!的)',
    ),
    examples: ['一票否决指标', '一票否决事项', '被“一票否决〞', '受到一票否决的'],
    read: () => 'method-prose',
  },
  {
    name: 'score-band',
    pattern: phrasePattern(
      '(?:综合|考核|年度|总|最终|实际){0,4}得分(?:在|达到?|高于|低于|不足|为|超过|满)?{数}分?(?:-{数}分?)?(?:\\([^)]*\\))?(?:以上|以下|之间|及以上)?',
    ),
    examples: ['综合得分在950分以上', '得分80-90分', '考核得分为90分', '得分低于60分以下'],
    read: () => 'table-of-bands',
  },
  {
    name: 'grade-band',
    pattern: phrasePattern(
      '(?:得分|总分|成绩)?(?:在|低于|不足|高于|达到)?{数}分(?:\\([^)]*\\))?(?:以上|以下|及以上)?(?:的|者)?,?(?:为|定为|评为|确定为|评定为)(?:优秀|良好|合格|称职|基本称职|基本合格|不合格|不称职|较好|一般|较差|好|中|差)(?:等次|等级|档次)?',
    ),
    examples: ['90分以上为优秀', '得分低于60分的,定为不合格等次', '60分以下评定为不称职'],
    read: () => 'table-of-bands',
  },
  {
    name: 'full-points',
    pattern: phrasePattern(
      '满分(?:为|是|计|按)?{数}分|总分(?:为|按|计|以)?{数}分|按{数}分(?:制)?计(?:算|分)?|(?:共|合|总)计(?:为)?{数}分',
    ),
    examples: ['满分为10分', '总分100分', '按100分计算', '共计100分'],
    read: () => 'item-points',
  },
  {
    name: 'pay-formula',
    pattern: phrasePattern(
      '每分(?:考核)?(?:奖|奖金|计发|发放|兑现)?{数}元|(?:扣除|扣缴)(?:个人所得税|社保|公积金|税款)',
    ),
    examples: ['每分考核奖8元', '扣除个人所得税', '每分计发20元'],
    read: () => 'pay-formula',
  },
  {
    name: 'procedure',
    pattern: phrasePattern(
      '(?:登记|记录|公布|通报|审核|汇总|统计|认定|核定|提出|出具)(?:的)?(?:扣分|加分|减分|扣款)(?!\\d)',
    ),
    examples: ['登记扣分', '公布扣分', '核定加分'],
    read: () => 'procedure',
  },
]
