import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import type { SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import styles from './cards.module.css'
import type { Moves } from './moves.ts'
import type { Focus } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'

/** What can be done with a part of the draft: add below it, change, move, take away. */
export function ToolRow({
  adds,
  moves,
  removal,
  after,
  onChange,
  onMoveElsewhere,
}: {
  readonly adds: readonly { readonly label: string; readonly onAdd: () => void }[]
  readonly moves?: Moves
  readonly removal: SchemeEdit
  /** What is chosen once the part is gone. */
  readonly after: Focus | null
  readonly onChange: () => void
  readonly onMoveElsewhere?: (() => void) | undefined
}) {
  const text = useText(schemeText)
  const words = useText(schemeWorkText).move
  const { actions, chooseLater } = useWorkbench()
  if (actions === null) return null
  const { isBusy } = actions
  const remove = async () => {
    const goOn = chooseLater()
    if (await actions.edit(removal)) goOn(after)
  }
  const move = (edit: SchemeEdit | null, label: string, icon: React.ReactNode) => (
    <Button
      icon={icon}
      aria-label={label}
      title={label}
      disabled={isBusy || edit === null}
      onClick={() => edit !== null && void actions.edit(edit)}
    />
  )
  return (
    <div className={styles.tools}>
      {adds.map(({ label, onAdd }) => (
        <Button key={label} disabled={isBusy} onClick={onAdd}>
          {label}
        </Button>
      ))}
      <Button disabled={isBusy} onClick={onChange}>
        {text.rule.edit}
      </Button>
      {moves !== undefined && (
        <>
          {move(moves.up, words.up, <ArrowUpOutlined />)}
          {move(moves.down, words.down, <ArrowDownOutlined />)}
        </>
      )}
      {onMoveElsewhere !== undefined && (
        <Button disabled={isBusy} onClick={onMoveElsewhere}>
          {words.elsewhere}
        </Button>
      )}
      <Popconfirm
        title={text.rule.removeAsk}
        description={text.rule.removeWhy}
        okText={text.rule.remove}
        cancelText={text.edit.cancel}
        onConfirm={() => void remove()}
      >
        <Button disabled={isBusy}>{text.rule.remove}</Button>
      </Popconfirm>
    </div>
  )
}
