import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { dueSteps } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import { EditForm } from './edit-form.tsx'
import {
  deadlineDrafts,
  emptyGrade,
  gradeDrafts,
  nextStep,
  readDeadlines,
  readGrades,
  suggestedDeadlines,
  type DeadlineDraft,
} from './list-drafts.ts'
import { ListForm } from './list-form.tsx'
import { plainNumber } from './rule-draft.ts'
import { Labelled } from './rule-form.tsx'
import type { WholeFormProps } from './whole-forms.tsx'

/** 周督查、月考核…: the steps of the year in their order. */
export function CadenceForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWorkText).cadence
  const [rows, setRows] = useState<readonly { step: string }[]>(scheme.cadence.map(({ step }) => ({ step })))
  const isWhole = rows.every(({ step }) => step.trim() !== '')
  return (
    <ListForm
      rows={rows}
      empty={{ step: '' }}
      edit={isWhole ? { act: 'set-cadence', steps: rows.map(({ step }) => step.trim()) } : null}
      wrongWords={words.wrong}
      addLabel={words.add}
      onRows={setRows}
      onClose={onClose}
      renderRow={(row, change) => (
        <Input
          aria-label={words.step}
          placeholder={words.example}
          maxLength={100}
          value={row.step}
          onChange={(event) => change({ step: event.target.value })}
        />
      )}
    />
  )
}

/** Whom the regulation appraises, and whom it leaves out. */
export function AppraiseesForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWorkText).appraisees
  const [rows, setRows] = useState<readonly { words: string; appraised: boolean }[]>(
    (scheme.appraisees ?? []).map((line) => ({ words: line.words, appraised: line.appraised })),
  )
  const isWhole = rows.every((row) => row.words.trim() !== '')
  return (
    <ListForm
      rows={rows}
      empty={{ words: '', appraised: true }}
      edit={
        isWhole
          ? {
              act: 'set-appraisees',
              appraisees: rows.map((row) => ({ words: row.words.trim(), appraised: row.appraised })),
            }
          : null
      }
      wrongWords={words.wrong}
      addLabel={words.add}
      onRows={setRows}
      onClose={onClose}
      renderRow={(row, change) => (
        <>
          <Input
            aria-label={words.who}
            placeholder={words.example}
            maxLength={200}
            value={row.words}
            onChange={(event) => change({ words: event.target.value })}
          />
          <Select<'in' | 'out'>
            aria-label={words.whether}
            value={row.appraised ? 'in' : 'out'}
            options={[
              { value: 'in', label: words.in },
              { value: 'out', label: words.out },
            ]}
            onChange={(value) => change({ appraised: value === 'in' })}
          />
        </>
      )}
    />
  )
}

/** 等次: its band of scores and its quota. */
export function GradesForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWorkText).grades
  const [rows, setRows] = useState(gradeDrafts(scheme))
  const grades = readGrades(rows)
  const fields = ['grade', 'employment', 'quotaPercent', 'from', 'below'] as const
  return (
    <>
      <p className={styles.place}>{words.hint}</p>
      <ListForm
        rows={rows}
        empty={emptyGrade}
        edit={grades === null ? null : { act: 'set-grades', grades }}
        wrongWords={words.wrong}
        addLabel={words.add}
        onRows={setRows}
        onClose={onClose}
        renderRow={(row, change) => (
          <div className={styles.gradeRow}>
            {fields.map((field) => (
              <label key={field} className={styles.cell}>
                <span>{words[field]}</span>
                <Input
                  value={row[field]}
                  {...(field !== 'grade' && field !== 'employment' && { inputMode: 'decimal' as const })}
                  onChange={(event) => change({ [field]: event.target.value })}
                />
              </label>
            ))}
          </div>
        )}
      />
    </>
  )
}

/** The days of due process: 公示, 异议, 答复, 申请复核, 复核. */
export function DeadlinesForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWorkText).deadlines
  const [rows, setRows] = useState<readonly DeadlineDraft[]>(deadlineDrafts(scheme))
  const deadlines = readDeadlines(rows)
  return (
    <ListForm<DeadlineDraft>
      rows={rows}
      empty={{ step: nextStep(rows), days: '', kind: 'working' }}
      edit={deadlines === null ? null : { act: 'set-deadlines', deadlines }}
      wrongWords={words.wrong}
      addLabel={words.add}
      suggestion={
        rows.length === 0 && (
          <Button size="small" onClick={() => setRows(suggestedDeadlines)}>
            {words.suggest}
          </Button>
        )
      }
      onRows={setRows}
      onClose={onClose}
      renderRow={(row, change) => (
        <>
          <Select
            aria-label={words.step}
            value={row.step}
            options={dueSteps.map((value) => ({ value, label: value }))}
            onChange={(step) => change({ step })}
          />
          <Input
            aria-label={words.days}
            inputMode="numeric"
            value={row.days}
            onChange={(event) => change({ days: event.target.value })}
          />
          <Select<DeadlineDraft['kind']>
            aria-label={words.kind}
            value={row.kind}
            options={(['working', 'calendar'] as const).map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
        </>
      )}
    />
  )
}

/** 加分最高不超过10分: the most that rewards may add in a year; empty lifts the limit. */
export function RewardCapForm({ scheme, onClose }: WholeFormProps) {
  const words = useText(schemeWorkText).rewardCap
  const before = scheme.rewardCap?.points ?? null
  const [typed, type] = useState(before === null ? '' : String(before / 100))
  const points = typed.trim() === '' ? null : plainNumber(typed)
  const isWrong = typed.trim() !== '' && points === null
  return (
    <EditForm edit={isWrong ? null : { act: 'set-reward-cap', points }} onDone={onClose} onCancel={onClose}>
      {() => (
        <Labelled label={words.points} error={isWrong ? words.wrong : undefined}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              inputMode="decimal"
              placeholder={words.none}
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </Labelled>
      )}
    </EditForm>
  )
}
