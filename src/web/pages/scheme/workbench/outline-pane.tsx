import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Category, Scheme } from '../../../../domain/scheme/scheme.ts'
import { hasSuggestedRaters } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { useFormPreview, useShownScheme } from './form-preview.tsx'
import styles from './outline-pane.module.css'
import { LooseRules, SheetRows, WholeFacts } from './outline-parts.tsx'
import { OutlineRow } from './outline-row.tsx'
import { categorySum, schemeSum } from './outline-sums.ts'
import { wholeScheme } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { partsOf, pendingByPart } from './workbench-model.ts'

/**
 * The scheme as a tree with its sums: where they do not agree, something was not read or is not there. While a form is
 * open it shows the scheme as the form would leave it.
 */
export function OutlinePane({ tools }: { readonly tools?: React.ReactNode }) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const work = useText(schemeWorkText)
  const { model, chosenPart } = useWorkbench()
  const scheme = useShownScheme()
  const preview = useFormPreview()
  const { folded, toggle, setFolded } = useFolding(scheme)
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = pane.current?.querySelector('[data-chosen]')
    if (pane.current !== null && row !== null && row !== undefined) keepInSight(pane.current, row)
  }, [chosenPart?.kind, chosenPart?.id, folded])
  const pending = useMemo(() => pendingByPart(model), [model])
  const open = scheme.categories.flatMap(({ id, sheets }) => [id, ...sheets.map((sheet) => sheet.id)])
  const areAllOpen = !open.some((id) => folded.has(id))
  return (
    <div ref={pane} className={styles.pane}>
      <OutlineRow
        focus={wholeScheme}
        depth={0}
        title={scheme.title === '' ? work.unnamed : scheme.title}
        note={words.heading}
        {...((scheme.categories.length > 0 || scheme.total !== null) && { sum: schemeSum(scheme) })}
        pending={pending.get(wholeScheme.id) ?? 0}
      />
      {preview !== null && (
        <p className={styles.previewing} role="status">
          {work.previewing}
        </p>
      )}
      <div className={styles.total}>
        {scheme.categories.length > 0 && (
          <Button
            type="link"
            size="small"
            onClick={() => setFolded(areAllOpen ? new Set([...folded, ...open]) : new Set(itemIds(scheme)))}
          >
            {areAllOpen ? text.outline.foldAll : text.outline.expandAll}
          </Button>
        )}
      </div>
      {scheme.categories.length === 0 && (
        <p className={styles.fact}>{model.text === '' ? words.noCategoriesYet : text.outline.noCategories}</p>
      )}
      {scheme.categories.map((category) => (
        <section key={category.id}>
          <OutlineRow
            focus={{ kind: 'category', id: category.id }}
            depth={0}
            title={category.title}
            note={category.kind === 'rated' ? text.outline.rated : undefined}
            origin={hasSuggestedRaters(category) ? 'default' : category.origin}
            source={category.source}
            sum={categorySum(category)}
            pending={pending.get(category.id) ?? 0}
            fold={{ isFolded: folded.has(category.id), toggle }}
          />
          {!folded.has(category.id) &&
            category.sheets.map((sheet) => (
              <SheetRows
                key={sheet.id}
                sheet={sheet}
                isOnly={sheet.office === null && category.sheets.length === 1}
                pending={pending.get(sheet.id) ?? 0}
                folded={folded}
                onToggle={toggle}
              />
            ))}
        </section>
      ))}
      <LooseRules title={text.outline.rewards} rules={scheme.rewards} />
      <LooseRules title={text.outline.vetoes} rules={scheme.vetoes} />
      <WholeFacts scheme={scheme} />
      {tools}
    </div>
  )
}

/** Which parts hide their lines. The path to what is chosen is unfolded, whichever side it was chosen from. */
function useFolding(scheme: Scheme) {
  const { model, chosenPart } = useWorkbench()
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => initiallyFolded(scheme))
  const toggle = useCallback((id: string) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  useEffect(() => {
    const above = partsOf(model, chosenPart).filter((id) => id !== chosenPart?.id)
    setFolded((before) =>
      above.some((id) => before.has(id)) ? new Set([...before].filter((id) => !above.includes(id))) : before,
    )
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the choice changes: folding again by hand is respected
  }, [chosenPart?.kind, chosenPart?.id])
  return { folded, toggle, setFolded }
}

/** Moves only the pane, and only as far as needed. */
function keepInSight(pane: Element, row: Element): void {
  const [outer, inner] = [pane.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.top < outer.top) pane.scrollTop -= outer.top - inner.top + 8
  else if (inner.bottom > outer.bottom) pane.scrollTop += inner.bottom - outer.bottom + 8
}

function itemIds({ categories }: Scheme): readonly string[] {
  return categories.flatMap(({ sheets }) => sheets).flatMap(({ items }) => items.map(({ id }) => id))
}

const mostRowsAtOnce = 200

/** Rules wait behind their item; many offices, or very many items, behind a click too: the sums are seen at a glance. */
function initiallyFolded(scheme: Scheme): ReadonlySet<string> {
  const items = itemIds(scheme)
  const isLong = items.length > mostRowsAtOnce
  const folds = (category: Category) => isLong || category.sheets.length > 2
  const parts = scheme.categories.flatMap((category) => [
    ...(isLong ? [category.id] : []),
    ...(folds(category) ? category.sheets.map(({ id }) => id) : []),
  ])
  return new Set([...items, ...parts])
}
