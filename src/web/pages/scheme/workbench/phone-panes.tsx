import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { DetailPane } from './detail-pane.tsx'
import { TextPane } from './text-pane.tsx'
import { useWorkbench } from './workbench-context.ts'
import styles from './workbench.module.css'

const panes = ['text', 'outline', 'detail'] as const
export type Pane = (typeof panes)[number]

/** One pane at a time, in the order they stand in on a desk. */
export function PhonePanes({
  pane,
  onPane,
  scheme,
}: {
  readonly pane: Pane
  readonly onPane: (pane: Pane) => void
  readonly scheme: ReactNode
}) {
  const text = useText(schemeText).tabs
  const { model } = useWorkbench()
  const labels: Readonly<Record<Pane, string>> = { text: text.text, outline: text.scheme, detail: text.detail }
  const shown = panes.filter((one) => one !== 'text' || model.text !== '')
  return (
    <div className={styles.phone}>
      <Tabs
        activeKey={pane}
        centered
        items={shown.map((key) => ({ key, label: labels[key] }))}
        onChange={(key) => onPane(panes.find((one) => one === key) ?? 'outline')}
      />
      <div className={styles.phonePane}>
        {pane === 'text' ? <TextPane /> : pane === 'detail' ? <DetailPane /> : scheme}
      </div>
    </div>
  )
}
