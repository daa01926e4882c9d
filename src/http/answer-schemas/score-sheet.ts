import { z } from 'zod'
import { absenceKinds } from '../../domain/roster/absence.ts'
import { calendarWindowSchema } from '../../domain/scheme/scheme.ts'
import { component } from './answers-of.ts'
import { centipoints, count, day, employment, fen, post, quantity, ruleEffect, words } from './fields.ts'

export const daySpan = component('DaySpan', z.object({ first: day, last: day }))

const reason = <Code extends string>(code: Code) => z.object({ code: z.literal(code) })

const lineReason = component(
  'LineReason',
  z.discriminatedUnion('code', [
    reason('within-grace').extend({ used: quantity, grace: quantity, window: calendarWindowSchema }),
    reason('incomplete-step').extend({ used: quantity, per: quantity }),
    reason('lower-rung').extend({ countedEntryId: words }),
    reason('superseded').extend({ countedEntryId: words }),
    reason('unconfirmed'),
    reason('reversed'),
    reason('after-as-of'),
    reason('leader-mean'),
    reason('window-open').extend({ missing: quantity, endsOn: day }),
    reason('not-points'),
    reason('floor'),
    reason('ceiling'),
    reason('cap').extend({ cap: centipoints }),
    reason('reward-cap').extend({ cap: centipoints }),
    reason('item-forfeited'),
    reason('amount-unknown'),
    reason('achieved').extend({ total: quantity, target: quantity }),
    reason('waived'),
    reason('off-roster'),
    reason('removed').extend({ what: z.enum(['item', 'rule']), title: words, version: count }),
    reason('not-on-sheet'),
  ]),
)

export const missingPart = component(
  'MissingPart',
  z.discriminatedUnion('code', [
    reason('no-rating').extend({ category: words, group: words.nullable() }),
    reason('no-sheet').extend({ category: words, office: words }),
    reason('item-unassessed').extend({ item: words }),
    reason('register-not-kept').extend({ item: words, ruleId: words }),
    reason('amount-unknown').extend({ item: words, ruleId: words.nullable() }),
    reason('no-staff').extend({ offices: z.array(words) }),
    reason('no-deputy'),
    reason('member-partial').extend({ staffNumber: words, name: words }),
  ]),
)

const scoreLine = component(
  'ScoreLine',
  z.object({
    kind: z.enum(['base', 'entry', 'shortfall', 'limit', 'uncounted']),
    effect: ruleEffect.nullable(),
    entryId: words.nullable(),
    ruleId: words.nullable(),
    schemeVersion: count.optional(),
    occurredOn: day.nullable(),
    quantity: quantity.nullable(),
    chargedSteps: quantity.nullable(),
    clause: words,
    reading: words.optional(),
    before: centipoints.nullable(),
    change: centipoints,
    after: centipoints.nullable(),
    moneyFen: fen.optional(),
    unit: words.optional(),
    matter: words.nullable(),
    note: words.nullable(),
    reason: lineReason.nullable(),
  }),
)

const itemScore = component(
  'ItemScore',
  z.object({
    itemId: words,
    title: words,
    full: centipoints.nullable(),
    score: centipoints.nullable(),
    lines: z.array(scoreLine),
    windows: z.array(z.object({ span: daySpan, days: count, score: centipoints.nullable(), ended: z.boolean() })),
  }),
)

const sheetScore = z.object({
  sheetId: words,
  title: words,
  office: words.nullable(),
  days: count,
  full: centipoints.nullable(),
  score: centipoints.nullable(),
  items: z.array(itemScore),
})

const ratingScore = z.object({
  groups: z.array(z.object({ group: words, weight: quantity, marks: count, mean: words.nullable() })),
  whole: quantity.nullable(),
})

const categoryScore = z.object({
  categoryId: words,
  title: words,
  kind: z.enum(['deductive', 'rated', 'earned']),
  full: centipoints.nullable(),
  score: centipoints.nullable(),
  soFar: centipoints,
  sheets: z.array(sheetScore),
  rating: ratingScore.nullable(),
})

const rollUpScore = z.object({
  of: post,
  members: z.array(
    z.object({ staffNumber: words, name: words, office: words, score: centipoints.nullable(), days: count }),
  ),
  mean: centipoints.nullable(),
})

export const scoreSheet = component(
  'ScoreSheet',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    post,
    employment: employment.nullable(),
    days: z.object({ onRoster: count, ofYear: count }),
    stays: z.array(z.object({ office: words, post, span: daySpan, days: count })),
    away: z.array(z.object({ kind: z.enum(absenceKinds), office: words, span: daySpan, days: count })),
    categories: z.array(categoryScore),
    rollUp: rollUpScore.nullable(),
    rewards: itemScore.nullable(),
    work: centipoints.nullable(),
    reward: centipoints,
    score: centipoints.nullable(),
    partial: z.boolean(),
    soFar: centipoints,
    missing: z.array(missingPart),
    otherLines: z.array(scoreLine),
    zeroedBy: scoreLine.nullable(),
    moneyFen: fen,
  }),
)
