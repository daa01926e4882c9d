import { memo, useEffect, useMemo, useRef } from 'react'
import type { Span } from '../../../../domain/regulation/citation.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import {
  chunksOf,
  innermostMark,
  marksByChunk,
  segmentsOf,
  type Focus,
  type TextChunk,
  type TextMark,
} from './text-marks.ts'
import styles from './text-pane.module.css'
import { useHovered } from './hover-store.ts'
import { useWorkbench } from './workbench-context.ts'
import { overlaps, spanOfFocus } from './workbench-model.ts'

const noMarks: readonly TextMark[] = []

/** The regulation as it was received, with marks under what was read; long texts are laid out piece by piece. */
export function TextPane() {
  const text = useText(schemeText)
  const { model, focus, choose, hoverStore, actions } = useWorkbench()
  const { hover } = hoverStore
  const pane = useRef<HTMLDivElement>(null)
  const chunks = useMemo(() => chunksOf(model.text), [model.text])
  const marks = useMemo(() => marksByChunk(chunks, model.marks), [chunks, model.marks])
  const chosen = spanOfFocus(model, focus)
  const lit = spanOfFocus(
    model,
    useHovered(hoverStore, (hovered) => hovered.focus),
  )
  // What stands before the first clause (page furniture, preamble) is passed over until something is chosen.
  const firstRead = model.marks.find((mark) => mark.tone === 'part' || mark.tone === 'rule')?.start
  useEffect(() => {
    const chosenPlace = pane.current?.querySelector('[data-chosen]')
    const firstPlace = pane.current?.scrollTop === 0 ? `[data-at="${String(firstRead ?? 0)}"]` : null
    scrollToPlace(
      pane.current,
      chosenPlace ?? (firstPlace === null ? null : pane.current?.querySelector(firstPlace)) ?? null,
    )
  }, [focus, firstRead])
  // One listener for all marks; by keyboard each is reached in the outline and in the list of findings.
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const over = (event: MouseEvent) => {
      hover(focusUnder(event, model.marks))
    }
    const leave = () => {
      hover(null)
    }
    const click = (event: MouseEvent) => {
      const under = focusUnder(event, model.marks)
      if (under !== null) choose(under)
    }
    element.addEventListener('mouseover', over)
    element.addEventListener('mouseleave', leave)
    element.addEventListener('click', click)
    return () => {
      element.removeEventListener('mouseover', over)
      element.removeEventListener('mouseleave', leave)
      element.removeEventListener('click', click)
    }
  }, [model.marks, hover, choose])
  return (
    <div className={styles.pane}>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.rule}>{text.legend.rule}</span>
        {actions !== null && (
          <>
            <span className={styles.error}>{text.legend.error}</span>
            <span className={styles.warning}>{text.legend.warning}</span>
            <span className={styles.info}>{text.legend.info}</span>
          </>
        )}
      </p>
      <div ref={pane} className={styles.scroll}>
        {chunks.map((chunk, at) => (
          <Chunk
            key={chunk.start}
            text={model.text}
            chunk={chunk}
            marks={marks[at] ?? noMarks}
            chosen={within(chosen, chunk)}
            lit={within(lit, chunk)}
          />
        ))}
      </div>
    </div>
  )
}

/** A third from the top, moving only the pane: the page around it stays where it is. */
function scrollToPlace(pane: HTMLElement | null, place: Element | null): void {
  if (pane === null || place === null) return
  const shift = place.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTop += shift - pane.clientHeight / 3
}

function focusUnder(event: MouseEvent, marks: readonly TextMark[]): Focus | null {
  const under = event.target instanceof Element ? event.target.closest('[data-at]') : null
  const at = Number(under?.getAttribute('data-at') ?? Number.NaN)
  if (Number.isNaN(at)) return null
  return innermostMark(marks.filter((mark) => mark.start <= at && at < mark.end))?.focus ?? null
}

function within(span: Span | null, chunk: Span): Span | null {
  return span !== null && overlaps(span, chunk) ? span : null
}

type ChunkProps = {
  readonly text: string
  readonly chunk: TextChunk
  readonly marks: readonly TextMark[]
  readonly chosen: Span | null
  readonly lit: Span | null
}

const Chunk = memo(function Chunk({ text, chunk, marks, chosen, lit }: ChunkProps) {
  const lights = [chosen, lit].filter((span) => span !== null)
  return (
    <div className={styles.chunk} style={{ containIntrinsicSize: `auto ${String(estimatedHeight(chunk))}px` }}>
      {chunk.paragraphs.map((paragraph) => (
        <p key={paragraph.start} className={styles.paragraph}>
          {segmentsOf(paragraph, marks, lights).map((segment) => (
            <span
              key={segment.start}
              {...(segment.marks.length > 0 && { 'data-at': segment.start })}
              {...(chosen !== null && overlaps(segment, chosen) && { 'data-chosen': true })}
              {...(lit !== null && overlaps(segment, lit) && { 'data-lit': true })}
              className={classOf(segment.marks)}
            >
              {text.slice(segment.start, segment.end)}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}, isSameChunk)

/** The spans are made anew at each look; only their places matter. */
function isSameChunk(before: ChunkProps, after: ChunkProps): boolean {
  return (
    before.text === after.text &&
    before.chunk === after.chunk &&
    before.marks === after.marks &&
    isSamePlace(before.chosen, after.chosen) &&
    isSamePlace(before.lit, after.lit)
  )
}

function isSamePlace(left: Span | null, right: Span | null): boolean {
  return left?.start === right?.start && left?.end === right?.end
}

/** Until a piece is laid out its height is a guess, so that the scroll bar hardly moves when it is. */
function estimatedHeight(chunk: TextChunk): number {
  return chunk.paragraphs.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 34) * 29 + 6, 0)
}

function classOf(marks: readonly TextMark[]): string | undefined {
  if (marks.length === 0) return undefined
  const tones = new Set(marks.map((mark) => mark.tone))
  const classes = [tones.has('rule') ? styles.rule : '']
  if (tones.has('error')) classes.push(styles.error)
  else if (tones.has('warning')) classes.push(styles.warning)
  else if (tones.has('info')) classes.push(styles.info)
  else if (tones.has('settled')) classes.push(styles.settled)
  if (!tones.has('rule') && (tones.has('part') || tones.has('silent'))) classes.push(styles.part)
  return classes.join(' ')
}
