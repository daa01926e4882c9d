import { Alert, App, Button, DatePicker, Drawer, Form, Input, InputNumber, Radio, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { localDate } from '../../../../domain/primitives/local-date.ts'
import { dutyShifts, type DutySettings } from '../../../../domain/registers/duty/duty-settings.ts'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import { dutyEndpoints } from '../../../../http/contract/registers/duty.ts'
import { messageOf } from '../../../parts/api.ts'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import styles from './duty.module.css'

type Props = { readonly settings: DutySettings; readonly onClose: () => void }

/** Shifts, how many are on, who is exempt: all of it suggested by this system until the town sets it. */
export function DutySettingsDrawer({ settings, onClose }: Props) {
  const text = useText(dutyText)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(settings)
  const change = (changes: Partial<DutySettings>) => setDraft({ ...draft, ...changes })
  const save = useCommand(dutyEndpoints.changeDutySettings, {
    quiet: true,
    onDone: () => {
      void message.success(text.saved)
      onClose()
    },
  })
  return (
    <Drawer
      open
      title={text.settingsTitle}
      size="min(640px, 100vw)"
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ body: draft })}>
            {text.save}
          </Button>
        </div>
      }
    >
      <Form layout="vertical">
        <p className={styles.suggested}>{text.suggested}</p>
        {save.error !== null && <Alert type="error" showIcon title={messageOf(save.error)} />}
        <Form.Item label={text.shiftWay}>
          <Radio.Group
            value={draft.shifts}
            onChange={({ target }) => change({ shifts: target.value === 'two' ? 'two' : 'one' })}
            options={[
              { value: 'one', label: text.oneShift },
              { value: 'two', label: text.twoShifts },
            ]}
          />
        </Form.Item>
        <Form.Item label={text.leadersADay} htmlFor="duty-leaders">
          <InputNumber
            id="duty-leaders"
            min={0}
            max={3}
            value={draft.leadersADay}
            onChange={(next) => change({ leadersADay: next ?? 0 })}
          />
        </Form.Item>
        <Form.Item label={text.membersAShift} htmlFor="duty-members">
          <InputNumber
            id="duty-members"
            min={1}
            max={10}
            value={draft.membersAShift}
            onChange={(next) => change({ membersAShift: next ?? 1 })}
          />
        </Form.Item>
        {dutyShifts
          .filter((shift) => shift === 'whole' || draft.shifts === 'two')
          .map((shift) => (
            <Form.Item
              key={shift}
              label={text.hours[shift]}
              extra={shift === 'whole' ? text.hoursNote : undefined}
            >
              <span className={styles.hours}>
                {(['from', 'to'] as const).map((side) => (
                  <Input
                    key={side}
                    type="time"
                    aria-label={`${text.hours[shift]} ${side}`}
                    value={draft.hours[shift][side]}
                    onChange={({ target }) =>
                      change({
                        hours: { ...draft.hours, [shift]: { ...draft.hours[shift], [side]: target.value } },
                      })
                    }
                  />
                ))}
              </span>
            </Form.Item>
          ))}
        <Form.Item label={text.longLeave} htmlFor="duty-long">
          <InputNumber
            id="duty-long"
            min={1}
            max={366}
            value={draft.longLeaveDays}
            onChange={(next) => change({ longLeaveDays: next ?? 15 })}
          />
        </Form.Item>
        <Form.Item label={text.unseen} extra={text.unseenNote} htmlFor="duty-unseen">
          <Switch
            id="duty-unseen"
            checked={draft.missedWithoutCheckIn}
            onChange={(next) => change({ missedWithoutCheckIn: next })}
          />
        </Form.Item>
        <Exempt exempt={draft.exempt} onChange={(exempt) => change({ exempt })} />
      </Form>
    </Drawer>
  )
}

type Exempted = DutySettings['exempt']

function Exempt({
  exempt,
  onChange,
}: {
  readonly exempt: Exempted
  readonly onChange: (exempt: Exempted) => void
}) {
  const text = useText(dutyText)
  const roster = useAnswer(endpoints.listPeople, {})
  const edit = (at: number, changes: Partial<Exempted[number]>) =>
    onChange(exempt.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  return (
    <Form.Item label={text.exempt} extra={text.exemptNote}>
      <ul className={styles.exempt}>
        {exempt.map((one, index) => (
          <li key={`${String(index)} ${one.staffNumber}`}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={text.exemptPerson}
              value={one.staffNumber === '' ? null : one.staffNumber}
              onChange={(staffNumber: string) => edit(index, { staffNumber })}
              options={(roster.data?.people ?? []).map(({ staffNumber, name }) => ({
                value: staffNumber,
                label: name,
              }))}
            />
            <Input
              placeholder={text.exemptReason}
              value={one.reason}
              maxLength={60}
              onChange={({ target }) => edit(index, { reason: target.value })}
            />
            <DatePicker.RangePicker
              allowEmpty={[true, true]}
              value={[one.from === null ? null : dayjs(one.from), one.to === null ? null : dayjs(one.to)]}
              onChange={(days) => {
                const [from, to] = (days ?? [null, null]).map((day) =>
                  day === null ? null : localDate(day.format('YYYY-MM-DD')),
                )
                edit(index, { from: from ?? null, to: to ?? null })
              }}
            />
            <Button onClick={() => onChange(exempt.filter((_, at) => at !== index))}>{text.removeExempt}</Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange([...exempt, { staffNumber: '', from: null, to: null, reason: '' }])}>
        {text.addExempt}
      </Button>
    </Form.Item>
  )
}
