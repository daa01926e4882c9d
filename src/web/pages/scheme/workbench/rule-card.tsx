import { Tag } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { Origin, Rule } from '../../../../domain/scheme/scheme.ts'
import type { Citation } from '../../../../domain/regulation/citation.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import styles from './cards.module.css'
import { shorten } from './finding-card.tsx'
import { RuleTools } from './rule-tools.tsx'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { diagnosticsAt, type PlacedRule } from './workbench-model.ts'

/** One rule: its effect in one sentence, its fields, its clause, and what was found there. */
export function RuleCard({ placed }: { readonly placed: PlacedRule }) {
  const text = useText(schemeText)
  const { model, choose } = useWorkbench()
  const { rule, category, sheet, item } = placed
  const place = [category?.title, sheet?.office ?? undefined, item?.title].filter((part) => part !== undefined)
  const findings = rule.source === null ? [] : diagnosticsAt(model, rule.source)
  return (
    <article className={styles.card}>
      <p className={styles.place}>{place.join(' › ')}</p>
      <p className={styles.message}>{rule.sentence}</p>
      <p>
        <Tag>{text.effects[rule.effect]}</Tag>
        <OriginMark origin={rule.origin} />
      </p>
      <Fields rule={rule} />
      <Clause source={rule.source} />
      <RuleTools placed={placed} />
      {findings.length > 0 && (
        <div className={styles.related}>
          <p className={styles.label}>{text.rule.related}</p>
          {findings.map((finding, at) => (
            <button
              key={`${diagnosticId(finding)}-${String(at)}`}
              type="button"
              className={styles.relatedRow}
              onClick={() => choose({ kind: 'diagnostic', id: diagnosticId(finding) })}
            >
              <span className={finding.settled === undefined ? styles[finding.severity] : styles.settled}>
                {finding.settled === undefined ? text.severity[finding.severity] : '✓'}
              </span>{' '}
              {finding.message}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}

/** What the text did not say is marked wherever it is shown. */
export function OriginMark({ origin }: { readonly origin: Origin | undefined }) {
  const text = useText(schemeText).rule
  if (origin === 'default') return <Tag color="gold">{text.originDefault}</Tag>
  if (origin === 'person') return <Tag color="blue">{text.originPerson}</Tag>
  return null
}

export function Clause({ source }: { readonly source: Citation | null | undefined }) {
  const text = useText(schemeText)
  const { showText } = useWorkbench()
  if (source === null || source === undefined) return <p className="quiet">{text.rule.noClause}</p>
  return (
    <div>
      <p className={styles.label}>{text.rule.clause}</p>
      {source.path !== undefined && source.path.length > 0 && <p className={styles.place}>{source.path.join(' › ')}</p>}
      <blockquote className={styles.quote}>{shorten(source.quote)}</blockquote>
      <button type="button" className={`${styles.textLink ?? ''} ${styles.onlyPhone ?? ''}`} onClick={showText}>
        {text.finding.showInText}
      </button>
    </div>
  )
}

/** Only the fields the rule has. */
function Fields({ rule }: { readonly rule: Rule }) {
  const text = useText(schemeText)
  const words = text.rule
  const hasAmount = rule.effect === 'deduct' || rule.effect === 'add' || rule.effect === 'award'
  const step = rule.per ?? null
  const rows: (readonly [string, ReactNode])[] = []
  if (rule.condition !== undefined && rule.condition !== '') rows.push([words.condition, rule.condition])
  if (hasAmount)
    rows.push([
      words.points,
      rule.points === null ? <b className={styles.error}>{words.lost}</b> : words.points_(pointsText(rule.points)),
    ])
  if (rule.effect === 'money')
    rows.push([
      words.yuan,
      rule.yuan === null || rule.yuan === undefined ? <b className={styles.error}>{words.lost}</b> : formatYuan(rule.yuan),
    ])
  if (rule.effect === 'discretionary')
    rows.push([
      words.points,
      rule.min === undefined && rule.max === undefined
        ? words.discretion
        : `${rule.min === undefined ? '' : pointsText(rule.min)}–${rule.max === undefined ? '' : pointsText(rule.max)}`,
    ])
  if (rule.unit !== undefined) rows.push([words.unit, rule.unit])
  if (step !== null) rows.push([words.per, `${pointsText(step)}${rule.unit ?? ''}`])
  if (rule.grace !== undefined)
    rows.push([words.grace, `${text.windows[rule.grace.window]} ${pointsText(rule.grace.count)}${rule.unit ?? ''}`])
  if (rule.shortfall !== undefined) {
    const { target, unit, step: each } = rule.shortfall
    rows.push([words.shortfall, `${pointsText(target)}${unit}，${words.shortfallStep} ${pointsText(each)}${unit}`])
  }
  if (rule.cap !== undefined) rows.push([words.cap, pointsText(rule.cap)])
  if (rule.uncapped === true) rows.push([words.cap, words.uncapped])
  for (const [label, value] of [
    [words.severity, rule.severity],
    [words.rank, rule.rank],
    [words.level, rule.level],
    [words.deadline, rule.deadline],
    [words.subject, rule.subject],
  ] as const)
    if (value !== undefined) rows.push([label, value])
  return (
    <dl className={styles.fields}>
      {rows.map(([label, value], at) => (
        <Fragment key={`${label}-${String(at)}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
