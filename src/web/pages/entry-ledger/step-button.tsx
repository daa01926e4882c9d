import { Button } from 'antd'
import { useState, type ReactNode } from 'react'

type Props = {
  readonly label: string
  /** small: a link in a row; middle: a button of the drawer. */
  readonly size: 'small' | 'middle'
  readonly isPrimary?: boolean
  readonly renderDialog: (close: () => void) => ReactNode
}

/** The next step of an entry: opens the dialog that shows what it moves and asks. Its row does not open besides. */
export function StepButton({ label, size, isPrimary = false, renderDialog }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        type={size === 'small' ? 'link' : isPrimary ? 'primary' : 'default'}
        size={size}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {isOpen &&
        renderDialog(() => {
          setOpen(false)
        })}
    </>
  )
}
