import { Table } from 'antd'
import type { DistrictEvent } from '../../../http/contract/district.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { momentText } from '../../text/figure.ts'
import styles from './district.module.css'

/** What the district did, the latest first. */
export function EventList({ events }: { readonly events: readonly DistrictEvent[] }) {
  const text = useText(districtText)
  const isPhone = useIsPhone()
  const rows = events.map((event, place) => ({ ...event, place }))
  return (
    <section className={styles.section} aria-labelledby="events">
      <h2 id="events">{text.events}</h2>
      <p className={styles.explain}>{text.eventsExplain}</p>
      {rows.length === 0 ? (
        <p className="quiet">{text.noEvents}</p>
      ) : isPhone ? (
        <ul className={styles.cards}>
          {rows.map(({ place, at, by, title, what }) => (
            <li key={place} className={styles.card}>
              <span className="figure quiet">{momentText(at)}</span> {by ?? text.nobody}
              <div>
                {title} {what}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          size="small"
          rowKey="place"
          dataSource={rows}
          pagination={rows.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          columns={[
            { key: 'at', title: text.at, width: 160, className: 'figure', render: (_, { at }) => momentText(at) },
            { key: 'by', title: text.by, width: 180, render: (_, { by }) => by ?? text.nobody },
            { key: 'what', title: text.what, render: (_, { title, what }) => `${title} ${what}` },
            { key: 'from', title: text.from, width: 180, dataIndex: 'address' },
          ]}
        />
      )}
    </section>
  )
}
