import { Table, Tooltip, type TableColumnType } from 'antd'
import { dayClasses } from '../../../../domain/registers/duty/day-class.ts'
import type { DutyCountView } from '../../../../http/contract/registers/duty.ts'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { dutyText } from '../../../text/duty.ts'
import styles from './duty.module.css'

/** How many turns of each kind everybody has in the year; those of a post beside each other. */
export function DutyCounts({ counts }: { readonly counts: readonly DutyCountView[] }) {
  const text = useText(dutyText)
  const isPhone = useIsPhone()
  const total = ({ year }: DutyCountView) => dayClasses.reduce((sum, dayClass) => sum + year[dayClass], 0)
  const figure = (
    key: string,
    title: string,
    of: (row: DutyCountView) => number,
  ): TableColumnType<DutyCountView> => ({
    key,
    title,
    align: 'right',
    width: isPhone ? 62 : 84,
    sorter: (left, right) => of(left) - of(right),
    showSorterTooltip: false,
    render: (_, row) => <span className="figure">{of(row)}</span>,
  })
  const columns: TableColumnType<DutyCountView>[] = [
    {
      key: 'name',
      title: text.columns.name,
      fixed: 'left',
      width: isPhone ? 76 : 110,
      render: (_, { name, credit }) => {
        const credited = dayClasses.reduce((sum, dayClass) => sum + credit[dayClass], 0)
        return credited === 0 ? (
          name
        ) : (
          <Tooltip title={text.credit(credited)}>
            <span className={styles.credited}>{name}＋</span>
          </Tooltip>
        )
      },
    },
    ...(isPhone
      ? []
      : [{ key: 'office', title: text.columns.office, dataIndex: 'office', ellipsis: true } as const]),
    figure('month', text.columns.month, ({ month }) => month),
    ...dayClasses.map((dayClass) => figure(dayClass, text.classes[dayClass], ({ year }) => year[dayClass])),
    figure('total', text.columns.total, total),
    {
      ...figure('missed', text.columns.missed, ({ missed }) => missed),
      render: (_, { missed }) => (
        <span className={`figure ${missed > 0 ? 'figure-deduction' : 'quiet'}`}>{missed}</span>
      ),
    },
  ]
  return (
    <section className={styles.counts}>
      <h2>{text.counts}</h2>
      <p className="quiet">{text.countsIntro}</p>
      {(['leader', 'member'] as const).map((post) => (
        <div key={post} className={styles.countsOfPost}>
          <h3>{text.posts[post]}</h3>
          <Table<DutyCountView>
            size="small"
            columns={columns}
            dataSource={counts.filter((row) => row.post === post)}
            rowKey={({ staffNumber }) => staffNumber}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        </div>
      ))}
    </section>
  )
}
