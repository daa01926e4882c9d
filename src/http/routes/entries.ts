import { confirmEntries } from '../../commands/confirm-entries.ts'
import { importEntries, readRecordings } from '../../commands/import-entries.ts'
import { recordEntry } from '../../commands/record-entry.ts'
import { reverseEntry } from '../../commands/reverse-entry.ts'
import type { Finding } from '../../domain/ledger/check-finding.ts'
import { localDate, parseLocalDate } from '../../domain/primitives/local-date.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import { reachOf, type Subject } from '../../policies/permit.ts'
import { effectsWithin, type EntryEffect } from '../../queries/entry-effect.ts'
import { entryViews } from '../../queries/entry-view.ts'
import { listEntries } from '../../queries/list-entries.ts'
import { previewConfirmation } from '../../queries/preview-confirmation.ts'
import { previewEntry } from '../../queries/preview-entry.ts'
import { previewReversal } from '../../queries/preview-reversal.ts'
import { ruleChoicesOfOffice, ruleChoicesOfPerson } from '../../queries/rule-choices.ts'
import { readSettled } from '../../queries/read-settled.ts'
import type { z } from 'zod'
import { entriesNote, importNote } from '../audit-notes.ts'
import type { entryDraftSchema, entryEndpoints } from '../contract/entries.ts'
import { importReport } from '../import-report.ts'
import { lateEntryWarnings } from '../settled-words.ts'
import type { RouteGroup } from '../route.ts'

export const entryRoutes: RouteGroup<typeof entryEndpoints> = {
  listRuleChoices: {
    inTown: async ({ params, query, stores }) => {
      const rules = await ruleChoicesOfPerson(stores, params.staffNumber, localDate(query.on))
      return rules.ok ? accept({ rules: rules.value }) : rules
    },
  },
  listOfficeRuleChoices: {
    inTown: async ({ params, query, stores }) => {
      const rules = await ruleChoicesOfOffice(stores, params.office, localDate(query.on))
      return rules.ok ? accept({ rules: rules.value }) : rules
    },
  },
  previewEntry: {
    inTown: async ({ body, stores, today, subject }) => {
      const finding = toFinding(body)
      const previewed = await previewEntry(stores, today, finding)
      if (!previewed.ok) return previewed
      const settled = await readSettled(stores, finding.occurredOn)
      return accept({ effects: seenBy(subject, previewed.value), warnings: lateEntryWarnings(settled) })
    },
  },
  recordEntry: {
    inTown: async ({ body, stores, act, subject, note }) => {
      const recorded = await recordEntry(stores, act, toFinding(body))
      if (!recorded.ok) return recorded
      const entries = await entryViews(stores, recorded.value, subject)
      note(entriesNote(entries, { from: null, to: 'recorded' }))
      return accept({ entries })
    },
  },
  listEntries: {
    inTown: async ({ query, stores, subject, reach }) => {
      const filter = {
        state: query.state ?? null,
        office: filled(query.office),
        staffNumber: filled(query.staffNumber),
        from: query.from === undefined ? null : parseLocalDate(query.from),
        to: query.to === undefined ? null : parseLocalDate(query.to),
        words: filled(query.words),
      }
      return accept(await listEntries(stores, filter, query, { subject, reach }))
    },
  },
  confirmEntries: {
    inTown: async ({ body, stores, act, subject, note }) => {
      const confirmed = await confirmEntries(stores.ledger, act, subject, body.entryIds)
      if (!confirmed.ok) return confirmed
      const entries = await entryViews(stores, await stores.ledger.find(body.entryIds), subject)
      note(entriesNote(entries, { from: 'recorded', to: 'confirmed' }))
      return accept({ confirmed: confirmed.value })
    },
  },
  previewConfirmation: {
    inTown: async ({ body, stores, today, subject }) => {
      const previewed = await previewConfirmation(stores, today, body.entryIds)
      return previewed.ok ? accept({ effects: seenBy(subject, previewed.value) }) : previewed
    },
  },
  reverseEntry: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const { reason } = body
      const reversed = await reverseEntry(stores.ledger, act, subject, { entryId: params.entryId, reason })
      if (!reversed.ok) return reversed
      const [entry] = await entryViews(stores, [reversed.value], subject)
      assert(entry !== undefined, 'one entry has one view')
      const from = entry.confirmedAt === null ? 'recorded' : 'confirmed'
      note(entriesNote([entry], { from, to: 'reversed', reason }))
      return accept({ entry })
    },
  },
  previewReversal: {
    inTown: async ({ params, stores, today, subject }) => {
      const previewed = await previewReversal(stores, today, params.entryId)
      return previewed.ok ? accept({ effects: seenBy(subject, previewed.value) }) : previewed
    },
  },
  downloadEntryTemplate: {
    inTown: async ({ query, services }) => accept(await services.sheets.template('entries', query.format)),
  },
  importEntries: {
    inTown: async ({ body, file, stores, act, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const outcome = await importEntries(stores, act, { table: table.value, mode: body.mode })
      const count = outcome.ok ? String(outcome.value) : '0'
      const isStored = body.mode === 'commit' && outcome.ok
      if (isStored) note(importNote(file, 'entrySheet', { state: 'recorded', count: outcome.value }))
      else noteNothing()
      return accept(
        importReport(file, table.value, outcome, {
          stored: isStored ? outcome.value : 0,
          summary: isStored ? `已登记 ${count} 条，确认后计分。` : `将登记 ${count} 条，确认后计分。`,
        }),
      )
    },
  },
  markEntryProblems: {
    inTown: async ({ file, stores, today, services }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const read = await readRecordings(stores, today, table.value)
      return accept(await services.sheets.withProblems(file, table.value, read.ok ? [] : read.refusal))
    },
  },
}

function seenBy(subject: Subject, effects: readonly EntryEffect[]): readonly EntryEffect[] {
  return effectsWithin(reachOf(subject, 'score.read'), effects)
}

/** The contract has checked that the day is a day of the calendar. */
export function toFinding(draft: z.output<typeof entryDraftSchema>): Finding {
  return { ...draft, occurredOn: localDate(draft.occurredOn), discretion: draft.discretion ?? null }
}

function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
