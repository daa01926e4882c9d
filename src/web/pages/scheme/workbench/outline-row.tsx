import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import type { Citation } from '../../../../domain/regulation/citation.ts'
import type { Origin } from '../../../../domain/scheme/scheme.ts'
import { pointsText } from '../../../text/figure.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { useFormPreview } from './form-preview.tsx'
import { useHovered } from './hover-store.ts'
import styles from './outline-pane.module.css'
import type { PointsSum } from './outline-sums.ts'
import { isSameFocus, type Focus } from './text-marks.ts'
import { useLights, useWorkbench } from './workbench-context.ts'

type RowProps = {
  readonly focus: Focus
  readonly depth: 0 | 1 | 2 | 3
  readonly title: string
  readonly note?: string | undefined
  /** Whatever the text does not say is marked. */
  readonly origin?: Origin | undefined
  /** The clause of what a person has made: with one it was changed, without one added. */
  readonly source?: Citation | null | undefined
  readonly points?: string
  readonly sum?: PointsSum
  readonly isShort?: boolean
  readonly pending?: number
  readonly fold?: { readonly isFolded: boolean; readonly toggle: (id: string) => void }
}

/** One line of the outline: title, marks, open findings, points or sum. */
export function OutlineRow(props: RowProps) {
  const { focus, depth, title, note, points, sum, isShort = false, pending = 0, fold } = props
  const text = useText(schemeText)
  const view = useWorkbench()
  const isChosen = isSameFocus(view.focus, focus)
  const isAbout = isSameFocus(view.chosenPart, focus)
  const showsBelow = fold !== undefined && !fold.isFolded
  // A part whose lines are shown leaves the light to them, unless it is itself what is pointed at.
  const isHovered = useHovered(
    view.hoverStore,
    (hovered) => isSameFocus(hovered.focus, focus) || (!showsBelow && hovered.parts.has(focus.id)),
  )
  const isOnlyTyped = useFormPreview()?.added.has(focus.id) === true
  const isLit = isHovered || (!showsBelow && view.litParts.has(focus.id))
  const state = isChosen || isAbout ? styles.chosen : isLit ? styles.lit : ''
  return (
    <div
      className={`${styles.row ?? ''} ${styles[`depth${String(depth)}`] ?? ''} ${state ?? ''}`}
      {...(isAbout && { 'data-chosen': true })}
      {...useLights(focus)}
    >
      {fold !== undefined && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!fold.isFolded}
          aria-label={title}
          onClick={() => fold.toggle(focus.id)}
        >
          {fold.isFolded ? <CaretRightOutlined /> : <CaretDownOutlined />}
        </button>
      )}
      <button
        type="button"
        className={styles.name}
        aria-pressed={isChosen}
        disabled={isOnlyTyped}
        onClick={() => view.choose(focus)}
      >
        <span className={styles.title}>{title}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        <RowMarks focus={focus} origin={props.origin} source={props.source} />
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

function RowMarks({ focus, origin, source = null }: Pick<RowProps, 'focus' | 'origin' | 'source'>) {
  const text = useText(schemeText).rule
  const whole = useText(schemeWholeText)
  const words = useText(schemeWorkText)
  const { model } = useWorkbench()
  const isTouched = useFormPreview()?.touched.has(focus.id) === true
  return (
    <>
      {origin === 'default' && (
        <span className={styles.mark} title={text.originDefault}>
          {whole.suggestedShort}
        </span>
      )}
      {origin === 'person' && model.text !== '' && (
        <span className={styles.handMark} title={words.originHand}>
          {source === null ? text.originPerson : words.byHandMark}
        </span>
      )}
      {isTouched && <span className={styles.unsaved}>{words.unsaved}</span>}
    </>
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
