import { Alert, Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import type { ClockReport, UnsettledPerson } from '../../../../http/contract/registers/attendance.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './clock-import.module.css'

export type ImportChoices = {
  /** By the key of a person in question: the 工号, or null for nobody of the town's. */
  readonly people: Readonly<Record<string, string | null>>
  readonly way: 'merge' | 'replace'
  readonly withAbsent: boolean
}

type Props = {
  readonly report: ClockReport
  readonly choices: ImportChoices
  readonly isBusy: boolean
  /** Asks anew what the file would do. */
  readonly onCheck: (choices: ImportChoices) => void
  readonly onCommit: (leaveOut: boolean) => void
  readonly onBack: () => void
  readonly onAgain: () => void
}

/** What the file would change, who is in question, and which cells cannot be read. */
export function CheckClockFile({ report, choices, isBusy, onCheck, onCommit, onBack, onAgain }: Props) {
  const text = useText(attendanceText).import
  const [said, say] = useState<ImportChoices['people']>({})
  const questions = report.unsettled.length + report.problemCount
  const isClean = questions === 0
  const isAnswered = Object.keys(said).length > 0
  const recheck = () => {
    onCheck({ ...choices, people: { ...choices.people, ...said } })
    say({})
  }
  return (
    <div className={styles.stack}>
      <Alert
        type={isClean ? 'success' : 'warning'}
        showIcon
        title={report.summary}
        description={
          report.first !== null && report.last !== null
            ? [
                text.span(report.first, report.last, report.people),
                ...(report.leftOut > 0 ? [text.leftOut(report.leftOut)] : []),
              ].join('；')
            : undefined
        }
      />
      {report.unsettled.length > 0 && (
        <section className={styles.section}>
          <h3>{text.unsettled}</h3>
          <ul className={styles.people}>
            {report.unsettled.map((one) => (
              <Unsettled
                key={one.key}
                one={one}
                value={said[one.key]}
                onSay={(staffNumber) => say({ ...said, [one.key]: staffNumber })}
              />
            ))}
          </ul>
        </section>
      )}
      {report.problemCount > 0 && <Problems report={report} />}
      <section className={styles.section}>
        <h3>{text.way}</h3>
        <Radio.Group
          value={choices.way}
          disabled={isBusy}
          onChange={({ target }) => onCheck({ ...choices, way: target.value === 'replace' ? 'replace' : 'merge' })}
          options={[
            { value: 'merge', label: text.merge },
            { value: 'replace', label: text.replace },
          ]}
        />
      </section>
      {report.absent.length > 0 && (
        <section className={styles.section}>
          <Checkbox
            checked={choices.withAbsent}
            disabled={isBusy}
            onChange={({ target }) => onCheck({ ...choices, withAbsent: target.checked })}
          >
            {text.withAbsent(report.absent.length)}
          </Checkbox>
          <details className={styles.absent}>
            <summary>{text.showAbsent}</summary>
            <p>
              {report.absent.map(({ name, office }) => (office === '' ? name : `${name}（${office}）`)).join('、')}
            </p>
            <p className="quiet">{text.withAbsentHint}</p>
          </details>
        </section>
      )}
      <div className={styles.buttons}>
        {isAnswered ? (
          <Button type="primary" loading={isBusy} onClick={recheck}>
            {text.recheck}
          </Button>
        ) : (
          <Button type={isClean ? 'primary' : 'default'} loading={isBusy} onClick={() => onCommit(!isClean)}>
            {isClean ? text.commit : text.commitLeftOut(questions)}
          </Button>
        )}
        <Button disabled={isBusy} onClick={onBack}>
          {text.back}
        </Button>
        <Button disabled={isBusy} onClick={onAgain}>
          {text.again}
        </Button>
      </div>
    </div>
  )
}

const nobody = '-'

function Unsettled({
  one,
  value,
  onSay,
}: {
  readonly one: UnsettledPerson
  readonly value: string | null | undefined
  readonly onSay: (staffNumber: string | null) => void
}) {
  const text = useText(attendanceText).import
  const { data } = useAnswer(endpoints.listPeople, {})
  const candidates = new Set(one.candidates.map(({ staffNumber }) => staffNumber))
  const people = (data?.people ?? []).map(({ staffNumber, name, pinyin, initials, stays }) => {
    const label = `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`
    return { value: staffNumber, label, found: `${label} ${pinyin} ${initials}` }
  })
  // Whom it may be stands first.
  const sorted = people.toSorted(
    (left, right) => Number(candidates.has(right.value)) - Number(candidates.has(left.value)),
  )
  return (
    <li>
      <span className={styles.personWords}>
        <b>{one.words === '' ? text.missing : one.words}</b>
        <span className="quiet">
          {text[one.problem]} · {text.rowsOf(one.rows, one.firstRow)}
        </span>
      </span>
      <Select
        aria-label={`${text.whoIs} ${one.words}`}
        placeholder={text.whoIs}
        value={value === undefined ? null : (value ?? nobody)}
        onChange={(chosen: string) => onSay(chosen === nobody ? null : chosen)}
        showSearch={{ optionFilterProp: 'found' }}
        options={[...sorted, { value: nobody, label: text.notOurs, found: text.notOurs }]}
        className={styles.personChoice ?? ''}
      />
    </li>
  )
}

function Problems({ report }: { readonly report: ClockReport }) {
  const text = useText(attendanceText).import
  return (
    <section className={styles.section}>
      <h3>{text.problems(report.problemCount)}</h3>
      <p className="quiet">{text.problemsHint}</p>
      <div className={styles.scroll}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th>{text.row}</th>
              <th>{text.column}</th>
              <th>{text.problem}</th>
            </tr>
          </thead>
          <tbody>
            {report.problems.map(({ row, column, message }) => (
              <tr key={`${String(row)} ${column ?? ''} ${message}`}>
                <td className="figure">{row}</td>
                <td>{column}</td>
                <td className={styles.sentence}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
