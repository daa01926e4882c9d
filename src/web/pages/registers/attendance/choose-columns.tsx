import { Alert, Button, Select } from 'antd'
import { columnRoles, type ColumnRole } from '../../../../domain/registers/attendance/punch-mapping.ts'
import type { ClockColumns } from '../../../../http/contract/registers/attendance.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './clock-import.module.css'

type Mapping = ClockColumns['mapping']

type Props = {
  readonly columns: ClockColumns
  readonly mapping: Mapping
  readonly isBusy: boolean
  readonly onChange: (mapping: Mapping) => void
  readonly onNext: () => void
  readonly onAgain: () => void
}

/** What each column holds, over the first rows of the file itself. */
export function ChooseColumns({ columns, mapping, isBusy, onChange, onNext, onAgain }: Props) {
  const text = useText(attendanceText).import
  const { firstRows, fileName, rowCount, isRemembered } = columns
  const width = Math.max(mapping.roles.length, ...firstRows.map(({ cells }) => cells.length))
  const roleOf = (column: number): ColumnRole => mapping.roles[column] ?? 'ignored'
  const setRole = (column: number, role: ColumnRole) =>
    onChange({
      ...mapping,
      roles: Array.from({ length: width }, (_, at) => (at === column ? role : roleOf(at))),
    })
  return (
    <div className={styles.stack}>
      <p className="quiet">{text.rows(fileName, rowCount)}</p>
      <Alert type="info" showIcon title={isRemembered ? text.remembered : text.guessed} />
      <label className={styles.headerRow}>
        {text.headerRow}
        <Select
          value={mapping.headerRow}
          onChange={(headerRow: number) => onChange({ ...mapping, headerRow })}
          options={[
            { value: 0, label: text.noHeader },
            ...firstRows.map(({ row }) => ({ value: row, label: String(row) })),
          ]}
          className={styles.headerChoice ?? ''}
        />
      </label>
      <div className={styles.scroll}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th>{text.row}</th>
              {Array.from({ length: width }, (_, column) => (
                <th key={column} data-used={roleOf(column) !== 'ignored'}>
                  <Select
                    size="small"
                    aria-label={`${text.column} ${String(column + 1)}`}
                    value={roleOf(column)}
                    onChange={(role: ColumnRole) => setRole(column, role)}
                    options={columnRoles
                      .toSorted((one, other) => Number(other === 'ignored') - Number(one === 'ignored'))
                      .map((role) => ({ value: role, label: text.roles[role] }))}
                    popupMatchSelectWidth={false}
                    className={styles.role ?? ''}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ row, cells }) => (
              <tr key={row} data-header={row === mapping.headerRow} data-above={row < mapping.headerRow}>
                <td className="figure quiet">{row}</td>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column} data-used={roleOf(column) !== 'ignored'}>
                    {cells[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.buttons}>
        <Button type="primary" loading={isBusy} onClick={onNext}>
          {text.next}
        </Button>
        <Button disabled={isBusy} onClick={onAgain}>
          {text.again}
        </Button>
      </div>
    </div>
  )
}
