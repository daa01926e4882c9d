import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import type { RuleBindingRow, RuleBindings } from '../../../../http/contract/registers/proposed-entries.ts'
import { messageOf } from '../../../parts/api.ts'
import { useCommand } from '../../../parts/queries.ts'
import { useText } from '../../../text/dictionary.ts'
import { ruleBindingsText } from '../../../text/rule-bindings.ts'
import styles from './rule-bindings.module.css'

/** Stands for 不对应 among the rules; no rule is called so. */
const noRule = ''

type Props = {
  readonly row: RuleBindingRow
  readonly bindings: RuleBindings
  readonly title: string
  readonly onClose: () => void
}

/** Which rule a kind of fact falls under; the likely ones first, with the clause of the one that is looked at. */
export function ChooseRule({ row, bindings, title, onClose }: Props) {
  const text = useText(ruleBindingsText)
  const { message } = App.useApp()
  const isSettled = row.from === 'chosen' || row.from === 'carried'
  const [ruleId, choose] = useState<string | undefined>(row.ruleId ?? (isSettled ? noRule : undefined))
  const save = useCommand(endpoints.changeRuleBinding, {
    quiet: true,
    onDone: ({ added, superseded }) => {
      void message.success(text.saved(added, superseded))
      onClose()
    },
  })
  const likely = new Set([...row.candidates, ...(row.ruleId === null ? [] : [row.ruleId])])
  const optionOf = (rule: RuleBindings['rules'][number]) => ({
    value: rule.ruleId,
    label: `${[rule.office, rule.itemTitle].filter((part) => part !== null).join(' · ')}：${rule.sentence}`,
  })
  const looked = bindings.rules.find((rule) => rule.ruleId === ruleId)
  return (
    <Modal
      open
      title={text.dialogTitle(title.trim())}
      onCancel={onClose}
      onOk={() => {
        if (ruleId === undefined) return
        const { kind, variant } = row
        save.mutate({
          body: { version: bindings.version, kind, variant, ruleId: ruleId === noRule ? null : ruleId },
        })
      }}
      okText={text.save}
      okButtonProps={{ disabled: ruleId === undefined }}
      cancelText={text.cancel}
      confirmLoading={save.isPending}
    >
      <p className="quiet">{text.dialogExplain}</p>
      <Select
        aria-label={text.columnRule}
        placeholder={text.chooseFirst}
        showSearch={{ optionFilterProp: 'label' }}
        value={ruleId}
        onChange={choose}
        style={{ width: '100%' }}
        options={[
          { value: noRule, label: text.noRule },
          {
            label: text.likely,
            options: bindings.rules.filter((rule) => likely.has(rule.ruleId)).map(optionOf),
          },
          {
            label: text.others,
            options: bindings.rules.filter((rule) => !likely.has(rule.ruleId)).map(optionOf),
          },
        ]}
      />
      {looked !== undefined && (
        <blockquote className={styles.quote}>
          {looked.clause}
          <span className={styles.under}>{looked.sentence}</span>
        </blockquote>
      )}
      {save.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(save.error)}
        </p>
      )}
    </Modal>
  )
}
