import { Table } from 'antd'
import { Link } from 'react-router'
import { schemeEndpoints } from '../../../http/contract/schemes.ts'
import { useAnswer } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { momentText } from '../../text/figure.ts'
import styles from './scheme-page.module.css'

/** What the leading group has adopted, the newest first. */
export function VersionList({ isBare = false }: { readonly isBare?: boolean }) {
  const text = useText(schemeText).versions
  const isPhone = useIsPhone()
  const answer = useAnswer(schemeEndpoints.listSchemeVersions, {})
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState rows={3} />
  const versions = answer.data.versions.toSorted((a, b) => b.version - a.version)
  if (versions.length === 0) return isBare ? <p className="quiet">{text.none}</p> : null
  return (
    <section className={isBare ? undefined : styles.versions}>
      {!isBare && <h2>{text.heading}</h2>}
      <Table
        className={styles.table ?? ''}
        size="middle"
        rowKey="version"
        pagination={false}
        dataSource={versions}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: text.column,
            dataIndex: 'version',
            render: (version: number) => (
              <Link to={`/scheme/versions/${String(version)}`}>{text.version(version)}</Link>
            ),
          },
          { title: text.effectiveFrom, dataIndex: 'effectiveFrom' },
          { title: text.basis, dataIndex: 'basis' },
          ...(isPhone
            ? []
            : [
                { title: text.adoptedAt, dataIndex: 'adoptedAt', render: (at: string) => momentText(at) },
                { title: text.adoptedBy, dataIndex: 'adoptedBy' },
              ]),
        ]}
      />
    </section>
  )
}
