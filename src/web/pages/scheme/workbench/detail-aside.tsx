import { useEffect, useRef, type RefObject } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { DetailPane } from './detail-pane.tsx'
import { useWorkbench } from './workbench-context.ts'
import styles from './workbench.module.css'

/** By this name the way from the bar finds the card. */
export const detailId = 'scheme-detail'

/** The card beside the text. An answer takes its own button away: whoever gave it by keyboard stays in the card. */
export function DetailAside() {
  const words = useText(schemeWorkText)
  const { focus, actions } = useWorkbench()
  const aside = useRef<HTMLElement>(null)
  const isBusy = actions?.isBusy === true
  const wasLeft = useWasLeft(aside)
  useEffect(() => {
    if (!isBusy && !wasLeft.current && document.activeElement === document.body) aside.current?.focus()
  }, [focus?.id, isBusy, wasLeft])
  return (
    <aside ref={aside} id={detailId} tabIndex={-1} aria-label={words.card} className={styles.detail}>
      <DetailPane />
    </aside>
  )
}

/** false while the focus is inside, even where the button that had it is taken away or switched off. */
function useWasLeft(inside: RefObject<HTMLElement | null>): RefObject<boolean> {
  const wasLeft = useRef(true)
  useEffect(() => {
    const element = inside.current
    const enter = (): void => {
      wasLeft.current = false
    }
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      const isGone = target instanceof HTMLButtonElement && (target.disabled || !target.isConnected)
      if (isGone) return
      wasLeft.current = !(relatedTarget instanceof Node && element?.contains(relatedTarget) === true)
    }
    element?.addEventListener('focusin', enter)
    element?.addEventListener('focusout', leave)
    return () => {
      element?.removeEventListener('focusin', enter)
      element?.removeEventListener('focusout', leave)
    }
  }, [inside])
  return wasLeft
}
