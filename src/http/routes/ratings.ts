import { hasSuggestedRaters } from '../../domain/scheme/rater-groups.ts'
import { addMark, withdrawMark } from '../../commands/add-mark.ts'
import type { AuditNote } from '../../commands/audit-store.ts'
import { checkRatings, importRatings } from '../../commands/import-ratings.ts'
import type { StoredMark } from '../../commands/rating-store.ts'
import { yearSpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { categoryIdOfMark } from '../../queries/earlier-ids.ts'
import { listRatings, ratedCategories, type PersonMarks } from '../../queries/list-ratings.ts'
import {
  readAssessedYear,
  readYear,
  type AssessedYear,
  type AssessmentPorts,
} from '../../queries/read-assessed-year.ts'
import { importNote } from '../audit-notes.ts'
import type { PersonRating, ratingEndpoints, RatingMarkRow } from '../contract/ratings.ts'
import { importReport } from '../import-report.ts'
import type { RouteGroup } from '../route.ts'

/** Marks are of a year: they are checked and shown under the version in force at its end. */
function markedPeriod(today: LocalDate, year: number) {
  return assessmentPeriod(String(year), today, yearSpan(year).last)
}

function ratedYear(stores: AssessmentPorts, today: LocalDate, year: number) {
  return readAssessedYear(stores, markedPeriod(today, year))
}

/** What marks are checked against; nobody need be assessed for that. */
async function knownOfYear(stores: AssessmentPorts, today: LocalDate, year: number) {
  const onRecord = await readYear(stores, markedPeriod(today, year))
  if (!onRecord.ok) return onRecord
  const { version, assessment, marks } = onRecord.value
  return accept({ scheme: version.scheme, roster: assessment.roster, marks })
}

function toMarkRow({ id, mark, source, at, by }: StoredMark): RatingMarkRow {
  return { id, mark, source, at: at.toISOString(), by }
}

function toRating({ groups, whole, ...person }: PersonMarks): PersonRating {
  return {
    ...person,
    groups: groups.map((group) => ({ ...group, marks: group.marks.map(toMarkRow) })),
    whole: whole === null ? null : toMarkRow(whole),
  }
}

function ratingOf(
  { version, sheets, marks }: AssessedYear,
  staffNumber: string,
  categoryId: string,
): PersonRating {
  const own = listRatings(version.scheme, sheets, marks).find(
    (one) => one.staffNumber === staffNumber && one.categoryId === categoryId,
  )
  assert(own !== undefined, 'who has a mark has a rating')
  return toRating(own)
}

/** Whose mark, of which raters, from where: what it was stays with the marks. */
function markNote({ staffNumber, name }: PersonRating, { year, raterGroup, source }: StoredMark): AuditNote {
  return {
    object: { kind: 'person', id: staffNumber, label: name },
    before: null,
    after: { year, raterGroup, source },
    reason: null,
  }
}

export const ratingRoutes: RouteGroup<typeof ratingEndpoints> = {
  listRatings: {
    inTown: async ({ query, stores, today, note }) => {
      const rated = await ratedYear(stores, today, query.year)
      if (!rated.ok) return rated
      note({ object: { kind: 'ratings', id: String(query.year), label: `${String(query.year)}年度` } })
      const { version, sheets, marks } = rated.value
      const people = listRatings(version.scheme, sheets, marks)
      const isMissing = ({ groups }: PersonMarks) => groups.some(({ missing }) => missing)
      return accept({
        categories: ratedCategories(version.scheme).map((category) => ({
          id: category.id,
          title: category.title,
          full: category.points,
          isSuggested: hasSuggestedRaters(category),
        })),
        people: people.map(toRating),
        missingPeople: people.filter(isMissing).length,
      })
    },
  },
  addMark: {
    inTown: async ({ body, stores, act, subject, today, note }) => {
      const known = await knownOfYear(stores, today, body.year)
      if (!known.ok) return known
      const added = await addMark(stores.ratings, act, subject, body, known.value)
      if (!added.ok) return added
      const after = await ratedYear(stores, today, body.year)
      if (!after.ok) return after
      const rating = ratingOf(after.value, body.staffNumber, body.categoryId)
      note(markNote(rating, added.value))
      return accept({ rating })
    },
  },
  withdrawMark: {
    inTown: async ({ params, body, stores, act, subject, today, note }) => {
      const withdrawn = await withdrawMark(stores.ratings, act, subject, { ...params, ...body })
      if (!withdrawn.ok) return withdrawn
      const { year, staffNumber } = withdrawn.value
      const after = await ratedYear(stores, today, year)
      if (!after.ok) return after
      const categoryId = categoryIdOfMark(after.value, withdrawn.value)
      const rating = ratingOf(after.value, staffNumber, categoryId ?? withdrawn.value.categoryId)
      const { object, after: before } = markNote(rating, withdrawn.value)
      note({ object, before, after: null, reason: body.reason })
      return accept({ rating })
    },
  },
  downloadRatingTemplate: {
    inTown: async ({ query, services }) => accept(await services.sheets.template('ratings', query.format)),
  },
  importRatings: {
    inTown: async ({ body, file, stores, act, subject, today, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const known = await knownOfYear(stores, today, body.year)
      if (!known.ok) return known
      const sheet = { table: table.value, year: body.year, source: body.source, subject }
      const isCommit = body.mode === 'commit'
      const outcome = isCommit
        ? await importRatings(stores.ratings, act, sheet, known.value)
        : checkRatings(sheet, known.value)
      const count = table.value.rows.length
      if (isCommit && outcome.ok)
        note(importNote(file, 'ratingSheet', { year: body.year, source: body.source, count }))
      else noteNothing()
      return accept(
        importReport(file, table.value, outcome, {
          stored: isCommit && outcome.ok ? count : 0,
          summary: isCommit ? `已导入 ${String(count)} 条评分。` : `将导入 ${String(count)} 条评分。`,
        }),
      )
    },
  },
  markRatingProblems: {
    inTown: async ({ body, file, stores, subject, today, services }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const known = await knownOfYear(stores, today, body.year)
      if (!known.ok) return known
      const checked = checkRatings({ table: table.value, ...body, subject }, known.value)
      return accept(await services.sheets.withProblems(file, table.value, checked.ok ? [] : checked.refusal))
    },
  },
}
