import { App, Button } from 'antd'
import { useState } from 'react'
import { dutyDefinition } from '../../../../domain/registers/duty/duty-record.ts'
import { dutyPaperNote } from '../../../../domain/registers/duty/open-duty-paper.ts'
import { anyRegister } from '../../../../domain/registers/register-definition.ts'
import { dutyEndpoints, type DutyTurnView } from '../../../../http/contract/registers/duty.ts'
import { call, download, messageOf } from '../../../parts/api.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { ImportButton } from '../../../parts/register/import-button.tsx'
import { recordImportSource } from '../../../parts/register/import-source.ts'
import { RecordFormDrawer } from '../../../parts/register/record-form.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import { DutyCalendar } from './duty-calendar.tsx'
import { DutyCounts } from './duty-counts.tsx'
import { DutyPaper } from './duty-paper.tsx'
import { DutySettingsDrawer } from './duty-settings-drawer.tsx'
import { MyTurns } from './my-turns.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { TurnDrawer } from './turn-drawer.tsx'
import styles from './duty.module.css'

const register = anyRegister(dutyDefinition)

/** 值班: a month day by day, one's own turns, and how the turns of the year are shared. */
export function DutyPage() {
  const text = useText(dutyText)
  const may = useMay()
  const { message } = App.useApp()
  const { today } = useSession()
  const [{ month }, change] = useUrlState({ month: today.slice(0, 7) })
  const [opened, open] = useState<'plan' | 'add' | 'settings' | null>(null)
  const [turnId, openTurn] = useState<string | null>(null)
  const { data, error, refetch } = useAnswer(dutyEndpoints.readDutyMonth, { query: { month } })
  const isPhone = useIsPhone()
  const keeps = may('duty.keep')
  const turn = data?.days.flatMap(({ turns }) => turns).find(({ id }) => id === turnId)
  const isEmpty = data?.days.every(({ turns }) => turns.length === 0) === true
  const take = () => {
    download(dutyEndpoints.downloadDutyMonth, `${text.title} ${month}.xlsx`, {
      query: { month, format: 'xlsx' },
    }).catch((fault: unknown) => void message.error(messageOf(fault)))
  }
  const planButton = keeps && (
    <Button type="primary" onClick={() => open('plan')}>
      {text.plan}
    </Button>
  )
  const actions = (
    <>
      {planButton}
      {keeps && <Button onClick={() => open('add')}>{text.addTurn}</Button>}
      {keeps && <ImportButton source={recordImportSource('duty', dutyPaperNote)} />}
      <Button onClick={take}>{text.exportSheet}</Button>
      {!isPhone && <Button onClick={() => window.print()}>{text.print}</Button>}
      {may('register.configure') && <Button onClick={() => open('settings')}>{text.settings}</Button>}
    </>
  )
  return (
    <>
      <div className="no-print">
        <PageHeader title={text.title} subtitle={text.intro} actions={actions} />
        <MonthSwitch month={month} onChange={(next) => change({ month: next })} />
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <LoadingState rows={8} />}
        {data !== undefined && (
          <>
            <MyTurns month={data} />
            {isEmpty ? (
              <EmptyState title={text.empty} actions={planButton}>
                {keeps ? text.emptyKeeper : text.emptyReader}
              </EmptyState>
            ) : (
              <DutyCalendar days={data.days} onOpen={({ id }: DutyTurnView) => openTurn(id)} />
            )}
            <DutyCounts counts={data.counts} />
          </>
        )}
      </div>
      {data !== undefined && <DutyPaper month={data} />}
      {opened === 'plan' && <PlanDrawer month={month} onClose={() => open(null)} />}
      {opened === 'settings' && data !== undefined && (
        <DutySettingsDrawer settings={data.settings} onClose={() => open(null)} />
      )}
      {opened === 'add' && (
        <RecordFormDrawer
          register={register}
          record={null}
          onSave={(form, { idempotencyKey }) => call(dutyEndpoints.addDuty, { body: form, idempotencyKey })}
          onClose={() => open(null)}
        />
      )}
      {turn !== undefined && data !== undefined && (
        <TurnDrawer key={turn.id} turn={turn} month={data} onClose={() => openTurn(null)} />
      )}
    </>
  )
}

function MonthSwitch({ month, onChange }: { readonly month: string; readonly onChange: (month: string) => void }) {
  const text = useText(dutyText)
  return (
    <nav className={styles.switch}>
      <Button aria-label={text.earlier} onClick={() => onChange(monthAfter(month, -1))}>
        ‹
      </Button>
      <h2>{text.monthOf(month)}</h2>
      <Button aria-label={text.later} onClick={() => onChange(monthAfter(month, 1))}>
        ›
      </Button>
    </nav>
  )
}

function monthAfter(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`
}
