import { Tag } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { formatYuan } from '../../../../domain/primitives/fen.ts'
import type { Rule } from '../../../../domain/scheme/scheme.ts'
import type { Citation } from '../../../../domain/regulation/citation.ts'
import { useText } from '../../../text/dictionary.ts'
import { pointsText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { shorten } from './finding-card.tsx'
import { OriginMark } from './origin-mark.tsx'
import { RuleTools } from './rule-tools.tsx'
import { AnswerWords } from './settled-answer.tsx'
import { diagnosticId } from './text-marks.ts'
import { useWorkbench } from './workbench-context.ts'
import { findingsOfRule, type PlacedRule } from './workbench-model.ts'

/** One rule: its effect in one sentence, its fields, its clause, and what was found there. */
export function RuleCard({
  placed,
  isUnderFinding = false,
}: {
  readonly placed: PlacedRule
  /** Shown below the finding that speaks of it, which is not said twice. */
  readonly isUnderFinding?: boolean
}) {
  const text = useText(schemeText)
  const { model, choose } = useWorkbench()
  const { rule, category, sheet, item } = placed
  const place = [category?.title, sheet?.office ?? undefined, item?.title].filter((part) => part !== undefined)
  const findings = isUnderFinding ? [] : findingsOfRule(model, rule)
  return (
    <article className={styles.card}>
      <p className={styles.place}>{place.join(' › ')}</p>
      <p className={styles.message}>{rule.sentence}</p>
      <p>
        <Tag>{text.effects[rule.effect]}</Tag>
        <OriginMark origin={rule.origin} source={rule.source} />
      </p>
      <Fields rule={rule} />
      {!isUnderFinding && <Clause source={rule.source} />}
      <RuleTools placed={placed} />
      {findings.length > 0 && (
        <div className={styles.related}>
          <p className={styles.label}>{text.rule.related}</p>
          {findings.map((finding, at) => (
            <div key={`${diagnosticId(finding)}-${String(at)}`}>
              <button
                type="button"
                className={styles.relatedRow}
                onClick={() => choose({ kind: 'diagnostic', id: diagnosticId(finding) })}
              >
                <span className={finding.settled === undefined ? styles[finding.severity] : styles.settled}>
                  {finding.settled === undefined ? text.severity[finding.severity] : '✓'}
                </span>{' '}
                {finding.message}
              </button>
              {finding.settled !== undefined && <AnswerWords finding={finding} settled={finding.settled} />}
            </div>
          ))}
        </div>
      )}
    </article>
  )
}

export function Clause({ source }: { readonly source: Citation | null | undefined }) {
  const text = useText(schemeText)
  const { model, showText } = useWorkbench()
  if (source === null || source === undefined)
    return model.text === '' ? null : <p className="quiet">{text.rule.noClause}</p>
  return (
    <div>
      <p className={styles.label}>{text.rule.clause}</p>
      {source.path !== undefined && source.path.length > 0 && (
        <p className={styles.place}>{source.path.join(' › ')}</p>
      )}
      <blockquote className={styles.quote}>{shorten(source.quote)}</blockquote>
      <button type="button" className={`${styles.textLink ?? ''} ${styles.onlyPhone ?? ''}`} onClick={showText}>
        {text.finding.showInText}
      </button>
    </div>
  )
}

type Field = { readonly label: string; readonly value: ReactNode }

function Fields({ rule }: { readonly rule: Rule }) {
  const text = useText(schemeText)
  const whole = useText(schemeWholeText)
  return (
    <dl className={styles.fields}>
      {fieldsOf(rule, text, whole).map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** Only the fields the rule has, the amount first even where it is lost. */
function fieldsOf(
  rule: Rule,
  text: (typeof schemeText)['zh'],
  whole: (typeof schemeWholeText)['zh'],
): readonly Field[] {
  const words = text.rule
  const rows: { label: string; value: ReactNode }[] = []
  const add = (label: string, value: ReactNode) => {
    if (value !== undefined && value !== '') rows.push({ label, value })
  }
  const unit = rule.unit ?? ''
  const amount = (said: string | null) => said ?? <b className={styles.error}>{words.lost}</b>
  add(words.condition, rule.condition)
  if (rule.effect === 'deduct' || rule.effect === 'add' || rule.effect === 'award')
    add(words.points, amount(rule.points === null ? null : words.points_(pointsText(rule.points))))
  if (rule.effect === 'money')
    add(words.yuan, amount(rule.yuan === null || rule.yuan === undefined ? null : formatYuan(rule.yuan)))
  if (rule.effect === 'discretionary') add(words.points, boundsText(rule) ?? words.discretion)
  add(words.unit, rule.unit)
  if (rule.per !== undefined) add(words.per, `${pointsText(rule.per)}${unit}`)
  if (rule.missing === true) add(whole.counted, whole.countedMissing)
  if (rule.grace !== undefined)
    add(words.grace, `${text.windows[rule.grace.window]} ${pointsText(rule.grace.count)}${unit}`)
  if (rule.shortfall !== undefined) {
    const { target, unit: of, step } = rule.shortfall
    add(words.shortfall, `${pointsText(target)}${of}，${words.shortfallStep} ${pointsText(step)}${of}`)
  }
  if (rule.uncapped === true) add(words.cap, words.uncapped)
  else if (rule.cap !== undefined) add(words.cap, pointsText(rule.cap))
  add(words.severity, rule.severity)
  add(words.rank, rule.rank)
  add(words.level, rule.level)
  add(words.deadline, rule.deadline)
  add(words.subject, rule.subject)
  add(text.fields.consequence, rule.consequence)
  add(text.fields.payItem, rule.payItem)
  return rows
}

function boundsText({ min, max }: Rule): string | null {
  if (min === undefined && max === undefined) return null
  return `${min === undefined ? '' : pointsText(min)}–${max === undefined ? '' : pointsText(max)}`
}
