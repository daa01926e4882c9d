import { App, Button, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { UnkeptRegister } from '../../../http/contract/results.ts'
import { messageOf } from '../../parts/api.ts'
import { FoldingNotice } from '../../parts/folding-notice.tsx'
import { newKey } from '../../parts/idempotency-key.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { standingsText } from '../../text/standings.ts'
import { createDraftKeys } from '../record-entry/draft-key.ts'
import styles from './standings.module.css'

type Kind = 'checked' | 'waived'
type Asked = { readonly register: UnkeptRegister; readonly kind: Kind }

/** Registers nobody kept: the office says they were checked, or that the rule does not apply, with a reason. */
export function UnkeptRegisters({ year, startsOpen }: { readonly year: number; readonly startsOpen: boolean }) {
  const text = useText(standingsText)
  const answer = useAnswer(endpoints.listUnkeptRegisters, { query: { year } })
  const [asked, ask] = useState<Asked | null>(null)
  const registers = answer.data?.registers ?? []
  const unsettled = registers.filter((register) => register.decision === null)
  if (registers.length === 0) return null
  return (
    <>
      <FoldingNotice
        title={text.registersTitle(unsettled.length)}
        startsOpen={startsOpen}
        isSettled={unsettled.length === 0}
      >
        <p className="quiet">{text.registersHint}</p>
        <ul className={styles.registers}>
          {registers.map((register) => (
            <li key={`${register.ruleId}-${register.window.first}`}>
              <RegisterLine register={register} onAsk={ask} />
            </li>
          ))}
        </ul>
      </FoldingNotice>
      {asked !== null && (
        <SettleDialog
          asked={asked}
          onClose={() => {
            ask(null)
          }}
        />
      )}
    </>
  )
}

function RegisterLine({
  register,
  onAsk,
}: {
  readonly register: UnkeptRegister
  readonly onAsk: (asked: Asked) => void
}) {
  const text = useText(standingsText)
  const { decision } = register
  const may = useMay()
  return (
    <>
      <div className={styles.registerWhat}>
        <b>{register.itemTitle}</b>{' '}
        <span className="quiet figure">{text.registerWindow(register.window.first, register.window.last)}</span>
        <div>{register.sentence}</div>
      </div>
      {decision === null ? (
        <span className={styles.registerActions}>
          {(may('register.settle') ? (['checked', 'waived'] as const) : []).map((kind) => (
            <Button
              key={kind}
              size="small"
              onClick={() => {
                onAsk({ register, kind })
              }}
            >
              {text[kind]}
            </Button>
          ))}
        </span>
      ) : (
        <span className="quiet">
          <Tag color="success">{decision.kind === 'checked' ? text.checkedDone : text.waivedDone}</Tag>
          {decision.reason} · <span className="figure">{momentText(decision.at)}</span> {decision.by}
        </span>
      )}
    </>
  )
}

function SettleDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const text = useText(standingsText)
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [keys] = useState(() => createDraftKeys(newKey))
  const settle = useCommand(endpoints.settleRegister, {
    quiet: true,
    onDone: () => {
      void message.success(text.settled)
      onClose()
    },
  })
  const isMissing = isTried && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (reason.trim() === '' || settle.isPending) return
    const body = { ruleId: asked.register.ruleId, window: asked.register.window, kind: asked.kind, reason }
    settle.mutate({ body, idempotencyKey: keys.keyFor(body) })
  }
  return (
    <Modal
      open
      title={`${text.settleTitle[asked.kind]}：${asked.register.itemTitle}`}
      okText={text.settleDo}
      cancelText={text.cancel}
      confirmLoading={settle.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{asked.register.sentence}</p>
      <p className="quiet" style={{ margin: '8px 0 16px' }}>
        {text.settleExplain[asked.kind]}
      </p>
      <Form layout="vertical">
        <Form.Item
          label={text.settleReason}
          htmlFor="settle-reason"
          validateStatus={isMissing ? 'error' : ''}
          help={isMissing ? text.settleReasonMissing : undefined}
        >
          <Input.TextArea
            id="settle-reason"
            rows={2}
            maxLength={500}
            placeholder={text.settleReasonPlaceholder}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </Form.Item>
      </Form>
      {settle.error !== null && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {messageOf(settle.error)}
        </p>
      )}
    </Modal>
  )
}
