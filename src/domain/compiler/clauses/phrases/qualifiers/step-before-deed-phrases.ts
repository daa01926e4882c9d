import { phrasePattern, type PhraseTable } from '../phrase.ts'
import { found, stepOf, type Step } from './step-phrases.ts'

/** 每有1项不合格, 每小项不完成任务: the unit stands before the deed, in the last part of the clause. */
export const stepBeforeDeedPhrases: PhraseTable<Step> = {
  title: '先计次后行为',
  frame: '{例}扣2分。',
  rows: [
    {
      name: 'each-then-deed',
      pattern: phrasePattern(
        `每(?<headVerb>[^,;每]{0,8}?)(?<headCount>{数})(?<headUnit>(?!天|日|月|季|年|周){单位}),(?<headDeed>(?:国家|中央|省|市|区|县|镇|乡镇|街道)级?(?:及?以上)?)|每(?:${found}(?<count>{数})?(?<unit>(?!天|日|月|季|年|周){单位})|(?<verb>(?!{单位}{数})[^,;每]{1,8}?)(?<verbCount>{数})(?<verbUnit>(?!日|月|年){单位}))(?<deed>(?!百分点|前|内|之|以[上下内]|{数}(?:名|人))[^,;]+?),?|(?<![第每统任同唯逐专万\\d.有])(?<zero>1|一)(?<zeroUnit>(?!日|月|季|年|周|个月){单位})(?<zeroDeed>(?:做|达|完成|落实)?(?:不|未|没有?|无)[^,;的]{1,14}?(?:的(?:情况|现象|行为|问题|情形))?)的?,?|(?:(?:经|被)?(?:发现|查实|核实|查到|查出|抓住|抓获|曝光)|发生|出现|有|缺少?|少|漏报?|错报?)(?<one>1|一)(?<oneUnit>(?!日|月|季|年|周|个月){单位})(?<oneDeed>(?!以上|及以上)[^,;的]{1,28}?(?:的(?:情况|现象|行为|问题|情形))?)的?,?|(?<=^|[,;、])(?<doneVerb>组织|开展|举办|承办|召开|参加|参与|撰写|完成)(?<done>1|一)(?<doneUnit>次|场|期|篇|个|件|项)(?<doneDeed>(?!以上|及以上)[^,;的达]{2,20}?)的?,?`,
      ),
      examples: [
        '每有1项不合格',
        '每小项不完成任务',
        '每出现一例统计水分',
        '每向乡政府上交一件麻纱',
        '一项做不到',
      ],
      read: (words) => {
        const step = stepOf(
          {
            ...words,
            count: words['count'] ?? words['verbCount'] ?? words['headCount'],
            unit:
              words['unit'] ??
              words['verbUnit'] ??
              words['oneUnit'] ??
              words['zeroUnit'] ??
              words['headUnit'] ??
              words['doneUnit'],
          },
          { missing: false, repeats: true },
        )
        const deed =
          words['deed'] ?? words['oneDeed'] ?? words['zeroDeed'] ?? words['headDeed'] ?? words['doneDeed'] ?? ''
        const joint = words['headVerb'] === undefined ? '' : '，'
        return { ...step, deed: `${words['verb'] ?? words['headVerb'] ?? words['doneVerb'] ?? ''}${joint}${deed}` }
      },
    },
  ],
}
