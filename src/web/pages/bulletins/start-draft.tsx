import { Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { draftedKinds, type DraftedKind } from '../../../domain/bulletin/bulletin-titles.ts'
import { bulletinEndpoints } from '../../../http/contract/bulletins.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { useCommand } from '../../parts/queries.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'

/** Which kind, of which period: the draft opens, or goes on where it was. */
export function StartDraft({ onClose }: { readonly onClose: () => void }) {
  const text = useText(bulletinsText)
  const { yearOf } = useText(shellText)
  const navigate = useNavigate()
  const [current] = useAssessmentYear()
  const [kind, chooseKind] = useState<DraftedKind>('quarterly')
  const [year, chooseYear] = useState(current)
  const [quarter, chooseQuarter] = useState(1)
  const start = useCommand(bulletinEndpoints.startBulletinDraft, {
    onDone: ({ id }) => void navigate(`/bulletins/drafts/${id}`),
  })
  const period = kind === 'quarterly' ? `${String(year)}-Q${String(quarter)}` : String(year)
  return (
    <Modal
      open
      title={text.startTitle}
      okText={text.startOk}
      cancelText={text.cancel}
      confirmLoading={start.isPending}
      onOk={() => start.mutate({ body: { kind, period } })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={text.kind}>
          <Radio.Group
            vertical
            value={kind}
            options={draftedKinds.map((value) => ({ value, label: text.kinds[value] }))}
            onChange={({ target }) => {
              const chosen = draftedKinds.find((one) => one === target.value)
              if (chosen !== undefined) chooseKind(chosen)
            }}
          />
        </Form.Item>
        <Form.Item label={text.period}>
          <Select
            aria-label={text.year}
            style={{ width: 140 }}
            value={year}
            options={[current - 1, current, current + 1].map((value) => ({ value, label: yearOf(value) }))}
            onChange={chooseYear}
          />{' '}
          {kind === 'quarterly' && (
            <Select
              aria-label={text.period}
              style={{ width: 140 }}
              value={quarter}
              options={[1, 2, 3, 4].map((value) => ({ value, label: text.quarter(value) }))}
              onChange={chooseQuarter}
            />
          )}
        </Form.Item>
      </Form>
    </Modal>
  )
}
