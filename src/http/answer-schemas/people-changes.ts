import { z } from 'zod'
import { absenceKinds } from '../../domain/roster/absence.ts'
import type { peopleChangeEndpoints } from '../contract/people-changes.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { centipoints, count, post, words } from './fields.ts'
import { importReport } from './people.ts'
import { daySpan } from './score-sheet.ts'

const yearOfDays = z.object({
  days: count,
  stays: z.array(z.object({ office: words, post, span: daySpan, days: count })),
  away: z.array(z.object({ kind: z.enum(absenceKinds), office: words, span: daySpan, days: count })),
})

const scoreChange = z.object({
  staffNumber: words,
  name: words,
  post: post.nullable(),
  scoreBefore: centipoints.nullable(),
  scoreAfter: centipoints.nullable(),
  soFarBefore: centipoints.nullable(),
  soFarAfter: centipoints.nullable(),
})

const changePreview = component(
  'ChangePreview',
  z.object({
    year: z.int(),
    daysOfYear: count,
    problems: z.array(words),
    people: z.array(scoreChange.extend({ before: yearOfDays, after: yearOfDays, strayEntries: count })),
    others: z.array(scoreChange),
    warnings: z.array(words),
    unchanged: count,
  }),
)

const chartPerson = z.object({
  staffNumber: words,
  name: words,
  office: words,
  post,
  inChargeOf: z.array(words),
  away: z.enum(absenceKinds).nullable(),
})

const scoredBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own-sheet') }),
  z.object({ kind: z.literal('mean'), of: post, offices: z.array(words).nullable(), members: count }),
])

const named = <Code extends string>(code: Code) => z.object({ code: z.literal(code) })
const chartProblem = z.discriminatedUnion('code', [
  named('roll-up-circle').extend({ posts: z.array(post) }),
  named('in-charge-circle').extend({ names: z.array(words) }),
  named('in-charge-of-nothing').extend({ name: words }),
  named('leads-nobody').extend({ name: words, offices: z.array(words) }),
  named('no-members').extend({ name: words, of: post }),
  named('unknown-office').extend({
    office: words,
    staff: z.array(words),
    leaders: z.array(words),
    candidates: z.array(words),
  }),
  named('office-unled').extend({ office: words, people: count }),
  named('office-empty').extend({ office: words, leaders: z.array(words) }),
])

const chartLeader = chartPerson.extend({ scoredBy })
const organisationChart = component(
  'OrganisationChart',
  z.object({
    principals: z.array(chartLeader),
    deputies: z.array(chartLeader),
    offices: z.array(
      z.object({
        office: words,
        hasSheet: z.boolean(),
        leaders: z.array(chartPerson),
        staff: z.array(chartPerson),
      }),
    ),
    rollUps: z.array(z.object({ post, of: post })),
    problems: z.array(chartProblem),
    isWhole: z.boolean(),
  }),
)

export const peopleChangeAnswers = answersOf<typeof peopleChangeEndpoints>()({
  previewPeopleChange: json(changePreview),
  changePeople: json(z.object({ changed: count, unchanged: count }), [422]),
  readOrganisationChart: json(organisationChart),
  downloadChangeTemplate: file(),
  importChanges: json(importReport, [422]),
  markChangeProblems: file([422]),
})
