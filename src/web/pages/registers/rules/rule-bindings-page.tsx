import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { registerTitles } from '../../../../domain/registers/register.ts'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import type { RuleBindingRow, RuleBindings } from '../../../../http/contract/registers/proposed-entries.ts'
import { ApiError } from '../../../parts/api.ts'
import { ListPage, type ListColumn } from '../../../parts/list-page.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { useMay } from '../../../parts/session.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { ruleBindingsText, type RuleBindingsText } from '../../../text/rule-bindings.ts'
import { ChooseRule } from './choose-rule.tsx'
import styles from './rule-bindings.module.css'

const defaults = { version: '', kind: '', offices: '' }

/** 登记对应条款: per kind of fact the rule it is proposed under, chosen or suggested. */
export function RuleBindingsPage() {
  const text = useText(ruleBindingsText)
  const may = useMay()
  const [state, change] = useUrlState(defaults)
  const [choosing, choose] = useState<RuleBindingRow | null>(null)
  const asked = /^\d+$/.test(state.version) ? { version: Number(state.version) } : {}
  const answer = useAnswer(endpoints.readRuleBindings, { query: asked })
  const bindings = answer.data
  const showsOffices = state.offices === '1' || state.kind !== ''
  const rows = bindings?.rows.filter((row) => isShown(row, showsOffices, state.kind))
  const isNoScheme = answer.error instanceof ApiError && answer.error.status === 404
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      {isNoScheme ? (
        <EmptyState title={text.emptyTitle}>{text.emptyHint}</EmptyState>
      ) : (
        <ListPage<RuleBindingRow>
          name="rule-bindings"
          toolbar={
            <>
              {bindings !== undefined && bindings.versions.length > 1 && (
                <Select
                  aria-label={text.columnFrom}
                  value={bindings.version}
                  onChange={(version: number) => change({ version: String(version) })}
                  options={bindings.versions.map(({ version, effectiveFrom }) => ({
                    value: version,
                    label: text.version(version, effectiveFrom),
                  }))}
                />
              )}
              <Checkbox
                checked={showsOffices}
                onChange={({ target }) => change({ offices: target.checked ? '1' : '', kind: '' })}
              >
                {text.showAll}
              </Checkbox>
              <Link to="/suggestions">
                <Button>{text.toSuggestions}</Button>
              </Link>
            </>
          }
          columns={columnsOf(text, bindings, may('rule-binding.change') ? choose : null)}
          rows={rows}
          rowKey={keyOf}
          card={(row) =>
            bindingCard(row, { bindings, text, onChoose: may('rule-binding.change') ? choose : null })
          }
          error={answer.error}
          onRefresh={() => void answer.refetch()}
          isRefreshing={answer.isFetching}
          empty={<EmptyState title={text.none}>{text.emptyHint}</EmptyState>}
        />
      )}
      {choosing !== null && bindings !== undefined && (
        <ChooseRule
          key={keyOf(choosing)}
          row={choosing}
          bindings={bindings}
          title={`${choosing.kindTitle} ${variantWords(choosing, text)}`}
          onClose={() => choose(null)}
        />
      )}
    </>
  )
}

function keyOf({ kind, variant }: RuleBindingRow): string {
  return `${kind} ${variant}`
}

/** A page asked for by one kind shows all of it; else rows of single offices only on demand or once something is said. */
function isShown(row: RuleBindingRow, showsOffices: boolean, kind: string): boolean {
  if (kind !== '') return row.kind === kind
  return showsOffices || !row.variant.includes('@') || row.waiting > 0 || row.from === 'chosen'
}

/** 公众安全感 末位 · 区级 · 综治办. */
export function variantWords({ variant }: RuleBindingRow, text: RuleBindingsText): string {
  const [rest = '', office] = variant.split('@')
  const words = rest
    .split('·')
    .filter((part) => part !== '')
    .map((part) => (['区', '市', '省', '国家'].includes(part) ? text.level(part) : part))
  return [...words, ...(office === undefined ? [] : [text.ofOffice(office)])].join(' · ')
}

function columnsOf(
  text: RuleBindingsText,
  bindings: RuleBindings | undefined,
  onChoose: ((row: RuleBindingRow) => void) | null,
): readonly ListColumn<RuleBindingRow>[] {
  return [
    {
      key: 'kind',
      title: text.columnKind,
      pinned: true,
      width: 130,
      render: (_, row) => (
        <>
          {row.kindTitle}
          <span className={styles.under}>{registerTitles[row.register]}</span>
        </>
      ),
    },
    {
      key: 'variant',
      title: text.columnVariant,
      width: 150,
      render: (_, row) => variantWords(row, text) || <span className="quiet">{text.whole}</span>,
    },
    {
      key: 'rule',
      title: text.columnRule,
      pinned: true,
      render: (_, row) => <RuleOf row={row} bindings={bindings} text={text} />,
    },
    {
      key: 'from',
      title: text.columnFrom,
      width: 200,
      render: (_, row) => <FromTag row={row} text={text} />,
    },
    {
      key: 'waiting',
      title: text.columnWaiting,
      align: 'right',
      width: 70,
      render: (_, { waiting }) => (waiting === 0 ? '' : <span className="figure">{waiting}</span>),
    },
    ...(onChoose === null
      ? []
      : [
          {
            key: 'actions',
            title: '',
            pinned: true,
            width: 100,
            render: (_: unknown, row: RuleBindingRow) => (
              <ChooseButton row={row} text={text} onChoose={onChoose} />
            ),
          },
        ]),
  ]
}

type RowProps = { readonly row: RuleBindingRow; readonly text: RuleBindingsText }

function RuleOf({ row, bindings, text }: RowProps & { readonly bindings: RuleBindings | undefined }) {
  const rule = bindings?.rules.find(({ ruleId }) => ruleId === row.ruleId)
  if (rule !== undefined)
    return (
      <div className={styles.rule}>
        {rule.sentence}
        <span className={styles.under}>
          {[rule.office, rule.itemTitle].filter((part) => part !== null).join(' · ')}
        </span>
      </div>
    )
  if (row.from === 'chosen' || row.from === 'carried') return <span className="quiet">{text.unbound}</span>
  const offices = officesWithRule(row, bindings)
  if (offices.length > 0)
    return (
      <span className="quiet">
        {text.onlyOf(offices)} <Link to={`/registers/rules?kind=${row.kind}`}>{text.showThese}</Link>
      </span>
    )
  return (
    <span className={row.from === 'open' ? styles.caution : 'quiet'}>
      {row.from === 'open' ? text.open : text.none}
    </span>
  )
}

/** The offices on whose own sheets there is a clause, of a row that everyone together has none for. */
function officesWithRule(row: RuleBindingRow, bindings: RuleBindings | undefined): readonly string[] {
  if (row.from !== 'none' || row.variant.includes('@')) return []
  return (bindings?.rows ?? []).flatMap(({ kind, variant, from }) => {
    const [rest = '', office] = variant.split('@')
    return kind === row.kind && rest === row.variant && office !== undefined && from !== 'none' ? [office] : []
  })
}

function FromTag({ row, text }: RowProps) {
  if (row.from === 'open' || row.from === 'none') return null
  const isOwn = row.from === 'chosen'
  return <span className={isOwn ? styles.chosen : styles.caution}>{text[row.from]}</span>
}

function ChooseButton({ row, text, onChoose }: RowProps & { readonly onChoose: (row: RuleBindingRow) => void }) {
  const label = row.from === 'carried' ? text.confirm : row.ruleId === null ? text.chooseFirst : text.choose
  return (
    <Button size="small" onClick={() => onChoose(row)}>
      {label}
    </Button>
  )
}

type CardContext = {
  readonly text: RuleBindingsText
  readonly bindings: RuleBindings | undefined
  readonly onChoose: ((row: RuleBindingRow) => void) | null
}

function bindingCard(row: RuleBindingRow, { bindings, text, onChoose }: CardContext) {
  return (
    <div className={styles.card}>
      <span>
        <b>{row.kindTitle}</b> {variantWords(row, text)}{' '}
        <span className="quiet">{registerTitles[row.register]}</span>
      </span>
      <RuleOf row={row} bindings={bindings} text={text} />
      <FromTag row={row} text={text} />
      {onChoose !== null && (
        <span>
          <ChooseButton row={row} text={text} onChoose={onChoose} />
        </span>
      )}
    </div>
  )
}
