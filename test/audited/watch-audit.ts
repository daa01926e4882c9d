import { expect } from 'vitest'
import { factLines, objectInWords, operationWords } from '../../src/http/contract/audit-words.ts'
import type { EndpointName } from '../../src/http/contract/endpoints.ts'
import { auditRows } from '../support/audit-rows.ts'
import { startTown, type Answered, type SignedInTown } from '../support/town-app.ts'

/** Drives operations and looks at what each leaves in the audit. */
export type AuditWatch = {
  readonly openTown: (now?: string) => Promise<SignedInTown>
  /** What it answers; each change, file and look leaves one row, or one for each of so many accounts. */
  readonly leavesRow: (
    town: SignedInTown,
    name: EndpointName,
    act: () => Promise<Answered>,
    rows?: number,
  ) => Promise<Answered>
  readonly covered: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

export function watchAudit(): AuditWatch {
  const covered = new Set<string>()
  const towns: SignedInTown[] = []
  return {
    covered,
    openTown: async (now) => {
      const town = await startTown(now)
      towns.push(town)
      expect((await auditRows(town)).map(({ operation }) => operation)).toEqual(['setUp'])
      covered.add('setUp')
      return town
    },
    leavesRow: async (town, name, act, rows = 1) => {
      const before = (await auditRows(town)).length
      const answered = await act()
      expect([name, answered.status, answered.body?.error?.message]).toEqual([name, 200, undefined])
      const added = (await auditRows(town)).slice(before)
      expect(added.map(({ operation, outcome }) => [operation, outcome])).toEqual(
        Array.from({ length: rows }, () => [name, 'done']),
      )
      added.forEach(expectChinese)
      covered.add(name)
      return answered
    },
    stop: async () => {
      for (const town of towns) await town.stop()
    },
  }
}

/** Operation, object and facts all have a Chinese name on the page and in the export. */
function expectChinese(row: Awaited<ReturnType<typeof auditRows>>[number]): void {
  expect(operationWords(row.operation)).toMatch(/\p{Script=Han}/u)
  if (row.object !== null) expect(objectInWords(row.object)).toMatch(/^\p{Script=Han}[\p{Script=Han}（）]*( |$)/u)
  for (const { label } of [...factLines(row.before), ...factLines(row.after)])
    expect(label).toMatch(/\p{Script=Han}/u)
}

export function formOf(content: string, fields: Record<string, string>, name = '表.csv'): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([content], name))
  return form
}
