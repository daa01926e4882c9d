import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { parseLocalDate } from '../../../domain/primitives/local-date.ts'
import { monthFigureEndpoints } from '../../../http/contract/month-figures.ts'
import { Points } from '../../parts/figure.tsx'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { deductionsText } from '../../text/deductions.ts'
import { useText } from '../../text/dictionary.ts'
import { deductionsAt, type Deduction } from '../home/month/month-sums.ts'
import styles from './deductions.module.css'

const defaults = { from: '', to: '', office: '', item: '', rule: '' }

/** The lines a mark of the home page's charts is the sum of: as many, and together as much, as the mark says. */
export function DeductionsPage() {
  const text = useText(deductionsText)
  const navigate = useNavigate()
  const { today } = useSession()
  const [asked] = useUrlState<typeof defaults>(defaults)
  const to = parseLocalDate(asked.to) ?? today
  const from = parseLocalDate(asked.from) ?? `${to.slice(0, 4)}-01-01`
  const place = { ...asked, from, to }
  const month = to.slice(0, 7)
  const { data, error, refetch, isFetching } = useAnswer(monthFigureEndpoints.readMonthFigures, {
    query: { month },
  })
  const lines = data === undefined ? undefined : deductionsAt(data, place)
  const narrowedTo = [asked.office, asked.item, asked.rule].filter((one) => one !== '')
  return (
    <>
      <PageHeader title={text.title} subtitle={[text.days(from, to), ...narrowedTo].join(' · ')} />
      {lines !== undefined && lines.length > 0 && (
        <p className={styles.sum}>{text.sum(lines.length, addUp(lines))}</p>
      )}
      <ListPage
        name="deductions"
        toolbar={
          <>
            <Link to="/">
              <Button>{text.back}</Button>
            </Link>
            <Link to={`/entries?${new URLSearchParams({ state: 'confirmed', from, to }).toString()}`}>
              <Button>{text.allEntries}</Button>
            </Link>
          </>
        }
        columns={columnsOf(text)}
        rows={lines}
        rowKey={keyOf}
        card={deductionCard}
        error={error}
        onRefresh={() => void refetch()}
        isRefreshing={isFetching}
        onOpen={(line) => {
          void navigate(whyOf(line))
        }}
        empty={<EmptyState title={text.empty}>{text.emptyHint}</EmptyState>}
      />
    </>
  )
}

function addUp(lines: readonly Deduction[]): number {
  return lines.reduce((total, { points }) => total + points, 0)
}

function keyOf({ staffNumber, on, entryId, sentence }: Deduction): string {
  return entryId ?? [staffNumber, on, sentence].join(' ')
}

/** Its entry, or of what no entry is behind the sheet that says why. */
function whyOf({ staffNumber, entryId, on }: Deduction): string {
  if (entryId === null) return `/people/${encodeURIComponent(staffNumber)}/sheet?year=${on.slice(0, 4)}`
  return `/entries?${new URLSearchParams({ person: staffNumber, from: on, to: on, entry: entryId }).toString()}`
}

function columnsOf(text: ReturnType<typeof useText<(typeof deductionsText)['zh']>>): ListColumn<Deduction>[] {
  return [
    {
      key: 'on',
      title: text.on,
      pinned: true,
      render: (_, { on }) => <span className="figure">{on}</span>,
      sorter: (left, right) => left.on.localeCompare(right.on),
    },
    { key: 'name', title: text.person, pinned: true, dataIndex: 'name' },
    { key: 'office', title: text.office, dataIndex: 'office' },
    { key: 'item', title: text.item, dataIndex: 'item' },
    {
      key: 'sentence',
      title: text.rule,
      render: (_, { sentence }) => <span className={styles.rule}>{sentence}</span>,
    },
    {
      key: 'points',
      title: text.points,
      pinned: true,
      align: 'right',
      render: (_, { points }) => <Points hundredths={-points} table change />,
      sorter: (left, right) => left.points - right.points,
    },
    {
      key: 'why',
      title: text.why,
      pinned: true,
      render: (_, line) => <Link to={whyOf(line)}>{line.entryId === null ? text.toSheet : text.toEntry}</Link>,
    },
  ]
}

/** The same line for the phone. */
function deductionCard(line: Deduction) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <span>
          <b>{line.name}</b> <span className="quiet">{line.office}</span>
        </span>
        <Points hundredths={-line.points} table change />
      </span>
      <span>{line.sentence}</span>
      <span className="quiet">
        <span className="figure">{line.on}</span> {line.item}
      </span>
    </span>
  )
}
