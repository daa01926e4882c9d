import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { fieldText } from '../../domain/registers/field-text.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import {
  isRecordContent,
  type RecordContent,
  type RegisterRecord,
} from '../../domain/registers/register-record.ts'
import { fieldValue } from '../../domain/registers/record-values.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import { namesOf } from './record-view.ts'

/** One step in a record's history, in words. */
export type RecordHistoryStep = {
  readonly position: number
  readonly step: string
  readonly stepWords: string
  readonly stateWords: string
  readonly at: string
  readonly by: string
  readonly reason: string | null
  /** Fields it changed. */
  readonly changes: readonly { readonly title: string; readonly before: string; readonly after: string }[]
}

const commonSteps: Readonly<Record<string, string>> = { added: '登记', changed: '修改', withdrawn: '撤回' }

/** How a record came to say what it says, from the first step on. */
export async function readRecordHistory(
  stores: { readonly records: RegisterRecordStore; readonly roster: Pick<RosterStore, 'people'> },
  register: AnyRegister,
  record: RegisterRecord,
): Promise<readonly RecordHistoryStep[]> {
  const steps = await stores.records.steps(record.id)
  const nameOf = await namesOf(stores.roster)
  // What a step left is what the next that changed anything found.
  let after: RecordContent = record
  const told = steps.toReversed().map((step): RecordHistoryStep => {
    const before = isRecordContent(step.before) ? step.before : null
    const changes = before === null ? [] : changesBetween(register, before, after, nameOf)
    if (before !== null) after = before
    return {
      position: step.position,
      step: step.step,
      stepWords: commonSteps[step.step] ?? register.stepWords?.[step.step] ?? step.step,
      stateWords: stateWords(register, step.state),
      at: step.at.toISOString(),
      by: step.by,
      reason: step.reason,
      changes,
    }
  })
  return told.toReversed()
}

function changesBetween(
  { fields }: AnyRegister,
  before: RecordContent,
  after: RecordContent,
  nameOf: (staffNumber: string) => string | null,
): RecordHistoryStep['changes'] {
  return fields.flatMap((field) => {
    const [was, is] = [before, after].map((content) => fieldText(field, fieldValue(content, field), nameOf))
    return was === undefined || is === undefined || was === is
      ? []
      : [{ title: field.title, before: was, after: is }]
  })
}
