import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { DetailAside } from './detail-aside.tsx'
import { PreviewProvider } from './form-preview.tsx'
import { createHoverStore } from './hover-store.ts'
import { PhonePanes, type Pane } from './phone-panes.tsx'
import { SideTabs, type Side, type SideTab } from './side-tabs.tsx'
import { StatusBar } from './status-bar.tsx'
import type { Focus } from './text-marks.ts'
import { TextPane } from './text-pane.tsx'
import { useReturnToUndone } from './use-return-to-undone.ts'
import { WorkbenchContext, type WorkbenchActions } from './workbench-context.ts'
import { chosenPartOf, partsOf, type WorkbenchModel } from './workbench-model.ts'
import styles from './workbench.module.css'

type Props = {
  readonly model: WorkbenchModel
  readonly actions: WorkbenchActions | null
  readonly draftId?: string
  readonly revision?: number
  readonly steps?: readonly DraftStep[]
  readonly barTools?: ReactNode
  readonly outlineTools?: ReactNode
  /** Tabs beside the outline: findings, examples, changes, what was done. */
  readonly tabs: readonly SideTab[]
  /** Drawers that lead to places of the workbench. */
  readonly children?: ReactNode
}

const noSteps: readonly DraftStep[] = []

/** Text on the left, the scheme and its card on the right; on a phone one at a time. Nothing here is modal. */
export function WorkbenchPanes(props: Props) {
  const { model, actions, steps = noSteps, draftId = null, revision = 0 } = props
  const isPhone = useIsPhone()
  const [focus, setFocus] = useState<Focus | null>(null)
  // An empty scheme begins with what to do first.
  const [pane, showPane] = useState<Pane>(
    model.text === '' && model.scheme.categories.length === 0 ? 'detail' : 'outline',
  )
  const [side, showSide] = useState<Side>('outline')
  const [chosenPart, setChosenPart] = useState<Focus | null>(null)
  const hoverStore = useMemo(() => createHoverStore((on) => partsOf(model, on)), [model])
  const turns = useRef(0)
  const turnToForm = useCallback(() => {
    turns.current += 1
  }, [])
  const choose = useCallback(
    (next: Focus | null) => {
      turns.current += 1
      setFocus(next)
      setChosenPart(chosenPartOf(model, next))
      if (next !== null) showPane('detail')
    },
    [model],
  )
  const chooseLater = useCallback(() => {
    const before = turns.current
    return (next: Focus | null) => {
      if (turns.current === before) choose(next)
    }
  }, [choose])
  useReturnToUndone(steps, model, choose)
  const showText = useCallback(() => showPane('text'), [])
  const openSide = useCallback((next: Side) => {
    showSide(next)
    showPane('outline')
  }, [])
  const view = useMemo(
    () => ({
      model,
      focus,
      chosenPart,
      hoverStore,
      litParts: new Set(partsOf(model, focus)),
      actions,
      steps,
      draftId,
      revision,
      choose,
      chooseLater,
      turnToForm,
      showText,
      openSide,
    }),
    [
      model,
      focus,
      chosenPart,
      hoverStore,
      actions,
      steps,
      draftId,
      revision,
      choose,
      chooseLater,
      turnToForm,
      showText,
      openSide,
    ],
  )
  const scheme = <SideTabs side={side} onSide={showSide} tabs={props.tabs} outlineTools={props.outlineTools} />
  return (
    <WorkbenchContext value={view}>
      <PreviewProvider>
        <StatusBar tools={props.barTools} />
        {isPhone ? (
          <PhonePanes pane={pane} onPane={showPane} scheme={scheme} />
        ) : (
          <div className={`${styles.panes ?? ''} ${model.text === '' ? (styles.withoutText ?? '') : ''}`}>
            {model.text !== '' && (
              <div className={styles.text}>
                <TextPane />
              </div>
            )}
            <div className={styles.side}>{scheme}</div>
            <DetailAside />
          </div>
        )}
        {props.children}
      </PreviewProvider>
    </WorkbenchContext>
  )
}
