import { useQueryClient } from '@tanstack/react-query'
import { App, Button, InputNumber, Modal, Table } from 'antd'
import { useState } from 'react'
import { formatQuantity, quantity } from '../../../../domain/primitives/quantity.ts'
import { leaveTownEndpoints, type PersonBalance } from '../../../../http/contract/registers/leave.ts'
import { Missing } from '../../../parts/figure.tsx'
import { ImportFlow } from '../../../parts/import-flow.tsx'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useMay, useSession } from '../../../parts/session.tsx'
import { ErrorState } from '../../../parts/states.tsx'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { leaveText } from '../../../text/leave.ts'
import { balancesSource } from './balances-source.ts'
import styles from './leave.module.css'

/** Seniority leave of everyone in a year: how much there is, what was taken and set off, and what is over. */
export function LeaveBalancesPane() {
  const words = useText(leaveText)
  const text = words.balances
  const mayKeep = useMay()('leave.keep')
  const { staffNumber: own, today } = useSession()
  const isPhone = useIsPhone()
  const queryClient = useQueryClient()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [editing, edit] = useState<PersonBalance | null>(null)
  const [isImporting, showImport] = useState(false)
  const { data, error, refetch, isFetching } = useAnswer(leaveTownEndpoints.readLeaveBalances, { query: { year } })
  const days = (hundredths: number | null) =>
    hundredths === null ? <Missing words={text.unset} /> : <span className="figure">{plain(hundredths)}</span>
  return (
    <>
      <p className="quiet">{text.intro}</p>
      <div className={styles.bar}>
        <InputNumber
          aria-label={text.year}
          min={2000}
          max={2100}
          value={year}
          onChange={(value) => value !== null && setYear(value)}
        />
        {mayKeep && <Button onClick={() => showImport(true)}>{text.import}</Button>}
      </div>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Table<PersonBalance>
        size="small"
        rowKey="staffNumber"
        loading={isFetching && data === undefined}
        dataSource={[...(data?.people ?? [])]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: text.person, dataIndex: 'name', fixed: 'left' },
          ...(isPhone ? [] : [{ title: text.office, dataIndex: 'office' }]),
          {
            title: words.balance.granted,
            align: 'right' as const,
            render: (_: unknown, row: PersonBalance) => (
              <>
                {days(row.granted)}
                {row.granted !== null && !row.isOwn && <span className="quiet">{text.usual}</span>}
              </>
            ),
          },
          {
            title: words.balance.taken,
            align: 'right' as const,
            render: (_: unknown, { taken }: PersonBalance) => days(taken),
          },
          {
            title: words.balance.personal,
            align: 'right' as const,
            render: (_: unknown, { personal }: PersonBalance) => days(personal),
          },
          {
            title: words.balance.setOff,
            align: 'right' as const,
            render: (_: unknown, { setOff }: PersonBalance) => days(setOff),
          },
          {
            title: words.balance.over,
            align: 'right' as const,
            render: (_: unknown, { over }: PersonBalance) => (
              <span className={over > 0 ? 'figure figure-deduction' : 'figure'}>{plain(over)}</span>
            ),
          },
          {
            title: words.balance.left,
            align: 'right' as const,
            render: (_: unknown, { left }: PersonBalance) => days(left),
          },
          ...(mayKeep
            ? [
                {
                  title: '',
                  render: (_: unknown, row: PersonBalance) =>
                    row.staffNumber === own ? null : (
                      <Button type="link" size="small" onClick={() => edit(row)}>
                        {text.edit}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {editing !== null && <EditBalance year={year} person={editing} onClose={() => edit(null)} />}
      <ImportFlow
        open={isImporting}
        onClose={() => showImport(false)}
        onDone={() => void queryClient.invalidateQueries()}
        source={balancesSource(text.import, text.importIntro, year)}
      />
    </>
  )
}

function plain(hundredths: number): string {
  return formatQuantity(quantity(hundredths)).replace('-', '−')
}

function EditBalance({
  year,
  person,
  onClose,
}: {
  readonly year: number
  readonly person: PersonBalance
  readonly onClose: () => void
}) {
  const text = useText(leaveText)
  const { message } = App.useApp()
  const [days, setDays] = useState<number | null>(person.granted === null ? null : person.granted / 100)
  const set = useCommand(leaveTownEndpoints.setLeaveBalances, {
    onDone: () => {
      void message.success(text.balances.saved)
      onClose()
    },
  })
  const save = (value: number | null) => {
    const hundredths = value === null ? null : Math.round(value * 100)
    set.mutate({ body: { year, balances: [{ staffNumber: person.staffNumber, days: hundredths }] } })
  }
  return (
    <Modal
      open
      title={`${person.name} · ${String(year)} ${text.balance.granted}`}
      onCancel={onClose}
      footer={
        <>
          {person.isOwn && (
            <Button disabled={set.isPending} onClick={() => save(null)}>
              {text.balances.clear}
            </Button>
          )}
          <Button type="primary" loading={set.isPending} disabled={days === null} onClick={() => save(days)}>
            {text.balances.save}
          </Button>
        </>
      }
    >
      <InputNumber
        autoFocus
        aria-label={text.balance.granted}
        min={0}
        max={366}
        step={0.5}
        suffix={text.settings.unit}
        value={days}
        onChange={setDays}
        style={{ width: 160 }}
      />
    </Modal>
  )
}
