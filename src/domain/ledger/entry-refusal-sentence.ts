import { formatPoints, type Centipoints } from '../primitives/centipoints.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { impossible } from '../primitives/result.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { absenceWords, type Absence } from '../roster/absence.ts'
import type { EntryRefusal } from './check-entry.ts'
import { defaultLadder, levels } from './level.ts'

/** The Chinese sentence of a refused entry: what is wrong, and the way out. */
export function entryRefusalSentence(refusal: EntryRefusal): string {
  switch (refusal.code) {
    case 'unknown-person':
      return `花名册里没有工号“${refusal.staffNumber}”，请核对工号（001 与 1 不同），或先在花名册中加入此人。`
    case 'off-roster':
      if (refusal.absence !== null) return awaySentence(refusal.name, refusal.day, refusal.absence)
      return refusal.spans.length === 0
        ? `${refusal.name}当年不在岗，${refusal.day}的事不能记在其名下。`
        : `${refusal.name}${refusal.day}不在岗（在岗：${refusal.spans.map(({ first, last }) => `${first}至${last}`).join('、')}），请核对日期或花名册的起止日期。`
    case 'outside-year':
      return `${refusal.day}不在${String(refusal.year)}年度内，请核对日期。`
    case 'unknown-rule':
      return `方案里没有编号为“${refusal.ruleId}”的计分条款，请填条款编号，或写成“项目：词语”，如“工作纪律：迟到”。`
    case 'rule-not-on-sheet':
      return `“${refusal.item}”是${refusal.sheetOffice}考核表上的条款，${refusal.name}${refusal.day}在${refusal.office}，不能按它计分。`
    case 'quantity-too-small':
      return `数量至少为${formatQuantity(refusal.smallest)}${refusal.unit ?? ''}。`
    case 'quantity-too-large':
      return `数量不能超过${formatQuantity(refusal.largest)}${refusal.unit ?? ''}，请核对是否多写了零。`
    case 'quantity-not-whole':
      return `此条按${refusal.unit ?? '次'}计数，数量须为不小于1的整数。`
    case 'level-missing':
      return `此条按等级计分，请填等级：${ladderWords()}。`
    case 'level-unknown':
      return `等级“${refusal.level}”无法识别，可填：${levels.join('、')}（县同区）。`
    case 'level-mismatch':
      return `所选条款是${refusal.ruleLevel}的，与等级“${refusal.level}”不符，请改选对应等级的条款。`
    case 'discretion-missing':
      return `此条由考核领导小组裁量，请填裁量分${boundsWords(refusal.min, refusal.max)}，并在依据中写明领导小组的决定。`
    case 'discretion-out-of-bounds':
      return `裁量分须大于0${boundsWords(refusal.min, refusal.max)}。`
    case 'discretion-not-wanted':
      return '此条的分值已由办法写定，不能另填裁量分，请留空。'
    case 'amount-lost':
      return `此条的分值在原文中缺失（“${refusal.clause}”），请先在方案中补上分值。`
    case 'sanction-unanswered':
      return '党纪政纪处分扣多少分，办法没有写明，请先在方案中由领导小组确定分值。'
    default:
      return impossible(refusal)
  }
}

/** 2026-03-09在借调期间 …: which absence it is, and where it can be corrected. */
function awaySentence(name: string, day: LocalDate, { kind, from, to }: Absence): string {
  const span = to === null ? `${from}起` : `${from}至${to}`
  return `${name}${day}在${absenceWords[kind]}期间（${span}），这些日子不在册，不能记在其名下；日期登记错了的，请先在“人员与机构”更正。`
}

function ladderWords(): string {
  return levels.map((level) => `${level}（${String(defaultLadder[level])}分）`).join('、')
}

function boundsWords(min: Centipoints | null, max: Centipoints | null): string {
  if (min !== null && max !== null) return `（${formatPoints(min)}至${formatPoints(max)}分）`
  if (min !== null) return `（不低于${formatPoints(min)}分）`
  return max === null ? '' : `（不高于${formatPoints(max)}分）`
}
