import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Spin, Steps, Upload } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  attendanceEndpoints,
  type ClockColumns,
  type ClockReport,
} from '../../../../http/contract/registers/attendance.ts'
import { uploadLimitMegabytes } from '../../../../http/contract/endpoint.ts'
import { call, messageOf } from '../../../parts/api.ts'
import { newKey } from '../../../parts/idempotency-key.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import { CheckClockFile, type ImportChoices } from './check-clock-file.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import styles from './clock-import.module.css'

type Mapping = ClockColumns['mapping']

const noChoices: ImportChoices = { people: {}, way: 'merge', withAbsent: false }

/** 选文件 → 认列 → 核对 → 完成; nothing is kept before 确认导入. */
export function ClockImport({ onClose }: { readonly onClose: () => void }) {
  const text = useText(attendanceText).import
  const queryClient = useQueryClient()
  const isPhone = useIsPhone()
  const [file, setFile] = useState<File | null>(null)
  const [columns, setColumns] = useState<ClockColumns | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [choices, setChoices] = useState<ImportChoices>(noChoices)
  const [report, setReport] = useState<ClockReport | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const step = report?.stored === true ? 3 : report !== null ? 2 : columns !== null ? 1 : 0

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (cause) {
      setError(messageOf(cause))
    } finally {
      setBusy(false)
    }
  }
  const startAgain = () => {
    setFile(null)
    setColumns(null)
    setReport(null)
    setChoices(noChoices)
    setError(null)
  }
  const take = (chosen: File) => {
    if (chosen.size > uploadLimitMegabytes * 1024 * 1024) {
      setError(text.tooLarge)
      return
    }
    void run(async () => {
      const read = await call(attendanceEndpoints.readClockColumns, { file: chosen, body: {} })
      setFile(chosen)
      setColumns(read)
      setMapping(read.mapping)
    })
  }
  const send = (mode: 'check' | 'commit', next: ImportChoices, leaveOut = false) => {
    setChoices(next)
    void run(async () => {
      if (file === null || mapping === null) return
      const body = {
        mode,
        mapping: JSON.stringify(mapping),
        people: JSON.stringify(Object.entries(next.people).map(([key, staffNumber]) => ({ key, staffNumber }))),
        way: next.way,
        withAbsent: next.withAbsent ? ('yes' as const) : ('no' as const),
        leaveOut: leaveOut ? ('yes' as const) : ('no' as const),
      }
      const done = await call(attendanceEndpoints.importAttendance, { file, body, idempotencyKey: newKey() })
      setReport(done)
      if (done.stored) await queryClient.invalidateQueries()
    })
  }
  return (
    <Drawer open onClose={onClose} title={text.title} size="min(1040px, 100vw)" mask={{ closable: false }}>
      <Steps
        size="small"
        current={step}
        orientation="horizontal"
        responsive={false}
        titlePlacement={isPhone ? 'vertical' : 'horizontal'}
        items={[text.stepFile, text.stepColumns, text.stepCheck, text.stepDone].map((title) => ({ title }))}
        className={styles.steps ?? ''}
      />
      {error !== null && <Alert type="error" showIcon title={error} role="alert" className={styles.error ?? ''} />}
      {step === 0 && <ChooseClockFile isBusy={isBusy} onFile={take} />}
      {step === 1 && columns !== null && mapping !== null && (
        <ChooseColumns
          columns={columns}
          mapping={mapping}
          isBusy={isBusy}
          onChange={setMapping}
          onNext={() => send('check', choices)}
          onAgain={startAgain}
        />
      )}
      {step === 2 && report !== null && (
        <CheckClockFile
          report={report}
          choices={choices}
          isBusy={isBusy}
          onCheck={(next) => send('check', next)}
          onCommit={(leaveOut) => send('commit', choices, leaveOut)}
          onBack={() => setReport(null)}
          onAgain={startAgain}
        />
      )}
      {step === 3 && report !== null && (
        <div className={styles.done} role="status">
          <p className={styles.doneTitle}>{text.done}</p>
          <p>{report.summary}</p>
          <p className="quiet">{text.doneHint}</p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={onClose}>
              {text.finish}
            </Button>
            <Link to="/suggestions">
              <Button>{text.toSuggestions}</Button>
            </Link>
            <Button onClick={startAgain}>{text.again}</Button>
          </div>
        </div>
      )}
    </Drawer>
  )
}

function ChooseClockFile({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) {
  const text = useText(attendanceText).import
  if (isBusy)
    return (
      <div className={styles.busy} role="status">
        <Spin /> {text.checking}
      </div>
    )
  return (
    <Upload.Dragger
      accept=".xlsx,.csv,.txt,.dat"
      maxCount={1}
      showUploadList={false}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <p className={styles.drop}>{text.drop}</p>
      <p className="quiet">{text.dropHint}</p>
    </Upload.Dragger>
  )
}
