import { Tabs } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { ChangesPane } from './changes-pane.tsx'
import { changesOf } from './changes.ts'
import { DetailPane } from './detail-pane.tsx'
import { FindingsPane } from './findings-pane.tsx'
import { OutlinePane } from './outline-pane.tsx'
import { StatusBar } from './status-bar.tsx'
import type { Focus } from './text-marks.ts'
import { TextPane } from './text-pane.tsx'
import { useWorkbench, WorkbenchContext, type WorkbenchActions } from './workbench-context.ts'
import { chosenPartOf, partsOf, type WorkbenchModel } from './workbench-model.ts'
import styles from './workbench.module.css'

type Pane = 'outline' | 'text' | 'detail'
type Side = 'outline' | 'findings' | 'steps' | 'changes'

/** Outline, text and card beside each other; on a phone one at a time. Nothing here is modal. */
export function WorkbenchPanes({
  model,
  actions,
  barTools,
  outlineTools,
  steps,
}: {
  readonly model: WorkbenchModel
  readonly actions: WorkbenchActions | null
  readonly barTools?: ReactNode
  readonly outlineTools?: ReactNode
  /** The record of what was done; a version shows none. */
  readonly steps?: ReactNode
}) {
  const isPhone = useIsPhone()
  const [focus, setFocus] = useState<Focus | null>(null)
  const [hovered, hover] = useState<Focus | null>(null)
  // An empty scheme begins with what to do first.
  const [pane, showPane] = useState<Pane>(
    model.text === '' && model.scheme.categories.length === 0 ? 'detail' : 'outline',
  )
  const [chosenPart, setChosenPart] = useState<Focus | null>(null)
  const choose = useCallback(
    (next: Focus | null) => {
      setFocus(next)
      setChosenPart(chosenPartOf(model, next))
      if (next !== null) showPane('detail')
    },
    [model],
  )
  const showText = useCallback(() => showPane('text'), [])
  const view = useMemo(
    () => ({
      model,
      focus,
      chosenPart,
      hovered,
      hover,
      litParts: new Set([...partsOf(model, focus), ...partsOf(model, hovered)]),
      actions,
      choose,
      showText,
    }),
    [model, focus, chosenPart, hovered, actions, choose, showText],
  )
  const hasText = model.text !== ''
  return (
    <WorkbenchContext value={view}>
      <StatusBar tools={barTools} />
      {isPhone ? (
        <PhonePanes pane={pane} onPane={showPane} outlineTools={outlineTools} steps={steps} />
      ) : (
        <div className={`${styles.panes ?? ''} ${hasText ? '' : (styles.withoutText ?? '')}`}>
          <div className={styles.side}>
            <SideTabs outlineTools={outlineTools} steps={steps} />
          </div>
          {hasText && (
            <div className={styles.middle}>
              <TextPane />
            </div>
          )}
          <aside className={styles.detail}>
            <DetailPane />
          </aside>
        </div>
      )}
    </WorkbenchContext>
  )
}

function PhonePanes({
  pane,
  onPane,
  outlineTools,
  steps,
}: {
  readonly pane: Pane
  readonly onPane: (pane: Pane) => void
  readonly outlineTools?: ReactNode
  readonly steps?: ReactNode
}) {
  const text = useText(schemeText).tabs
  const { model } = useWorkbench()
  const content: Readonly<Record<Pane, ReactNode>> = {
    outline: <SideTabs outlineTools={outlineTools} steps={steps} />,
    text: <TextPane />,
    detail: <DetailPane />,
  }
  return (
    <div className={styles.phone}>
      <Tabs
        activeKey={pane}
        centered
        items={[
          { key: 'outline', label: text.scheme },
          ...(model.text === '' ? [] : [{ key: 'text', label: text.text }]),
          { key: 'detail', label: text.detail },
        ]}
        onChange={(key) => onPane(key === 'text' || key === 'detail' ? key : 'outline')}
      />
      <div className={styles.phonePane}>{content[pane]}</div>
    </div>
  )
}

function SideTabs({ outlineTools, steps }: { readonly outlineTools?: ReactNode; readonly steps?: ReactNode }) {
  const text = useText(schemeText).tabs
  const whole = useText(schemeWholeText).changes
  const { model, actions } = useWorkbench()
  const [side, show] = useState<Side>('outline')
  const sides: { key: Side; label: string; content: ReactNode }[] = [
    { key: 'outline', label: text.outline, content: <OutlinePane tools={outlineTools} /> },
  ]
  if (actions !== null)
    sides.push({ key: 'findings', label: text.findings(model.pending.length), content: <FindingsPane /> })
  if (actions === null) {
    const changes = changesOf(model.scheme, model.text !== '')
    sides.push({
      key: 'changes',
      label: model.text === '' ? whole.tabBlank(changes.length) : whole.tab(changes.length),
      content: <ChangesPane changes={changes} />,
    })
  }
  if (steps !== undefined) sides.push({ key: 'steps', label: text.steps, content: steps })
  const shown = sides.find((entry) => entry.key === side) ?? sides[0]
  return (
    <div className={styles.sideTabs}>
      <Tabs
        size="small"
        activeKey={side}
        items={sides.map(({ key, label }) => ({ key, label }))}
        onChange={(key) => show(sides.find((entry) => entry.key === key)?.key ?? 'outline')}
      />
      <div className={styles.sideContent}>{shown?.content}</div>
    </div>
  )
}
