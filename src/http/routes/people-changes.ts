import { changePeople, importChanges } from '../../commands/change-people.ts'
import { schemeFor } from '../../commands/import-roster.ts'
import { accept } from '../../domain/primitives/result.ts'
import { changeWords } from '../../domain/roster/change-sentence.ts'
import { dayOf, type ChangePlan } from '../../domain/roster/plan-changes.ts'
import { previewChanges } from '../../queries/preview-changes.ts'
import { readSettledYears } from '../../queries/read-settled.ts'
import { readOrganisationChart } from '../../queries/read-organisation-chart.ts'
import { changeNote } from '../change-note.ts'
import type { peopleChangeEndpoints } from '../contract/people-changes.ts'
import { importReport } from '../import-report.ts'
import { settledYearWarnings } from '../settled-words.ts'
import type { RouteGroup } from '../route.ts'

export const peopleChangeRoutes: RouteGroup<typeof peopleChangeEndpoints> = {
  previewPeopleChange: {
    inTown: async ({ body, stores, today, subject }) => {
      const steps = stepsOf(body)
      const scheme = await schemeFor(stores.versions, today)
      const preview = await previewChanges(stores, { today, subject }, steps, scheme)
      if (preview.people.length === 0) return accept(preview)
      const settled = await readSettledYears(stores, preview.year)
      return accept({ ...preview, warnings: [...settledYearWarnings(settled), ...preview.warnings] })
    },
  },
  changePeople: {
    inTown: async ({ body, stores, act, subject, services, note }) => {
      const plan = await changePeople(stores, { ...act, subject }, stepsOf(body), services.spellName)
      if (!plan.ok) return plan
      note(changeNote(plan.value, body.reason))
      return accept({ changed: plan.value.records.length, unchanged: plan.value.unchanged })
    },
  },
  readOrganisationChart: {
    inTown: async ({ query, stores, today, reach }) => {
      const day = query.on ?? today
      return accept(await readOrganisationChart(stores.roster, await schemeFor(stores.versions, day), day, reach))
    },
  },
  downloadChangeTemplate: {
    inTown: async ({ query, services }) => accept(await services.sheets.template('changes', query.format)),
  },
  importChanges: {
    inTown: async ({ body, file, stores, act, subject, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const sheet = { table: table.value, mode: body.mode, spellName: services.spellName }
      const outcome = await importChanges(stores, { ...act, subject }, sheet)
      if (outcome.ok && body.mode === 'commit') note(changeNote(outcome.value, `导入“${file.name}”`))
      else noteNothing()
      return accept(
        importReport(file, table.value, outcome, {
          stored: body.mode === 'commit' && outcome.ok ? outcome.value.taken.length : 0,
          summary: outcome.ok ? planWords(outcome.value, body.mode) : '',
        }),
      )
    },
  },
  markChangeProblems: {
    inTown: async ({ file, stores, act, subject, services }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const sheet = { table: table.value, mode: 'check' as const, spellName: services.spellName }
      const outcome = await importChanges(stores, { ...act, subject }, sheet)
      return accept(await services.sheets.withProblems(file, table.value, outcome.ok ? [] : outcome.refusal))
    },
  },
}

function stepsOf<Change>({
  staffNumbers,
  change,
}: {
  readonly staffNumbers: readonly string[]
  readonly change: Change
}): readonly { readonly staffNumber: string; readonly change: Change }[] {
  return [...new Set(staffNumbers)].map((staffNumber) => ({ staffNumber, change }))
}

function planWords({ taken, records, unchanged }: ChangePlan, mode: 'check' | 'commit'): string {
  if (taken.length === 0)
    return `${String(unchanged)} 行都已经登记过，${mode === 'commit' ? '什么都没有变' : '导入后什么都不变'}。`
  const known = unchanged === 0 ? '' : `，另有 ${String(unchanged)} 行已经登记过、不变`
  const verb = mode === 'commit' ? '已办理' : '将办理'
  return `${verb} ${String(records.length)} 人的 ${String(taken.length)} 次变动${known}：${takenWords(taken)}。`
}

const stepsNamed = 6

/** 何知远 长假 2026-10-01、陆新 入职 2026-10-08 … */
function takenWords(taken: ChangePlan['taken']): string {
  const named = taken
    .slice(0, stepsNamed)
    .map(({ after, change }) => `${after.name} ${changeWords[change.kind]} ${dayOf(change)}`)
    .join('、')
  return taken.length > stepsNamed ? `${named}等` : named
}
