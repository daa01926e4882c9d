import { phrasePattern } from './phrases/phrase.ts'
import type { Stretch } from './split-sentences.ts'

/** The words that may not vanish in silence (SPEC §2), in a folded text. */
const scoringWords = phrasePattern(
  [
    '扣',
    '(?<![更增参递])加{数}分(?![之钟])',
    '(?<![取显使懂求难])得{数}分(?![之钟])',
    '[加得计记]{数}分?(?:-|至|到){数}分',
    '[给打评赋]分{数}分?(?:-|至|到){数}分',
    '[计记](?:基础分|基本分|基分)?{数}分(?![之钟])',
    '减{数}分',
    '(?<!收取|征收|缴纳|价格)减半(?=[,;。\\n]|$)',
    '(?:加|减)分',
    '(?:给予|予以|给){数}分?(?:(?:-|至|到){数}分?)?的?(?:奖励)?加分',
    '[加减得计记](?:若干|[×xX*_＿□]+)分',
    '(?<![\\d分%)])[+-]{数}分(?![之钟])',
    '(?<![等评考获中效])奖励?{数}分',
    '奖励[^,;:。()\\d\\n]{1,8}?{数}分(?![之钟])',
    '(?<![等评考获中效])奖励?{数}分?(?:-|至|到){数}分',
    '增加(?:(?:考核|绩效|综合)?得?分)?{数}分',
    '按{数}分[计记](?!算)',
    '不[得计记给]分',
    '[得计记给打][满全]分',
    '加倍(?:计|加|得|记)分',
    '(?<={数}%(?:\\([^)]*\\))?(?:及?以[上下]|之间)?的|(?:优秀|良好|优|良|较好|一般|合格|及格|较差|差|达标)的){数}分(?=[,;。\\n]|$)',
    '[得计记给](?:该项|此项|本项)?(?:基本|基础|标准)分(?!\\d)',
    '(?:[以按计记得打项]|(?<!最[低高少])为)[0零]分(?![之钟])',
    '分别(?:给予|予以|按)?(?:扣除?|减|加|奖励?|得|计|记){数}分?[、,/和及]{数}',
    '按[^,;:。\\n]{0,12}(?:比例|百分比|(?<![效])率|情况|质量|进度|程度)[^,;:。\\n]{0,6}[得计记扣折赋给打](?:分(?![值数])|算)',
    '(?<=,)(?:本项|该项|此项)?得分=[^,;。\\n]{1,4}[×*xX][^,;。\\n]{0,4}完成',
    '(?:视|酌)[^,;:。\\n]{0,8}[记计给打得]分',
    '否决',
    '罚[^,。;\\n]{0,8}?元',
    '(?<=[的,并])处以?{数}万?元',
    '[贴奖资][^,;。\\n]{0,4}不再发放',
    '不(?:得|能|予|可)(?:被)?(?:提拔|重用|晋升|晋级)',
    '(?<=[扣罚][^,;。\\n]{1,20}元)(?:以及|[及和、与])[^,;。\\n]{1,14}?{数}元',
    '不(?:得|能)?超过(?:该|此|本)[^,;。\\n]{1,8}的{数}%',
    '\\d分/\\p{Script=Han}',
    '(?<=\\d分[、和]){数}分(?![之钟])',
    '[加减扣得计记奖]{数}分?(?:、{数}分?)+(?<=分)',
    '(?:积分|成绩|得分|总分|考核分)[^,;。\\n]{0,4}(?:[清归]零|(?:为|计|记)(?:零|0(?![.\\d分])))',
    '考核[^,;。的\\n]{0,6}不(?:合格|称职)(?:处理|对待|等次)?(?=[,;。\\n]|$)',
    '(?:绩效|工资|奖金?|津贴)[^,;。\\n]{0,6}(?:不予发放|不予兑现|不再发放|不发放|不兑现|停发|不发)',
    '(?<=\\p{Script=Han})减半(?=[,;。\\n]|$|扣|计|记)',
    '(?<=[\\d一二三四五六七八九十半]分[、,和及])[^,、;。:()\\d\\n]{0,6}(?:责任人|负责人|领导|人员|干部|主任|经理|[长员]){数}分(?![之钟])',
    '取消',
    '处理{引}',
    '(?:停发|不发|不予发放|不予兑现)[^,;。\\n]{0,10}[奖贴]',
    '不(?:得|能|予|可)(?:被)?(?:确定|评|推荐|参与|参加|定为|列为|授予)[^,;。\\n]{0,16}(?:优秀|先进|称职|合格|优|先)',
    '(?<!被|被评|被确|被认)(?:定|评)为[“"‘「]?(?:不合格|不称职|基本合格|基本称职|较差)',
    '封顶|不设上限|上限',
    '(?:最多|最高|至多|不超过|限)[^,;:。\\d\\n]{0,6}{数}分',
    '[到至满]{数}分为止|{数}分为限',
  ].join('|'),
  'g',
)

/** An amount at the end of a clause that no phrase has read: 一等奖10分, 每篇2分. */
const looseAmount =
  /(?:等奖|每\p{Script=Han}{1,3}|负责人|领导|人员|批示|[国家省市县区镇乡]级|第[一二三四五]名|优秀|良好|及格|合格)\d+(?:\.\d+)?分(?=[,;。、\n]|$)/gu

/** Where scoring words stand that none of the stretches covers; `strict` also looks for bare amounts. */
export function uncoveredScoringWords(text: string, covered: readonly Stretch[], strict: boolean): Stretch[] {
  const isCovered = new Uint8Array(text.length)
  for (const { start, end } of covered) isCovered.fill(1, start, end)
  const found: Stretch[] = []
  for (const pattern of strict ? [scoringWords, looseAmount] : [scoringWords]) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (isCovered.subarray(start, end).every((mark) => mark === 0)) found.push({ start, end })
      // Within words that are read in part another may stand: 最多取消最多扣2分.
      else pattern.lastIndex = start + 1
    }
  }
  return found.toSorted((left, right) => left.start - right.start)
}
