import { centipoints } from '../../src/domain/primitives/centipoints.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import type { LedgerEntry, RatingMark } from '../../src/domain/ledger/entry.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import { schemeSchema, type Scheme, type SchemeFile } from '../../src/domain/scheme/scheme.ts'
import { assess, type Assessment } from '../../src/domain/scoring/assess.ts'
import type { ItemScore, ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'

/** Small towns for the tests: a scheme in plain numbers, people and entries with everything else filled in. */

type CategoryFile = SchemeFile['categories'][number]
type RuleFile = NonNullable<
  NonNullable<NonNullable<CategoryFile['sheets']>[number]['items']>[number]['rules']
>[number]

export function schemeOf(file: Partial<SchemeFile>): Scheme {
  return schemeSchema.parse({ format: 'gongdao-scheme/1', categories: [], ...file })
}

export function rule(id: string, fields: Partial<RuleFile> = {}): RuleFile {
  return { id, effect: 'deduct', points: 2, unit: '次', sentence: `${id}的计分条款`, ...fields }
}

/** One category 公共项目 with one sheet of everyone and one item of 10 points. */
export function oneItem(
  rules: readonly RuleFile[],
  fields: Partial<CategoryFile> = {},
  points: number | null = 10,
): Scheme {
  return schemeOf({
    categories: [
      {
        id: 'c',
        title: '公共项目',
        points,
        sheets: [{ id: 's', title: '公共', items: [{ id: 'i', title: '工作纪律', points, rules: [...rules] }] }],
        ...fields,
      },
    ],
  })
}

export function person(staffNumber: string, fields: Partial<Assignment> = {}): Assignment {
  return {
    staffNumber,
    name: `职员${staffNumber}`,
    office: '党办',
    post: '工作人员',
    inChargeOf: [],
    employment: '公务员',
    from: null,
    to: null,
    ...fields,
  }
}

let lastPosition = 0

export function entry(ruleId: string, units: number, day: string, fields: Partial<LedgerEntry> = {}): LedgerEntry {
  lastPosition += 1
  return {
    id: `e${String(lastPosition)}`,
    position: lastPosition,
    staffNumber: '001',
    ruleId,
    quantity: quantity(Math.round(units * 100)),
    occurredOn: localDate(day),
    state: 'confirmed',
    level: null,
    matter: null,
    discretion: null,
    place: null,
    note: null,
    basis: null,
    ...fields,
  }
}

export function mark(points: number, fields: Partial<RatingMark> = {}): RatingMark {
  return {
    staffNumber: '001',
    mark: quantity(Math.round(points * 100)),
    categoryId: 'r',
    raterGroup: null,
    ...fields,
  }
}

export function assessTown(scheme: Scheme, fields: Partial<Assessment> = {}): ScoreSheet[] {
  return assess({
    scheme,
    year: 2026,
    asOf: localDate('2026-12-31'),
    roster: [person('001')],
    entries: [],
    marks: [],
    ...fields,
  })
}

/** The one person of a town of one. */
export function sheetOfOne(
  scheme: Scheme,
  entries: readonly LedgerEntry[],
  fields: Partial<Assessment> = {},
): ScoreSheet {
  const [sheet] = assessTown(scheme, { entries, ...fields })
  assert(sheet !== undefined, 'the town has a person')
  return sheet
}

export function itemOf(sheet: ScoreSheet, itemId = 'i'): ItemScore {
  const item = sheet.categories
    .flatMap(({ sheets }) => sheets.flatMap(({ items }) => items))
    .find((one) => one.itemId === itemId)
  assert(item !== undefined, `the sheet has item ${itemId}`)
  return item
}

export function points(plain: number) {
  return centipoints(Math.round(plain * 100))
}
