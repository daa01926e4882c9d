import { townDay } from '../../../../domain/primitives/local-date.ts'
import { Alert, App, Button, Select } from 'antd'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { anyRegister } from '../../../../domain/registers/register-definition.ts'
import { attendanceDefinition } from '../../../../domain/registers/attendance/attendance-record.ts'
import {
  attendanceEndpoints,
  type MonthCell,
  type MonthRow,
} from '../../../../http/contract/registers/attendance.ts'
import type { RecordForm, RecordView } from '../../../../http/contract/registers/record-endpoints.ts'
import type { AttendanceBody } from '../../../../domain/registers/attendance/attendance-record.ts'
import { call, download, messageOf } from '../../../parts/api.ts'
import { useAssessmentYear } from '../../../parts/assessment-year.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { OpenedRecord } from '../../../parts/register/opened-record.tsx'
import { RecordFormDrawer } from '../../../parts/register/record-form.tsx'
import { useMay } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useUrlState } from '../../../parts/url-state.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import styles from './attendance.module.css'
import { attendanceOperations } from './attendance-operations.ts'
import { AttendanceRules } from './attendance-rules.tsx'
import { ClockImport } from './clock-import.tsx'
import { GraceTally } from './grace-tally.tsx'
import { MonthGrid } from './month-grid.tsx'
import { MonthLegend } from './month-legend.tsx'
import { MonthList } from './month-list.tsx'

const monthDefaults = { month: '', office: '', person: '', record: '' } as const satisfies Record<string, string>
type MonthState = { readonly [Field in keyof typeof monthDefaults]: string }

/** 考勤: the month of everyone within reach, the quarter's grace above it, one's own days on a phone. */
export function AttendancePage() {
  const text = useText(attendanceText)
  const may = useMay()
  const isPhone = useIsPhone()
  const [state, change] = useUrlState<MonthState>(monthDefaults)
  const [opened, open] = useState<'import' | 'rules' | null>(null)
  const mayKeep = may('attendance.keep')
  const [year] = useAssessmentYear()
  const month = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(state.month) ? state.month : lastMonthOf(year)
  const office = state.office === '' ? {} : { office: state.office }
  const answer = useAnswer(attendanceEndpoints.readAttendanceMonth, { query: { month, ...office } })
  const { data } = answer
  const isOwn = data !== undefined && data.rows.length === 1 && state.office === ''
  const cells = data?.rows.flatMap((row) => row.cells)
  const said = cells?.find(({ recordId }) => recordId !== null && recordId === state.record)?.words ?? ''
  const isEmpty = data?.rows.every(({ cells }) => cells.every(({ recordId }) => recordId === null)) === true
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={isOwn && !mayKeep ? text.ownIntro : text.intro}
        actions={
          <>
            {may('register.configure') && <Button onClick={() => open('rules')}>{text.settings}</Button>}
            {mayKeep && (
              <Button type="primary" onClick={() => open('import')}>
                {text.importFile}
              </Button>
            )}
          </>
        }
      />
      <GraceTally on={lastDayShown(month)} />
      <div className={styles.bar}>
        <MonthSteps month={month} onChange={(next) => change({ month: next })} />
        {!isOwn && data !== undefined && (data.offices.length > 1 || state.office !== '') && (
          <Select
            aria-label={text.allOffices}
            value={state.office}
            onChange={(value: string) => change({ office: value })}
            options={[
              { value: '', label: text.allOffices },
              ...data.offices.map((one) => ({ value: one, label: one })),
            ]}
            className={styles.office}
          />
        )}
        <span className={styles.grow} />
        <Link to="/registers/attendance/days">{text.list}</Link>
        <DownloadMonth month={month} office={state.office} />
      </div>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {data === undefined && answer.error === null && <LoadingState rows={10} />}
      {isEmpty && <EmptyState title={text.empty}>{mayKeep ? text.emptyHint : text.ownEmptyHint}</EmptyState>}
      {data !== undefined && !isEmpty && (
        <>
          {may('register.configure') && missesPunches(data.rows) && (
            <Alert type="info" showIcon title={text.fewPunches} />
          )}
          <MonthLegend />
          {isPhone || isOwn ? (
            <MonthList
              month={data}
              person={state.person}
              onPerson={(person) => change({ person })}
              onOpen={(record) => change({ record })}
            />
          ) : (
            <MonthGrid month={data} onOpen={(record) => change({ record })} />
          )}
        </>
      )}
      {state.record !== '' && (
        <OpenedDay recordId={state.record} said={said} mayKeep={mayKeep} onClose={() => change({ record: '' })} />
      )}
      {opened === 'import' && <ClockImport onClose={() => open(null)} />}
      {opened === 'rules' && <AttendanceRules onClose={() => open(null)} />}
    </>
  )
}

/** More days with a punch too few than whole ones: the settings expect more punches than the town makes. */
function missesPunches(rows: readonly MonthRow[]): boolean {
  const marks = rows.flatMap(({ cells }) => cells.map(({ mark }) => mark))
  const count = (wanted: MonthCell['mark']) => marks.filter((mark) => mark === wanted).length
  return count('missing-punch') > Math.max(10, count('in-order'))
}

/** This month, in a year that is over its December. */
function lastMonthOf(year: number): string {
  const today = townDay(Date.now())
  return Number(today.slice(0, 4)) === year ? today.slice(0, 7) : `${String(year)}-12`
}

function lastDayShown(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  const today = townDay(Date.now())
  return last < today ? last : today
}

function MonthSteps({ month, onChange }: { readonly month: string; readonly onChange: (month: string) => void }) {
  const text = useText(attendanceText)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const step = (by: number) => {
    const at = new Date(Date.UTC(year, number - 1 + by, 1))
    onChange(at.toISOString().slice(0, 7))
  }
  return (
    <span className={styles.steps}>
      <Button aria-label={text.before} icon={<LeftOutlined />} onClick={() => step(-1)} />
      <input
        type="month"
        aria-label={text.month}
        className={styles.month}
        value={month}
        onChange={({ target }) => {
          if (target.value !== '') onChange(target.value)
        }}
      />
      <Button aria-label={text.after} icon={<RightOutlined />} onClick={() => step(1)} />
    </span>
  )
}

function DownloadMonth({ month, office }: { readonly month: string; readonly office: string }) {
  const text = useText(attendanceText)
  const { message } = App.useApp()
  const take = () => {
    const query = { month, format: 'xlsx' as const, ...(office === '' ? {} : { office }) }
    download(attendanceEndpoints.downloadAttendanceMonth, `考勤 ${month}.xlsx`, {
      query,
    }).catch((error: unknown) => void message.error(messageOf(error)))
  }
  return <Button onClick={take}>{text.download}</Button>
}

/** One day from the grid: what was punched, how it came to be, and putting it right. */
function OpenedDay({
  recordId,
  said,
  mayKeep,
  onClose,
}: {
  readonly recordId: string
  /** What the day comes to: 上午迟到42分钟（9:12）. */
  readonly said: string
  readonly mayKeep: boolean
  readonly onClose: () => void
}) {
  const register = useMemo(() => anyRegister(attendanceDefinition), [])
  const [changing, setChanging] = useState<RecordView<AttendanceBody> | null>(null)
  const save = (record: RecordForm, { reason }: { reason: string }) =>
    changing === null
      ? Promise.resolve()
      : call(attendanceEndpoints.changeAttendance, {
          params: { recordId: changing.id },
          body: { revision: changing.revision, reason, record },
        })
  return (
    <>
      <OpenedRecord
        operations={attendanceOperations}
        register={register}
        recordId={recordId}
        shown={[]}
        renderDetail={() => (said === '' ? null : <p>{said}</p>)}
        mayKeep={mayKeep}
        onChange={setChanging}
        onClose={onClose}
      />
      {changing !== null && (
        <RecordFormDrawer register={register} record={changing} onSave={save} onClose={() => setChanging(null)} />
      )}
    </>
  )
}
