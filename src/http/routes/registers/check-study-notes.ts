import { takeRecordStep } from '../../../commands/registers/take-record-step.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import { studyDefinition, toStudy } from '../../../domain/registers/study/study-record.ts'
import { takeStudyStep } from '../../../domain/registers/study/study-steps.ts'
import { namesOf, recordSummary } from '../../../queries/registers/record-view.ts'
import type { studyEndpoints } from '../../contract/registers/study.ts'
import type { InputOf } from '../../endpoint-input.ts'
import type { Refusal } from '../../refusal.ts'
import type { RecordCall } from './record-routes.ts'

type Checks = InputOf<typeof studyEndpoints.checkStudyNotes>['body']['checks']

const register = anyRegister(studyDefinition)

/** The verdicts on several pieces: all of them, or none; each piece's history keeps its own, and its reason. */
export async function checkStudyNotes(
  { stores, act, subject, reach, note }: RecordCall,
  checks: Checks,
): Promise<Result<{ readonly accepted: number; readonly returned: number }, Refusal>> {
  const nameOf = await namesOf(stores.roster)
  const lines: string[] = []
  for (const check of checks) {
    const { recordId, revision, outcome } = check
    const step =
      outcome === 'returned'
        ? ({ step: 'returned' } as const)
        : ({ step: 'accepted', words: check.words === null ? null : check.words * 100 } as const)
    const was = await stores.records.find(recordId)
    const checked = await takeRecordStep(stores, { ...act, subject, reach, action: 'study.keep' }, register, {
      recordId,
      revision,
      step: outcome,
      reason: outcome === 'returned' ? check.reason : null,
      transition: (record) => takeStudyStep(toStudy(record), step),
    })
    if (!checked.ok) {
      const summary = was?.register === 'study' ? recordSummary(register, was, nameOf) : ''
      return refuse({ code: 'study-checks-refused', summary, refusal: checked.refusal })
    }
    const verdict = outcome === 'returned' ? `退回：${check.reason}` : '核对'
    lines.push(`${recordSummary(register, checked.value, nameOf)} ${verdict}`)
  }
  const returned = checks.filter(({ outcome }) => outcome === 'returned').length
  note({
    object: { kind: 'records', id: 'study', label: `政治学习 ${String(checks.length)}篇` },
    after: { line: lines },
  })
  return accept({ accepted: checks.length - returned, returned })
}
