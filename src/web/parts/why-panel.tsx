import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'

/**
 * The one panel that answers why a figure is what it is: the figure, the lines that make it, the clause quoted, who
 * and when, what did not count. It prints alone on an A4.
 */
export function WhyPanel({
  open,
  onClose,
  title,
  figure,
  children,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly title?: string
  readonly figure?: ReactNode
  readonly children: ReactNode
}) {
  const text = useText(partsText)
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(720px, 100vw)"
      title={title ?? text.why.title}
      className="print-alone"
      destroyOnHidden
      extra={
        <Button className="no-print" onClick={() => window.print()}>
          {text.print}
        </Button>
      }
    >
      {figure !== undefined && <div style={{ fontSize: 24, fontWeight: 600, marginBottom: 12 }}>{figure}</div>}
      {children}
    </Drawer>
  )
}
