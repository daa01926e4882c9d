import { checkRoster, importRoster, type RosterChange } from '../../commands/import-roster.ts'
import { accept } from '../../domain/primitives/result.ts'
import { listPeople } from '../../queries/list-people.ts'
import { importNote } from '../audit-notes.ts'
import { importReport } from '../import-report.ts'
import type { peopleEndpoints } from '../contract/people.ts'
import type { RouteGroup } from '../route.ts'

export const peopleRoutes: RouteGroup<typeof peopleEndpoints> = {
  listPeople: {
    inTown: async ({ stores, services, today, reach }) =>
      accept(await listPeople(stores.roster, services.spellOffice, today, reach)),
  },
  downloadRosterTemplate: {
    inTown: async ({ query, services }) => accept(await services.sheets.template('roster', query.format)),
  },
  importRoster: {
    inTown: async ({ body, file, stores, act, subject, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const sheet = { table: table.value, mode: body.mode, spellName: services.spellName }
      const outcome = await importRoster(stores, { ...act, subject }, sheet)
      if (outcome.ok && body.mode === 'commit') note(importNote(file, 'rosterSheet', { ...outcome.value }))
      else noteNothing()
      return accept(
        importReport(file, table.value, outcome, {
          stored: body.mode === 'commit' && outcome.ok ? outcome.value.added + outcome.value.changed : 0,
          summary: outcome.ok ? changeWords(outcome.value, body.mode) : '',
        }),
      )
    },
  },
  markRosterProblems: {
    inTown: async ({ file, stores, today, subject, services }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const problems = await checkRoster(stores, { today, subject }, table.value)
      return accept(await services.sheets.withProblems(file, table.value, problems))
    },
  },
}

function changeWords(change: RosterChange, mode: 'check' | 'commit'): string {
  const { added, changed, unchanged, kept, changedNames } = change
  const named = changedNames.slice(0, 8).join('、')
  const changedWords = changed === 0 ? '' : `（${named}${changed > 8 ? '等' : ''}，以表中的任职为准）`
  const parts = [
    `新增 ${String(added)} 人`,
    `变更 ${String(changed)} 人${changedWords}`,
    `不变 ${String(unchanged)} 人`,
  ]
  const keptWords = kept === 0 ? '' : `；表中没有的 ${String(kept)} 人保留不动，离岗的请填结束日期，不要删行`
  return `${mode === 'commit' ? '已导入：' : '将'}${parts.join('，')}${keptWords}。`
}
