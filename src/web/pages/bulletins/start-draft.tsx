import { Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { draftedKinds, type DraftedKind } from '../../../domain/bulletin/bulletin-titles.ts'
import { bulletinEndpoints, type BulletinRow } from '../../../http/contract/bulletins.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { useCommand } from '../../parts/queries.ts'
import { useGoOn } from '../../parts/use-go-on.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'
import { shellText } from '../../text/shell.ts'

type StartDraftProps = {
  /** What is out already: the first quarter without a bulletin is offered. */
  readonly published: readonly BulletinRow[]
  readonly onClose: () => void
}

/** Which kind, of which period: the draft opens, or goes on where it was. */
export function StartDraft({ published, onClose }: StartDraftProps) {
  const text = useText(bulletinsText)
  const { yearOf } = useText(shellText)
  const goOn = useGoOn()
  const [current] = useAssessmentYear()
  const [kind, chooseKind] = useState<DraftedKind>('quarterly')
  const [year, chooseYear] = useState(current)
  const [chosenQuarter, chooseQuarter] = useState<number | null>(null)
  const quarter = chosenQuarter ?? nextQuarter(published, current)
  const start = useCommand(bulletinEndpoints.startBulletinDraft, {
    onDone: ({ id }) => goOn(`/bulletins/drafts/${id}`),
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
            onChange={(chosen) => {
              chooseYear(chosen)
              chooseQuarter(nextQuarter(published, chosen))
            }}
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

/** The first quarter of the year that has no bulletin yet; the last when all have. */
function nextQuarter(published: readonly BulletinRow[], year: number): number {
  const isOut = (quarter: number): boolean =>
    published.some(
      ({ kind, period, state }) =>
        kind === 'quarterly' && period === `${String(year)}-Q${String(quarter)}` && state !== 'withdrawn',
    )
  return [1, 2, 3].find((quarter) => !isOut(quarter)) ?? 4
}
