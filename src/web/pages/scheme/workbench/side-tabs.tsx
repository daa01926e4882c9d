import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { OutlinePane } from './outline-pane.tsx'
import { SilentPane } from './silent-pane.tsx'
import styles from './workbench.module.css'

const sides = ['outline', 'findings', 'examples', 'changes', 'steps', 'silent'] as const
export type Side = (typeof sides)[number]

export type SideTab = {
  readonly key: Exclude<Side, 'outline' | 'silent'>
  readonly label: string
  readonly content: ReactNode
}

/** The scheme as an outline, and what else there is to go through; the silent words are reached from the bar. */
export function SideTabs({
  side,
  onSide,
  tabs,
  outlineTools,
}: {
  readonly side: Side
  readonly onSide: (side: Side) => void
  readonly tabs: readonly SideTab[]
  readonly outlineTools?: ReactNode
}) {
  const text = useText(schemeText).tabs
  if (side === 'silent') return <SilentPane onBack={() => onSide('outline')} />
  const outline = { key: 'outline', label: text.outline, content: <OutlinePane tools={outlineTools} /> }
  const all = [outline, ...tabs]
  const shown = all.find(({ key }) => key === side) ?? outline
  return (
    <div className={styles.sideTabs}>
      <Tabs
        size="small"
        activeKey={shown.key}
        tabBarGutter={16}
        items={all.map(({ key, label }) => ({ key, label }))}
        onChange={(key) => onSide(sides.find((one) => one === key) ?? 'outline')}
      />
      <div className={styles.sideContent}>{shown.content}</div>
    </div>
  )
}
