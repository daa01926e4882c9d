import { Tooltip } from 'antd'
import type { FinalPerson, FinalResult, ResultChange } from '../../../http/contract/final-results.ts'
import { Points } from '../../parts/figure.tsx'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsInTable } from '../../text/figure.ts'
import { finalResultText } from '../../text/final-result.ts'
import styles from './final-result.module.css'

/** The frozen figures of everyone, with what they were worked out from. */
export function ResultFigures({
  result,
  onRefresh,
}: {
  readonly result: FinalResult
  readonly onRefresh: () => void
}) {
  const words = useText(finalResultText)
  const schemes = result.schemes.map(({ version, title }) => words.scheme(version, title)).join('、')
  return (
    <>
      <p className={styles.facts}>
        {words.basis(schemes, result.asOf, result.ledgerPosition, result.engineVersion)}
      </p>
      <ListPage<FinalPerson>
        name="final-result"
        columns={useColumns()}
        rows={result.people}
        rowKey={({ staffNumber }) => staffNumber}
        card={personCard}
        onRefresh={onRefresh}
        empty={null}
      />
    </>
  )
}

function useColumns(): readonly ListColumn<FinalPerson>[] {
  const words = useText(finalResultText)
  const { columns } = words
  return [
    { key: 'name', title: columns.name, pinned: true, render: (_, { name }) => name },
    { key: 'staffNumber', title: columns.staffNumber, render: (_, { staffNumber }) => staffNumber },
    { key: 'office', title: columns.office, render: (_, { office }) => office },
    { key: 'post', title: columns.post, render: (_, { post }) => post },
    {
      key: 'employment',
      title: columns.employment,
      render: (_, { employment }) => employment ?? words.unspecified,
    },
    {
      key: 'days',
      title: columns.days,
      align: 'right',
      render: (_, { days }) => `${String(days.onRoster)}/${String(days.ofYear)}`,
    },
    {
      key: 'work',
      title: columns.work,
      align: 'right',
      render: (_, { work }) => <Points hundredths={work} table />,
    },
    {
      key: 'reward',
      title: columns.reward,
      align: 'right',
      render: (_, { reward }) => <Points hundredths={reward} table change />,
    },
    {
      key: 'score',
      title: columns.score,
      align: 'right',
      sorter: (one, other) => one.score - other.score,
      render: (_, { score }) => (
        <b>
          <Points hundredths={score} table />
        </b>
      ),
    },
    {
      key: 'rank',
      title: columns.rank,
      align: 'right',
      sorter: (one, other) => one.rank - other.rank,
      render: (_, { rank }) => rank,
    },
    { key: 'grade', title: columns.grade, render: (_, person) => <Grade person={person} /> },
  ]
}

function Grade({ person: { grade, tiedFor } }: { readonly person: FinalPerson }) {
  const words = useText(finalResultText)
  if (grade !== null || tiedFor === null) return <>{grade ?? ''}</>
  return (
    <Tooltip title={words.tiedWhy}>
      <span className="quiet">{words.tied(tiedFor)}</span>
    </Tooltip>
  )
}

function personCard(person: FinalPerson) {
  return <PersonCard person={person} />
}

function PersonCard({ person }: { readonly person: FinalPerson }) {
  const words = useText(finalResultText)
  return (
    <div className={styles.card}>
      <p>
        <b>{person.name}</b>
        <b>
          <Points hundredths={person.score} table />
        </b>
      </p>
      <p className="quiet">
        <span>
          {person.office} · {person.post}
        </span>
        <span>
          {words.rankOf(person.rank)} <Grade person={person} />
        </span>
      </p>
    </div>
  )
}

/** Who stands otherwise than in the result before. */
export function ResultChanges({
  changes,
  number,
}: {
  readonly changes: readonly ResultChange[] | null
  readonly number: number
}) {
  const words = useText(finalResultText)
  if (changes === null) return null
  const told = (shown: ResultChange['before']) =>
    shown === null
      ? words.absent
      : `${pointsInTable(shown.score)}，${words.rankOf(shown.rank)}，${shown.grade ?? words.gradeNone}`
  return (
    <section>
      <h3>
        {words.changes(number - 1)} <span className="quiet">{words.changesOf(changes.length)}</span>
      </h3>
      <ul className={styles.changes}>
        {changes.map(({ staffNumber, name, before, after }) => (
          <li key={staffNumber}>
            <b>{name}</b>
            <span>
              {words.was} {told(before)}
            </span>
            <span>
              {words.now} {told(after)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
