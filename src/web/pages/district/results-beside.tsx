import { Select, Table } from 'antd'
import { useState } from 'react'
import { districtEndpoints, type TownResult } from '../../../http/contract/district.ts'
import { useAnswer } from '../../parts/queries.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { momentText, pointsInTable } from '../../text/figure.ts'
import styles from './district.module.css'
import { shareText } from './share-text.ts'

type Words = (typeof districtText)['zh']

/** The approved results of a year, one town a line. */
export function ResultsBeside() {
  const text = useText(districtText)
  const answer = useAnswer(districtEndpoints.readDistrictResults, {})
  const [chosen, choose] = useState<number | null>(null)
  const results = answer.data?.results ?? []
  const years = [...new Set(results.map(({ year }) => year))].toSorted((a, b) => b - a)
  const year = chosen ?? years[0]
  return (
    <section className={styles.section} aria-labelledby="results">
      <h2 id="results">{text.results}</h2>
      <p className={styles.explain}>{text.resultsExplain}</p>
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined ? (
        answer.error === null && <LoadingState rows={3} />
      ) : year === undefined ? (
        <EmptyState title={text.noResults}>{text.noResultsText}</EmptyState>
      ) : (
        <>
          <label className={styles.year}>
            <span>{text.year}</span>
            <Select
              value={year}
              options={years.map((value) => ({ value, label: String(value) }))}
              onChange={choose}
              popupMatchSelectWidth={false}
            />
          </label>
          <ResultTable results={results.filter((result) => result.year === year)} />
        </>
      )}
    </section>
  )
}

function ResultTable({ results }: { readonly results: readonly TownResult[] }) {
  const text = useText(districtText)
  const isPhone = useIsPhone()
  if (isPhone)
    return (
      <ul className={styles.cards}>
        {results.map((result) => (
          <li key={result.townId} className={styles.card}>
            <strong>{result.town}</strong>
            <dl>
              <dt>{text.people}</dt>
              <dd>{result.people}</dd>
              <dt>{text.mean}</dt>
              <dd>{meanWords(result, text)}</dd>
              {result.figures !== null && (
                <>
                  <dt>{text.full}</dt>
                  <dd>{fullWords(result, text)}</dd>
                  <dt>{text.share}</dt>
                  <dd>{shareWords(result)}</dd>
                  <dt>{text.grades}</dt>
                  <dd>
                    <Grades result={result} />
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
    )
  return (
    <Table
      size="middle"
      rowKey="townId"
      dataSource={[...results]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'town', title: text.name, fixed: 'left', render: (_, { town }) => <strong>{town}</strong> },
        { key: 'people', title: text.people, align: 'right', className: 'figure', dataIndex: 'people' },
        {
          key: 'mean',
          title: text.mean,
          align: 'right',
          className: 'figure',
          render: (_, result) => meanWords(result, text),
        },
        {
          key: 'full',
          title: text.full,
          align: 'right',
          className: 'figure',
          render: (_, result) => fullWords(result, text),
        },
        {
          key: 'share',
          title: text.share,
          align: 'right',
          className: 'figure',
          render: (_, result) => shareWords(result),
        },
        { key: 'grades', title: text.grades, render: (_, result) => <Grades result={result} /> },
        {
          key: 'approvedAt',
          title: text.approvedAt,
          render: (_, { approvedAt, number }) => (
            <span className="figure">
              {momentText(approvedAt)} {number > 1 && text.corrected(number)}
            </span>
          ),
        },
      ]}
    />
  )
}

function meanWords({ figures }: TownResult, text: Words): string {
  return figures === null ? text.tooFew : pointsInTable(figures.meanScore)
}

function fullWords({ figures }: TownResult, text: Words): string {
  if (figures === null) return ''
  return figures.fullPoints === null ? text.noFull : pointsInTable(figures.fullPoints)
}

function shareWords({ figures }: TownResult): string {
  if (figures === null || figures.fullPoints === null || figures.fullPoints <= 0) return ''
  return shareText(figures.meanScore, figures.fullPoints)
}

function Grades({ result: { figures, people } }: { readonly result: TownResult }) {
  const text = useText(districtText)
  if (figures === null) return null
  return (
    <span className={styles.grades}>
      {figures.grades.map(({ grade, people: count }) => (
        <span key={grade ?? ''}>{text.gradeOf(grade ?? text.noGrade, count, shareText(count, people))}</span>
      ))}
    </span>
  )
}
