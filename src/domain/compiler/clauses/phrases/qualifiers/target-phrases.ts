import { quantity, type Quantity } from '../../../../primitives/quantity.ts'
import { readNumeral } from '../../numerals.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

export type Target = {
  readonly count: Quantity
  readonly unit: string
  /** 每季度不少于3条: the target is for each of several windows of the year. */
  readonly timesAYear: number
}

const timesAYear: Readonly<Record<string, number>> = { 周: 52, 月: 12, 季: 4, 半年: 2 }

function targetOf(words: PhraseWords): Target {
  return {
    count: quantity(readNumeral(words['count'] ?? '') ?? 0),
    unit: words['unit'] ?? '',
    timesAYear: timesAYear[words['window'] ?? ''] ?? 1,
  }
}

const everyWindow = '(?:每个?(?<window>周|月|季|半年)度?[^,;。每]{0,12}?)?'

/** 不少于10000字, 达到90%, 要有12篇: what is to be reached. */
export const targetPhrases: PhraseTable<Target> = {
  title: '目标',
  frame: '{例}，每少1篇扣1分。',
  rows: [
    {
      name: 'at-least',
      pattern: phrasePattern(
        `${everyWindow}(?:不(?:得)?(?:少于|低于|小于)|不得少于|少于|小于|未达到?|达不到|低于|不足|不到|≥|>=|至少(?:完成|撰写|报送|有|写|上报)?|达到?|要有|应有|须有|须达到?|应达到?|(?:完成|撰写|报送|上报|开展|召开|组织)(?:(?!每)\\p{Script=Han}){0,6}?|(?:任务|目标|指标)(?:为|是)?|(?:面积|产量|总产|培训|播种|造林)|每人|为)(?<count>{数})(?<unit>{单位})(?!(?:以下|以内|内))`,
      ),
      examples: [
        '不少于12篇',
        '达到12篇',
        '要有12篇',
        '不低于12篇',
        '报送24篇',
        '至少完成12篇',
        '每季度上报信息不少于3篇',
      ],
      inContext: [
        { clause: '学习心得不少于10000字，每少1000字扣1分。', words: '不少于10000字' },
        { clause: '办证率达到90%，每低1%扣1分。', words: '达到90%' },
        { clause: '笔记不少于24篇（含调研报告），每少1篇扣1分。', words: '不少于24篇' },
      ],
      read: targetOf,
    },
    {
      name: 'or-more',
      pattern: phrasePattern(`${everyWindow}(?<count>{数})(?<unit>{单位})(?:\\([^)]*\\))?(?:及)?以上`),
      examples: ['12篇及以上', '24篇以上', '每月2篇以上'],
      inContext: [{ clause: '满意率90%以上，每低1%扣1分。', words: '90%以上' }],
      read: targetOf,
    },
    {
      name: 'percent-in-words',
      pattern: phrasePattern('(?<!每[^,;。]{0,8}|增|减|降)百分之(?<count>{数})(?=以上|,|的|得|记|计)'),
      examples: [],
      inContext: [{ clause: '入户率低于百分之九十八，每低一个百分点扣一分。', words: '百分之九十八' }],
      read: (words) => ({ ...targetOf(words), unit: '%' }),
    },
    {
      name: 'before-fewer',
      pattern: phrasePattern(
        `${everyWindow}(?<![少缺差低欠第\\d.]|降低|下降|(?:分|分值|奖金|工资)的)(?<count>{数})(?<unit>{单位})(?=的?[,;](?:(?:每|缺|少|差|欠)|$))`,
      ),
      examples: [],
      inContext: [{ clause: '全年参加志愿服务（着统一服装）8次，每少一次扣1分。', words: '8次' }],
      read: targetOf,
    },
  ],
}
