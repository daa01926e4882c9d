import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { Category, OfficeSheet, Rule } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { hasSuggestedRaters } from './changes.ts'
import styles from './outline-pane.module.css'
import { OutlineRow } from './outline-row.tsx'
import { categorySum, schemeSum, sheetSum } from './outline-sums.ts'
import { wholeScheme } from './text-marks.ts'
import { meanWords } from './whole-forms.tsx'
import { useWorkbench } from './workbench-context.ts'
import { partsOf, pendingByPart } from './workbench-model.ts'

/** The scheme as a tree with its sums: where they do not agree, something was not read or is not there. */
export function OutlinePane({ tools }: { readonly tools?: React.ReactNode }) {
  const text = useText(schemeText)
  const words = useText(schemeWholeText)
  const { model, chosenPart } = useWorkbench()
  const { scheme } = model
  const allIds = scheme.categories.flatMap((category) => [
    category.id,
    ...category.sheets.map((sheet) => sheet.id),
  ])
  const [folded, fold] = useState<ReadonlySet<string>>(() => initiallyFolded(scheme.categories))
  const toggle = (id: string) => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    fold(next)
  }
  const pane = useRef<HTMLDivElement>(null)
  // The path to what is chosen is unfolded, whichever side it was chosen from.
  useEffect(() => {
    const above = partsOf(model, chosenPart).filter((id) => id !== chosenPart?.id)
    fold((before) =>
      above.some((id) => before.has(id)) ? new Set([...before].filter((id) => !above.includes(id))) : before,
    )
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the choice changes: folding again by hand is respected
  }, [chosenPart?.kind, chosenPart?.id])
  useEffect(() => {
    const row = pane.current?.querySelector('[data-chosen]')
    if (pane.current !== null && row !== null && row !== undefined) keepInSight(pane.current, row)
  }, [chosenPart?.kind, chosenPart?.id, folded])
  const pending = pendingByPart(model)
  const total = schemeSum(scheme)
  return (
    <div ref={pane} className={styles.pane}>
      <OutlineRow
        focus={wholeScheme}
        depth={0}
        title={scheme.title}
        note={words.heading}
        {...((scheme.categories.length > 0 || scheme.total !== null) && { sum: total })}
        pending={pending.get(wholeScheme.id) ?? 0}
      />
      <div className={styles.total}>
        {scheme.categories.length > 0 && (
          <Button type="link" size="small" onClick={() => fold(folded.size === 0 ? new Set(allIds) : new Set())}>
            {folded.size === 0 ? text.outline.foldAll : text.outline.expandAll}
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
            mark={hasSuggestedRaters(category) ? words.suggestedShort : undefined}
            sum={categorySum(category)}
            pending={pending.get(category.id) ?? 0}
            fold={{ isFolded: folded.has(category.id), toggle: () => toggle(category.id) }}
          />
          {!folded.has(category.id) &&
            category.sheets.map((sheet) => (
              <SheetRows
                key={sheet.id}
                sheet={sheet}
                isOnly={sheet.office === null && category.sheets.length === 1}
                pending={pending.get(sheet.id) ?? 0}
                isFolded={folded.has(sheet.id)}
                onToggle={() => toggle(sheet.id)}
              />
            ))}
        </section>
      ))}
      <LooseRules title={text.outline.rewards} rules={scheme.rewards} />
      <LooseRules title={text.outline.vetoes} rules={scheme.vetoes} />
      {scheme.rollUps.length > 0 && (
        <section>
          <p className={styles.heading}>{text.outline.rollUps}</p>
          {scheme.rollUps.map(({ post, of }) => (
            <WholeFact key={post}>
              {post}
              {meanWords(words, post, of)}
            </WholeFact>
          ))}
        </section>
      )}
      {scheme.pay !== null && scheme.pay !== undefined && (
        <section>
          <p className={styles.heading}>{text.outline.pay}</p>
          <WholeFact>
            {scheme.pay.perPerson === null
              ? text.outline.noPerPerson
              : text.outline.perPerson(formatYuan(scheme.pay.perPerson))}
          </WholeFact>
        </section>
      )}
      {tools}
    </div>
  )
}

/** A sheet of everyone is its category under another name: its items stand directly below the category. */
function SheetRows({
  sheet,
  isOnly,
  pending,
  isFolded,
  onToggle,
}: {
  readonly sheet: OfficeSheet
  readonly isOnly: boolean
  readonly pending: number
  readonly isFolded: boolean
  readonly onToggle: () => void
}) {
  const text = useText(schemeText)
  return (
    <>
      {!isOnly && (
        <OutlineRow
          focus={{ kind: 'sheet', id: sheet.id }}
          depth={1}
          title={sheet.office ?? sheet.title}
          note={sheet.office === null ? text.outline.everyone : undefined}
          sum={sheetSum(sheet)}
          pending={pending}
          fold={{ isFolded, toggle: onToggle }}
        />
      )}
      {(isOnly || !isFolded) &&
        sheet.items.map((item) => (
          <OutlineRow
            key={item.id}
            focus={{ kind: 'item', id: item.id }}
            depth={isOnly ? 1 : 2}
            title={item.title}
            points={item.points === null ? text.outline.noPoints : pointsText(item.points)}
            note={item.rules.length === 0 ? text.outline.noRules : text.outline.rules(item.rules.length)}
            isShort={item.points === null || item.rules.length === 0}
          />
        ))}
      {(isOnly || !isFolded) && sheet.items.length === 0 && <p className={styles.fact}>{text.outline.noItems}</p>}
    </>
  )
}

/** A fact about the whole: it is changed in 方案总则. */
function WholeFact({ children }: { readonly children: React.ReactNode }) {
  const { choose } = useWorkbench()
  return (
    <button type="button" className={styles.fact} onClick={() => choose(wholeScheme)}>
      {children}
    </button>
  )
}

/** Moves only the pane, and only as far as needed. */
function keepInSight(pane: Element, row: Element): void {
  const [outer, inner] = [pane.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.top < outer.top) pane.scrollTop -= outer.top - inner.top + 8
  else if (inner.bottom > outer.bottom) pane.scrollTop += inner.bottom - outer.bottom + 8
}

function LooseRules({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  const words = useText(schemeWholeText)
  if (rules.length === 0) return null
  return (
    <section>
      <p className={styles.heading}>{title}</p>
      {rules.some((rule) => rule.origin === 'default') && (
        <p className={styles.suggested}>{words.suggestedNote}</p>
      )}
      {rules.map((rule) => (
        <OutlineRow
          key={rule.id}
          focus={{ kind: 'rule', id: rule.id }}
          depth={1}
          title={rule.sentence}
          mark={rule.origin === 'default' ? words.suggestedShort : undefined}
        />
      ))}
    </section>
  )
}

const mostRowsAtOnce = 200

/** Many offices, or very many items: they wait behind a click, so that the sums are seen at one glance. */
function initiallyFolded(categories: readonly Category[]): ReadonlySet<string> {
  const sheets = categories.flatMap((category) => category.sheets)
  const items = sheets.reduce((sum, sheet) => sum + sheet.items.length, 0)
  if (items > mostRowsAtOnce) return new Set([...categories, ...sheets].map(({ id }) => id))
  return new Set(
    categories.flatMap((category) => (category.sheets.length > 2 ? category.sheets.map(({ id }) => id) : [])),
  )
}
