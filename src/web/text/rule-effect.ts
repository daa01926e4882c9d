import type { RuleEffect } from '../../domain/scheme/scheme.ts'

/** Short words for what a rule does, as beside a clause in a list. */
export const ruleEffectWords: Readonly<Record<RuleEffect, string>> = {
  deduct: '扣分',
  add: '加分',
  award: '计分',
  forfeit: '本项不得分',
  zero: '总分记0',
  veto: '一票否决',
  discretionary: '裁量计分',
  proportional: '按比例得分',
  money: '扣发',
}
