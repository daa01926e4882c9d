import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { pointsText } from '../../../text/figure.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './outline-pane.module.css'
import type { PointsSum } from './outline-sums.ts'
import { isSameFocus, type Focus } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'

/** One line of the outline: title, points or sum, open findings. */
export function OutlineRow({
  focus,
  depth,
  title,
  note,
  mark,
  points,
  sum,
  isShort = false,
  pending = 0,
  fold,
}: {
  readonly focus: Focus
  readonly depth: 0 | 1 | 2
  readonly title: string
  readonly note?: string | undefined
  /** In the colour of what is suggested by the system. */
  readonly mark?: string | undefined
  readonly points?: string
  readonly sum?: PointsSum
  readonly isShort?: boolean
  readonly pending?: number
  readonly fold?: { readonly isFolded: boolean; readonly toggle: () => void }
}) {
  const text = useText(schemeText)
  const view = useWorkbench()
  const isChosen = isSameFocus(view.focus, focus)
  const isAbout = isSameFocus(view.chosenPart, focus)
  const classes = [styles.row, styles[`depth${String(depth)}`]]
  if (isChosen || isAbout) classes.push(styles.chosen)
  else if (
    view.litParts.has(focus.id) &&
    (fold === undefined || fold.isFolded || isSameFocus(view.hovered, focus))
  )
    classes.push(styles.lit)
  return (
    <div
      className={classes.join(' ')}
      {...(isAbout && { 'data-chosen': true })}
      onMouseEnter={() => view.hover(focus)}
      onMouseLeave={() => view.hover(null)}
    >
      {fold !== undefined && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!fold.isFolded}
          aria-label={title}
          onClick={fold.toggle}
        >
          {fold.isFolded ? <CaretRightOutlined /> : <CaretDownOutlined />}
        </button>
      )}
      <button type="button" className={styles.name} aria-pressed={isChosen} onClick={() => view.choose(focus)}>
        <span className={styles.title}>{title}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {mark !== undefined && (
          <span className={styles.mark} title={text.rule.originDefault}>
            {mark}
          </span>
        )}
      </button>
      {pending > 0 && (
        <span className={styles.pending} title={text.bar.pending(pending)}>
          {pending}
        </span>
      )}
      {sum !== undefined && <Sum sum={sum} />}
      {points !== undefined && <span className={isShort ? styles.short : styles.points}>{points}</span>}
    </div>
  )
}

/** 60 ✓ where the parts sum to what is stated, 40/60 ⚠ where they do not. */
export function Sum({ sum }: { readonly sum: PointsSum }) {
  const text = useText(schemeText)
  const stated = sum.stated === null ? '？' : pointsText(sum.stated)
  if (sum.agrees)
    return (
      <span className={styles.agrees} title={text.outline.agrees}>
        {stated} ✓
      </span>
    )
  const summed = sum.summed === null ? '？' : pointsText(sum.summed)
  return (
    <span className={styles.differs} title={text.outline.differs}>
      {summed}/{stated} ⚠
    </span>
  )
}
