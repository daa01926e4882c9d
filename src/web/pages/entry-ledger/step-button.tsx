import { Button, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'

type Props = {
  readonly label: string
  /** small: a link in a row; middle: a button of the drawer. */
  readonly size: 'small' | 'middle'
  readonly isPrimary?: boolean
  /** Why the step is not this person's to take; it is then shown and cannot be taken. */
  readonly why?: string | null
  readonly renderDialog: (close: () => void) => ReactNode
}

/** The next step of an entry: opens the dialog that shows what it moves and asks. Its row does not open besides. */
export function StepButton({ label, size, isPrimary = false, why = null, renderDialog }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Tooltip title={why}>
        <Button
          type={size === 'small' ? 'link' : isPrimary ? 'primary' : 'default'}
          size={size}
          disabled={why !== null}
          onClick={(event) => {
            event.stopPropagation()
            setOpen(true)
          }}
        >
          {label}
        </Button>
      </Tooltip>
      {isOpen &&
        renderDialog(() => {
          setOpen(false)
        })}
    </>
  )
}
