import { SwapOutlined } from '@ant-design/icons'
import { Alert, Button, Select, Tabs } from 'antd'
import { Link } from 'react-router'
import { schemeEndpoints } from '../../../../http/contract/schemes.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { oneOf, useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import styles from './compare.module.css'
import { ComparisonList } from './comparison-list.tsx'
import { TextComparison } from './text-comparison.tsx'

/** Two versions (or a version and the draft) beside each other: clause by clause, and text against text. */
export function ComparePage() {
  const words = useText(schemeVersionsText).compare
  const list = useText(schemeVersionsText).list
  const [state, change] = useUrlState({ from: '', to: '', show: 'scheme', layout: 'side' })
  const show = oneOf(state.show, ['scheme', 'text'] as const, 'scheme')
  const isAsked = state.from !== '' && state.to !== '' && state.from !== state.to
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <Button onClick={() => window.print()}>{words.print}</Button>
            <Link to="/scheme/versions">
              <Button>{list.title}</Button>
            </Link>
          </>
        }
      />
      <div className={`${styles.sides ?? ''} no-print`}>
        <SideField label={words.from} value={state.from} onChange={(from) => change({ from })} />
        <Button
          icon={<SwapOutlined />}
          aria-label={words.swap}
          title={words.swap}
          onClick={() => change({ from: state.to, to: state.from })}
        />
        <SideField label={words.to} value={state.to} onChange={(to) => change({ to })} />
      </div>
      <div className="no-print">
        <Tabs
          activeKey={show}
          items={[
            { key: 'scheme', label: words.scheme },
            { key: 'text', label: words.text },
          ]}
          onChange={(key) => change({ show: key })}
        />
      </div>
      {!isAsked ? (
        <Alert type="info" showIcon title={words.empty} />
      ) : show === 'scheme' ? (
        <SchemeDifferences from={state.from} to={state.to} />
      ) : (
        <TextDifferences
          from={state.from}
          to={state.to}
          layout={oneOf(state.layout, ['side', 'inline'] as const, 'side')}
          onLayout={(layout) => change({ layout })}
        />
      )}
    </>
  )
}

function SideField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (side: string) => void
}) {
  const words = useText(schemeVersionsText).compare
  const text = useText(schemeText).versions
  const versions = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const open = useAnswer(schemeEndpoints.readOpenDraft, {})
  const options = [
    ...(versions.data?.versions ?? [])
      .toSorted((left, right) => right.version - left.version)
      .map(({ version, effectiveFrom }) => ({
        value: String(version),
        label: `${text.version(version)}（${effectiveFrom}）`,
      })),
    ...((open.data?.workbench ?? null) === null ? [] : [{ value: 'draft', label: words.draft }]),
  ]
  return (
    <label className={styles.side}>
      <span>{label}</span>
      <Select
        value={value === '' ? null : value}
        options={options}
        onChange={onChange}
        style={{ minWidth: 200 }}
        placeholder={text.column}
      />
    </label>
  )
}

type SidesProps = { readonly from: string; readonly to: string }

function SchemeDifferences({ from, to }: SidesProps) {
  const answer = useAnswer(schemeEndpoints.compareSchemes, { query: { from: sideOf(from), to: sideOf(to) } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  // The difference of two others would stand under the wrong names.
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState />
  return <ComparisonList comparison={answer.data} />
}

function TextDifferences({
  from,
  to,
  layout,
  onLayout,
}: SidesProps & {
  readonly layout: 'side' | 'inline'
  readonly onLayout: (layout: 'side' | 'inline') => void
}) {
  const answer = useAnswer(schemeEndpoints.compareRegulations, { query: { from: sideOf(from), to: sideOf(to) } })
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  // The difference of two others would stand under the wrong names.
  if (answer.data === undefined || answer.isPlaceholderData) return <LoadingState />
  return <TextComparison comparison={answer.data} layout={layout} onLayout={onLayout} />
}

function sideOf(side: string): 'draft' | number {
  return side === 'draft' ? 'draft' : Number(side)
}
