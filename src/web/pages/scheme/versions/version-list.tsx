import { Button, Checkbox, Dropdown, Table, Tag, type TableColumnType } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { schemeEndpoints, type SchemeVersion } from '../../../../http/contract/schemes.ts'
import { useAnswer } from '../../../parts/queries.ts'
import { useMay } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useIsPhone } from '../../../parts/use-is-phone.ts'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { useSchemeFiles } from './scheme-files.ts'
import { compareAddress, rowsOf, type SideKey, type VersionRow } from './version-rows.ts'
import styles from './versions.module.css'

/** What the leading group has adopted, the newest first, with the open draft on top; any two can be compared. */
export function VersionList({
  today,
  draftTitle,
}: {
  readonly today: string
  readonly draftTitle: string | null
}) {
  const text = useText(schemeVersionsText).list
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const [chosen, choose] = useState<readonly SideKey[]>([])
  const answer = useAnswer(schemeEndpoints.listSchemeVersions, {})
  const columns = useColumns(chosen, choose)
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingState rows={3} />
  const rows = rowsOf(answer.data.versions, draftTitle, today)
  if (answer.data.versions.length === 0) return <EmptyState title={text.empty}>{text.emptyNext}</EmptyState>
  return (
    <section>
      <div className={styles.toolbar}>
        <Button
          type="primary"
          disabled={chosen.length !== 2}
          onClick={() => void navigate(compareAddress(chosen))}
        >
          {text.compare(chosen.length)}
        </Button>
      </div>
      {isPhone ? (
        <VersionCards rows={rows} chosen={chosen} onChoose={choose} />
      ) : (
        <Table<VersionRow>
          className={styles.table ?? ''}
          size="middle"
          rowKey="key"
          pagination={false}
          dataSource={[...rows]}
          columns={columns}
          scroll={{ x: 'max-content' }}
        />
      )}
    </section>
  )
}

type Choosing = (chosen: readonly SideKey[]) => void

function useColumns(chosen: readonly SideKey[], choose: Choosing): TableColumnType<VersionRow>[] {
  const text = useText(schemeText).versions
  const words = useText(schemeVersionsText).list
  return [
    {
      key: 'choose',
      width: 40,
      render: (_, row) => <ChooseBox row={row} chosen={chosen} onChoose={choose} />,
    },
    { title: text.column, key: 'version', render: (_, row) => <RowName row={row} /> },
    { title: text.effectiveFrom, key: 'from', render: (_, row) => row.version?.effectiveFrom ?? '' },
    {
      title: text.basis,
      key: 'basis',
      render: (_, row) => <span className={styles.basis}>{row.version?.basis ?? row.title}</span>,
    },
    {
      title: text.adoptedAt,
      key: 'at',
      render: (_, row) => (row.version === null ? '' : momentText(row.version.adoptedAt)),
    },
    { title: text.proposedBy, key: 'proposedBy', render: (_, row) => row.version?.proposedBy ?? '' },
    { title: text.adoptedBy, key: 'by', render: (_, row) => row.version?.adoptedBy ?? '' },
    {
      title: words.actions,
      key: 'actions',
      align: 'right',
      render: (_, row) => <RowActions row={row} />,
    },
  ]
}

function ChooseBox({
  row,
  chosen,
  onChoose,
}: {
  readonly row: VersionRow
  readonly chosen: readonly SideKey[]
  readonly onChoose: Choosing
}) {
  const words = useText(schemeVersionsText).list
  const text = useText(schemeText).versions
  const name = row.version === null ? words.draft : text.version(row.version.version)
  return (
    <Checkbox
      aria-label={words.choose(name)}
      checked={chosen.includes(row.key)}
      // The two chosen last: a third choice lets go of the first.
      onChange={(event) =>
        onChoose(event.target.checked ? [...chosen, row.key].slice(-2) : chosen.filter((key) => key !== row.key))
      }
    />
  )
}

function RowName({ row }: { readonly row: VersionRow }) {
  const words = useText(schemeVersionsText).list
  const text = useText(schemeText).versions
  return (
    <span className={styles.name}>
      <Link to={row.version === null ? '/scheme' : `/scheme/versions/${String(row.version.version)}`}>
        {row.version === null ? words.draft : text.version(row.version.version)}
      </Link>{' '}
      <StateTag row={row} />
    </span>
  )
}

function StateTag({ row }: { readonly row: VersionRow }) {
  const words = useText(schemeVersionsText).list
  if (row.state === 'draft') return <Tag>{words.draftRow}</Tag>
  return <Tag color={row.state === 'inForce' ? 'green' : 'default'}>{words[row.state]}</Tag>
}

function RowActions({ row }: { readonly row: VersionRow }) {
  if (row.version === null) return null
  return <VersionMenu version={row.version} />
}

function VersionMenu({ version: { version } }: { readonly version: Pick<SchemeVersion, 'version'> }) {
  const words = useText(schemeVersionsText)
  const navigate = useNavigate()
  const may = useMay()
  const files = useSchemeFiles({ version })
  return (
    <span className={styles.actions}>
      <Link to={`/scheme/versions/${String(version)}`}>{words.list.open}</Link>
      {version > 1 && (
        <Link to={`/scheme/compare?from=${String(version - 1)}&to=${String(version)}`}>
          {words.list.compareWithPrevious}
        </Link>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'print', label: words.list.print },
            ...files.items,
            ...(may('scheme.draft')
              ? [{ type: 'divider' as const }, { key: 'copy', label: words.list.copy }]
              : []),
          ],
          onClick: ({ key }) => {
            if (key === 'print') void navigate(`/scheme/versions/${String(version)}/print`)
            else if (key === 'copy') void navigate(`/scheme?start=copy&version=${String(version)}`)
            else files.take(key)
          },
        }}
      >
        <Button type="link" size="small">
          {words.exportMenu}…
        </Button>
      </Dropdown>
    </span>
  )
}

function VersionCards({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly VersionRow[]
  readonly chosen: readonly SideKey[]
  readonly onChoose: Choosing
}) {
  const text = useText(schemeText).versions
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.key} className={styles.card}>
          <p className={styles.cardHead}>
            <RowName row={row} />
            <ChooseBox row={row} chosen={chosen} onChoose={onChoose} />
          </p>
          {row.version === null ? (
            <p className="quiet">{row.title}</p>
          ) : (
            <>
              <p>
                {text.effectiveFrom} {row.version.effectiveFrom}
              </p>
              <p className="quiet">{row.version.basis}</p>
              <RowActions row={row} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
