import type { Category, Item, OfficeSheet, Rule, Scheme } from '../../../../domain/scheme/scheme.ts'
import { hasSuggestedRaters, raterGroupsOf } from '../../../../domain/scheme/rater-groups.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { PaperExamples } from './paper-examples.tsx'
import { PaperWhole } from './paper-whole.tsx'
import styles from './scheme-paper.module.css'

export type Edition = { readonly version: number; readonly effectiveFrom: string; readonly basis: string }

/** The whole scheme on A4: each sheet a table whose head is repeated and whose rows are not split. */
export function SchemePaper({ scheme, edition }: { readonly scheme: Scheme; readonly edition: Edition | null }) {
  const words = useText(schemeVersionsText).paper
  const facts =
    edition === null
      ? [words.draftMark]
      : [words.version(edition.version), words.effective(edition.effectiveFrom), words.basis(edition.basis)]
  if (scheme.total !== null) facts.push(words.total(pointsText(scheme.total)))
  return (
    <article className={styles.paper}>
      <header className={styles.head}>
        <h2>{scheme.title}</h2>
        <p>{facts.join('　')}</p>
      </header>
      <PaperWhole scheme={scheme} />
      {scheme.categories.map((category) => (
        <CategoryTables key={category.id} category={category} />
      ))}
      <LooseTable title={words.rewards} rules={scheme.rewards} />
      <LooseTable title={words.vetoes} rules={scheme.vetoes} />
      <PaperExamples examples={scheme.examples ?? []} />
      <p className={styles.note}>{words.suggested}</p>
      <footer className={`${styles.signatures ?? ''} keep-together`}>
        {words.signatures.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </footer>
    </article>
  )
}

function CategoryTables({ category }: { readonly category: Category }) {
  const words = useText(schemeVersionsText).paper
  if (category.kind !== 'rated')
    return category.sheets.map((sheet) => <SheetTable key={sheet.id} category={category} sheet={sheet} />)
  const groups = raterGroupsOf(category).map(({ group, weight }) => `${group} ${pointsText(weight)}%`)
  return (
    <section className="keep-together">
      <h3 className={styles.title}>
        {category.title} <Worth points={category.points} />
      </h3>
      <p>
        {words.raters}：{groups.join('，')}
        {hasSuggestedRaters(category) && ' ※'}
      </p>
    </section>
  )
}

function SheetTable({ category, sheet }: { readonly category: Category; readonly sheet: OfficeSheet }) {
  const words = useText(schemeVersionsText).paper
  const audience = sheet.office ?? words.everyone
  const title = sheet.title === category.title ? audience : (sheet.office ?? `${sheet.title}（${audience}）`)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th colSpan={3} className={styles.title}>
            {words.sheetTitle(category.title, title)} <Worth points={sheet.points} />
          </th>
        </tr>
        <tr>
          <th className={styles.item}>{words.item}</th>
          <th className={styles.points}>{words.full}</th>
          <th>{words.rules}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.items.map((item) => (
          <ItemRows key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  )
}

/** One row a rule, so that a page may break between rules and never within one. */
function ItemRows({ item }: { readonly item: Item }) {
  const whole = useText(schemeWholeText)
  const lines = item.rules.length === 0 ? [null] : item.rules
  return lines.map((rule, at) => (
    <tr key={rule?.id ?? item.id} className={at === 0 ? styles.first : undefined}>
      {at === 0 ? (
        <>
          <td className={styles.item}>
            {item.title}
            {item.window !== undefined && `（${whole.windows[item.window]}）`}
          </td>
          <td className={styles.points}>{item.points === null ? '' : pointsText(item.points)}</td>
        </>
      ) : (
        <>
          <td className={styles.item} aria-hidden="true" />
          <td className={styles.points} aria-hidden="true" />
        </>
      )}
      <td>{rule === null ? '' : <RuleWords rule={rule} />}</td>
    </tr>
  ))
}

function RuleWords({ rule }: { readonly rule: Rule }) {
  return (
    <>
      {rule.sentence}
      {rule.origin === 'default' && ' ※'}
    </>
  )
}

function LooseTable({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return null
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th className={styles.title}>{title}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} className={styles.first}>
            <td>
              <RuleWords rule={rule} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Worth({ points }: { readonly points: number | null }) {
  return points === null ? null : <span className="figure">（{pointsText(points)}分）</span>
}
