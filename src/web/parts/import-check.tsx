import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ImportReport, SheetProblem } from '../../http/contract/people.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { messageOf } from './api.ts'
import styles from './import-flow.module.css'

/** Errors by row and column beside the sheet itself; without errors, what 确认导入 will do. */
export function CheckedSheet({
  report,
  error,
  isStoring,
  onConfirm,
  onConfirmFaultless,
  onChooseAgain,
  onDownloadProblems,
}: {
  readonly report: ImportReport
  readonly error: string | null
  readonly isStoring: boolean
  readonly onConfirm: () => void
  readonly onConfirmFaultless?: () => void
  readonly onChooseAgain: () => void
  readonly onDownloadProblems: () => Promise<void>
}) {
  const text = useText(partsText).import
  const [lit, light] = useState<SheetProblem | null>(null)
  const [downloadError, setDownloadError] = useState<string | null>(null)
  const isClean = report.problems.length === 0
  const problem = error ?? downloadError
  const faultyRows = new Set(report.problems.map(({ row }) => row))
  const faultless = faultyRows.has(1) ? 0 : report.rows - faultyRows.size
  return (
    <div className={styles.checked}>
      <p className="quiet">{text.fileRows(report.fileName, report.rows)}</p>
      {isClean ? (
        <Alert type="success" showIcon title={report.summary} description={text.clean} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={text.problemsTitle(report.problems.length)}
          description={text.problemsHint}
        />
      )}
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className={isClean ? styles.onePane : styles.twoPanes}>
        {!isClean && <Problems problems={report.problems} lit={lit} onLight={light} />}
        <Preview report={report} lit={lit} />
      </div>
      <div className={styles.buttons}>
        {isClean ? (
          <Button type="primary" loading={isStoring} disabled={report.rows === 0} onClick={onConfirm}>
            {isStoring ? text.storing : text.confirm}
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={() => {
              onDownloadProblems().catch((cause: unknown) => {
                setDownloadError(messageOf(cause))
              })
            }}
          >
            {text.downloadProblems}
          </Button>
        )}
        {!isClean && onConfirmFaultless !== undefined && faultless > 0 && (
          <Button loading={isStoring} onClick={onConfirmFaultless}>
            {text.confirmFaultless(faultless)}
          </Button>
        )}
        <Button disabled={isStoring} onClick={onChooseAgain}>
          {text.chooseAgain}
        </Button>
      </div>
    </div>
  )
}

function Problems({
  problems,
  lit,
  onLight,
}: {
  readonly problems: readonly SheetProblem[]
  readonly lit: SheetProblem | null
  readonly onLight: (problem: SheetProblem) => void
}) {
  const text = useText(partsText).import
  return (
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
          {problems.map((problem, at) => (
            <tr
              key={`${String(at)}-${String(problem.row)}`}
              className={problem === lit ? styles.litRow : undefined}
              onMouseEnter={() => onLight(problem)}
              onClick={() => onLight(problem)}
            >
              <td className="figure">{problem.row}</td>
              <td>{problem.column ?? text.wholeRow}</td>
              <td className={styles.sentence}>{problem.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Rows are numbered as in Excel: the header is row 1. */
function Preview({ report, lit }: { readonly report: ImportReport; readonly lit: SheetProblem | null }) {
  const text = useText(partsText).import
  const [header = [], ...rows] = report.preview
  const wrongCells = new Set(report.problems.map((problem) => cellKey(problem.row, problem.column)))
  const isWrong = (row: number, column: string) =>
    wrongCells.has(cellKey(row, column)) || wrongCells.has(cellKey(row, null))
  return (
    <div>
      <p className="quiet">
        {text.preview}
        {rows.length < report.rows && `（${text.previewFirst(rows.length)}）`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th>{text.row}</th>
              {header.map((column, at) => (
                <th key={`${String(at)}-${column}`}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, at) => (
              <tr key={String(at)} className={lit?.row === at + 2 ? styles.litRow : undefined}>
                <td className="figure quiet">{at + 2}</td>
                {header.map((column, index) => (
                  <td key={column} className={isWrong(at + 2, column) ? styles.wrong : undefined}>
                    {cells[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function cellKey(row: number, column: string | null): string {
  return `${String(row)} ${column ?? ''}`
}
