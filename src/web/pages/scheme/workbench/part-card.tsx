import { formatPoints, type Centipoints } from '../../../../domain/primitives/centipoints.ts'
import type { CalendarWindow } from '../../../../domain/primitives/local-date.ts'
import type { Category, Item, OfficeSheet, Rule } from '../../../../domain/scheme/scheme.ts'
import { hasSuggestedRaters, raterGroupsOf } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { CategoryTools } from './category-tools.tsx'
import { useShownScheme } from './form-preview.tsx'
import { ItemTools } from './item-tools.tsx'
import { SheetTools } from './sheet-tools.tsx'
import { categorySum, sheetSum, type PointsSum } from './outline-sums.ts'
import { OriginMark } from './origin-mark.tsx'
import { Clause } from './rule-card.tsx'
import { Sum } from './outline-row.tsx'
import type { Focus } from './text-marks.ts'
import { useIsHovered, useLights, useWorkbench } from './workbench-context.ts'

/** A category, sheet or item: what it is worth, whether its parts sum to that, and what stands in it. */
export function PartCard({
  focus,
  isUnderFinding = false,
}: {
  readonly focus: Focus
  /** Shown below the finding that speaks of it, whose words are not quoted twice. */
  readonly isUnderFinding?: boolean
}) {
  const scheme = useShownScheme()
  for (const category of scheme.categories) {
    if (focus.kind === 'category' && category.id === focus.id)
      return <CategoryCard category={category} isUnderFinding={isUnderFinding} />
    for (const sheet of category.sheets) {
      if (focus.kind === 'sheet' && sheet.id === focus.id)
        return <SheetCard category={category} sheet={sheet} isUnderFinding={isUnderFinding} />
      const item = focus.kind === 'item' ? sheet.items.find(({ id }) => id === focus.id) : undefined
      if (item !== undefined)
        return <ItemCard category={category} sheet={sheet} item={item} isUnderFinding={isUnderFinding} />
    }
  }
  return null
}

type CardProps = { readonly category: Category; readonly isUnderFinding: boolean }

function CategoryCard({ category, isUnderFinding }: CardProps) {
  const text = useText(schemeText)
  const isSuggested = hasSuggestedRaters(category)
  return (
    <article className={styles.card}>
      <p className={styles.place}>{text.part.category}</p>
      <p className={styles.message}>
        {category.title} <Worth points={category.points} />
      </p>
      <p>
        {text.part.kind}：{text.kinds[category.kind]}{' '}
        <OriginMark origin={isSuggested ? undefined : category.origin} source={category.source} />
      </p>
      <WindowLine window={category.window} />
      {category.kind === 'rated' ? (
        <div>
          <p className={styles.label}>{text.part.raters}</p>
          {isSuggested && <OriginMark origin="default" />}
          <ul className={styles.plain}>
            {raterGroupsOf(category).map(({ group, weight }) => (
              <li key={group}>
                {group} <span className="figure">{pointsText(weight)}%</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <SumLine sum={categorySum(category)} />
          <SheetList category={category} />
        </>
      )}
      {!isUnderFinding && <Clause source={category.source} />}
      <Tools category={category} sheet={null} item={null} />
    </article>
  )
}

function SheetCard({ category, sheet, isUnderFinding }: CardProps & { readonly sheet: OfficeSheet }) {
  const text = useText(schemeText)
  return (
    <article className={styles.card}>
      <p className={styles.place}>
        {category.title} › {text.part.sheet}
      </p>
      <p className={styles.message}>
        {sheet.office ?? sheet.title} <Worth points={sheet.points} />
      </p>
      <SumLine sum={sheetSum(sheet)} />
      <OriginMark origin={sheet.origin} source={sheet.source} />
      {!isUnderFinding && <Clause source={sheet.source} />}
      <Tools category={category} sheet={sheet} item={null} />
    </article>
  )
}

function ItemCard({
  category,
  sheet,
  item,
  isUnderFinding,
}: CardProps & { readonly sheet: OfficeSheet; readonly item: Item }) {
  const text = useText(schemeText)
  return (
    <article className={styles.card}>
      <p className={styles.place}>
        {[category.title, sheet.office].filter((part) => part !== null).join(' › ')} › {text.part.item}
      </p>
      <p className={styles.message}>
        {item.title} <Worth points={item.points} />
      </p>
      <OriginMark origin={item.origin} source={item.source} />
      <WindowLine window={item.window} />
      <RuleList rules={item.rules} />
      {!isUnderFinding && <Clause source={item.source} />}
      <Tools category={category} sheet={sheet} item={item} />
    </article>
  )
}

/** What is shown may be what a form would make of it: the forms themselves go by what is saved. */
function Tools({
  category,
  sheet,
  item,
}: {
  readonly category: Category
  readonly sheet: OfficeSheet | null
  readonly item: Item | null
}) {
  const { model } = useWorkbench()
  const savedCategory = model.scheme.categories.find(({ id }) => id === category.id)
  if (savedCategory === undefined) return null
  if (sheet === null) return <CategoryTools category={savedCategory} />
  const savedSheet = savedCategory.sheets.find(({ id }) => id === sheet.id)
  if (savedSheet === undefined) return null
  if (item === null) return <SheetTools category={savedCategory} sheet={savedSheet} />
  const savedItem = savedSheet.items.find(({ id }) => id === item.id)
  return savedItem === undefined ? null : <ItemTools sheet={savedSheet} item={savedItem} />
}

function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  const text = useText(schemeText)
  return (
    <div>
      <p className={styles.label}>
        {text.part.rules} {rules.length}
      </p>
      {rules.length === 0 && <p className="quiet">{text.outline.noRules}</p>}
      {rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} />
      ))}
    </div>
  )
}

function RuleLine({ rule }: { readonly rule: Rule }) {
  const { choose } = useWorkbench()
  const own: Focus = { kind: 'rule', id: rule.id }
  const isLit = useIsHovered(own)
  return (
    <button
      type="button"
      className={`${styles.relatedRow ?? ''} ${isLit ? (styles.litRow ?? '') : ''}`}
      onClick={() => choose(own)}
      {...useLights(own)}
    >
      {rule.sentence} <OriginMark origin={rule.origin} source={rule.source} />
    </button>
  )
}

/** Said where a part has a window of its own; else it is that of the whole. */
function WindowLine({ window }: { readonly window: CalendarWindow | undefined }) {
  const words = useText(schemeWholeText)
  if (window === undefined) return null
  return (
    <p>
      {words.window}：{words.windows[window]}
    </p>
  )
}

/** The sheets of a category: the only one of everyone has no line of its own in the outline. */
function SheetList({ category }: { readonly category: Category }) {
  const words = useText(schemeWholeText)
  const text = useText(schemeText)
  const { choose } = useWorkbench()
  if (category.sheets.length === 0) return null
  return (
    <div>
      <p className={styles.label}>
        {words.sheets} {category.sheets.length}
      </p>
      {category.sheets.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          className={styles.relatedRow}
          onClick={() => choose({ kind: 'sheet', id: sheet.id })}
        >
          {sheet.office ?? text.outline.everyone}{' '}
          {sheet.points === null ? text.outline.noPoints : <Sum sum={sheetSum(sheet)} />}
        </button>
      ))}
    </div>
  )
}

function Worth({ points }: { readonly points: Centipoints | null }) {
  const text = useText(schemeText)
  return points === null ? (
    <span className={styles.error}>{text.outline.noPoints}</span>
  ) : (
    <span className="figure">{text.rule.points_(formatPoints(points))}</span>
  )
}

function SumLine({ sum }: { readonly sum: PointsSum }) {
  const text = useText(schemeText)
  if (sum.agrees) return <p className={styles.settled}>✓ {text.outline.agrees}</p>
  if (sum.summed === null || sum.stated === null) return <p className={styles.warning}>⚠ {text.part.sumUnknown}</p>
  return <p className={styles.warning}>⚠ {text.part.sum(pointsText(sum.summed), pointsText(sum.stated))}</p>
}
