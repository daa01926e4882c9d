import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { OfficeSheet, Rule, Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './outline-pane.module.css'
import { OutlineRow } from './outline-row.tsx'
import { sheetSum } from './outline-sums.ts'
import type { Focus } from './text-marks.ts'
import { meanWords } from './whole-forms.tsx'
import { useIsHovered, useLights, useWorkbench } from './workbench-context.ts'

/** A sheet of everyone is its category under another name: its items stand directly below the category. */
export function SheetRows({
  sheet,
  isOnly,
  pending,
  folded,
  onToggle,
}: {
  readonly sheet: OfficeSheet
  readonly isOnly: boolean
  readonly pending: number
  readonly folded: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}) {
  const text = useText(schemeText)
  const isShown = isOnly || !folded.has(sheet.id)
  return (
    <>
      {!isOnly && (
        <OutlineRow
          focus={{ kind: 'sheet', id: sheet.id }}
          depth={1}
          title={sheet.office ?? sheet.title}
          note={sheet.office === null ? text.outline.everyone : undefined}
          origin={sheet.origin}
          source={sheet.source}
          sum={sheetSum(sheet)}
          pending={pending}
          fold={{ isFolded: folded.has(sheet.id), toggle: onToggle }}
        />
      )}
      {isShown &&
        sheet.items.map((item) => (
          <div key={item.id}>
            <OutlineRow
              focus={{ kind: 'item', id: item.id }}
              depth={isOnly ? 1 : 2}
              title={item.title}
              points={item.points === null ? text.outline.noPoints : pointsText(item.points)}
              note={item.rules.length === 0 ? text.outline.noRules : text.outline.rules(item.rules.length)}
              origin={item.origin}
              source={item.source}
              isShort={item.points === null || item.rules.length === 0}
              {...(item.rules.length > 0 && { fold: { isFolded: folded.has(item.id), toggle: onToggle } })}
            />
            {!folded.has(item.id) &&
              item.rules.map((rule) => <RuleRow key={rule.id} rule={rule} isDeep={!isOnly} />)}
          </div>
        ))}
      {isShown && sheet.items.length === 0 && <p className={styles.fact}>{text.outline.noItems}</p>}
    </>
  )
}

function RuleRow({ rule, isDeep }: { readonly rule: Rule; readonly isDeep: boolean }) {
  return (
    <OutlineRow
      focus={{ kind: 'rule', id: rule.id }}
      depth={isDeep ? 3 : 2}
      title={rule.sentence}
      origin={rule.origin}
      source={rule.source}
    />
  )
}

export function LooseRules({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
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
          origin={rule.origin}
          source={rule.source}
        />
      ))}
    </section>
  )
}

/** How leaders are scored and what pay rests on; both are changed in 方案总则. */
export function WholeFacts({ scheme }: { readonly scheme: Scheme }) {
  const text = useText(schemeText).outline
  const words = useText(schemeWholeText)
  const { rollUps, pay } = scheme
  return (
    <>
      {rollUps.length > 0 && (
        <section>
          <p className={styles.heading}>{text.rollUps}</p>
          {rollUps.map(({ post, of }) => (
            <WholeFact key={post} matter="rollUps">
              {post}
              {meanWords(words, post, of)}
            </WholeFact>
          ))}
        </section>
      )}
      {pay !== null && pay !== undefined && (
        <section>
          <p className={styles.heading}>{text.pay}</p>
          <WholeFact matter="pay">
            {pay.perPerson === null ? text.noPerPerson : text.perPerson(formatYuan(pay.perPerson))}
          </WholeFact>
        </section>
      )}
    </>
  )
}

function WholeFact({ matter, children }: { readonly matter: string; readonly children: React.ReactNode }) {
  const { choose } = useWorkbench()
  const focus: Focus = { kind: 'scheme', id: matter }
  const isLit = useIsHovered(focus)
  return (
    <button
      type="button"
      className={`${styles.fact ?? ''} ${isLit ? (styles.lit ?? '') : ''}`}
      onClick={() => choose(focus)}
      {...useLights(focus)}
    >
      {children}
    </button>
  )
}
