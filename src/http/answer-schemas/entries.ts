import { z } from 'zod'
import type { entryEndpoints } from '../contract/entries.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { centipoints, count, day, fen, instant, quantity, ruleEffect, words } from './fields.ts'
import { importReport } from './people.ts'

const ruleChoice = component(
  'RuleChoice',
  z.object({
    ruleId: words,
    effect: ruleEffect,
    sentence: words,
    clause: words,
    categoryTitle: words,
    sheetTitle: words,
    itemId: words.nullable(),
    itemTitle: words,
    points: centipoints.nullable(),
    yuan: fen.nullable(),
    unit: words.nullable(),
    isCountUnit: z.boolean(),
    severity: words.nullable(),
    level: words.nullable(),
    needsLevel: z.boolean(),
    discretion: z.object({ min: centipoints.nullable(), max: centipoints.nullable() }).nullable(),
    blocked: words.nullable(),
    isSuggested: z.boolean(),
  }),
)

export const entry = component(
  'Entry',
  z.object({
    id: z.uuid(),
    position: count,
    staffNumber: words,
    name: words,
    office: words,
    ruleId: words,
    ruleSentence: words,
    effect: ruleEffect,
    itemTitle: words,
    clause: words,
    quantity,
    unit: words.nullable(),
    occurredOn: day,
    level: words.nullable(),
    matter: words.nullable(),
    discretion: centipoints.nullable(),
    place: words.nullable(),
    note: words.nullable(),
    basis: words.nullable(),
    state: z.enum(['recorded', 'confirmed', 'reversed']),
    schemeVersion: count,
    recordedAt: instant,
    recordedBy: words,
    confirmedAt: instant.nullable(),
    confirmedBy: words.nullable(),
    reversal: z.object({ at: instant, by: words, reason: words }).nullable(),
    late: z.object({ closedOn: day }).nullable(),
    toldOn: day.nullable(),
    acknowledgedOn: day.nullable(),
    barred: z.object({
      confirmation: z.enum(['role', 'recorder', 'aboutOneself', 'state']).nullable(),
      reversal: z.enum(['role', 'recorder', 'confirmer', 'aboutOneself', 'notRecorder', 'state']).nullable(),
    }),
  }),
)

export const entryEffect = component(
  'EntryEffect',
  z.object({
    year: z.int(),
    staffNumber: words,
    name: words,
    office: words,
    itemTitle: words,
    itemBefore: centipoints.nullable(),
    itemAfter: centipoints.nullable(),
    scoreBefore: centipoints.nullable(),
    scoreAfter: centipoints.nullable(),
    soFarBefore: centipoints.nullable(),
    soFarAfter: centipoints.nullable(),
    remark: words.nullable(),
  }),
)

const rules = z.object({ rules: z.array(ruleChoice) })
const effects = z.object({ effects: z.array(entryEffect) })

export const entryAnswers = answersOf<typeof entryEndpoints>()({
  listRuleChoices: json(rules, [404, 422]),
  listOfficeRuleChoices: json(rules, [404, 422]),
  previewEntry: json(effects.extend({ warnings: z.array(words) }), [422]),
  recordEntry: json(z.object({ entries: z.array(entry) }), [422]),
  listEntries: json(z.object({ entries: z.array(entry), total: count })),
  confirmEntries: json(z.object({ confirmed: count }), [404, 409]),
  previewConfirmation: json(effects, [404, 409, 422]),
  reverseEntry: json(z.object({ entry }), [404, 409]),
  previewReversal: json(effects, [404, 409, 422]),
  downloadEntryTemplate: file(),
  importEntries: json(importReport, [422]),
  markEntryProblems: file([422]),
})
