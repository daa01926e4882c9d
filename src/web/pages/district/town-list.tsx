import { Button, Popconfirm, Table, Tag, type TableColumnsType } from 'antd'
import { districtEndpoints, type FounderSlip, type TownAtAGlance } from '../../../http/contract/district.ts'
import { useCommand } from '../../parts/queries.ts'
import { EmptyState } from '../../parts/states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { momentText } from '../../text/figure.ts'
import styles from './district.module.css'

type Words = (typeof districtText)['zh']
type Props = { readonly towns: readonly TownAtAGlance[]; readonly onSlip: (slip: FounderSlip) => void }

export function TownList({ towns, onSlip }: Props) {
  const text = useText(districtText)
  const isPhone = useIsPhone()
  return (
    <section className={styles.section} aria-labelledby="towns">
      <h2 id="towns">{text.towns}</h2>
      {towns.length === 0 ? (
        <EmptyState title={text.noTowns}>{text.noTownsText}</EmptyState>
      ) : isPhone ? (
        <ul className={styles.cards}>
          {towns.map((town) => (
            <TownCard key={town.id} town={town} onSlip={onSlip} />
          ))}
        </ul>
      ) : (
        <Table
          columns={townColumns(text, onSlip)}
          dataSource={[...towns]}
          rowKey="id"
          size="middle"
          pagination={towns.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 'max-content' }}
        />
      )}
    </section>
  )
}

function townColumns(text: Words, onSlip: Props['onSlip']): TableColumnsType<TownAtAGlance> {
  return [
    {
      key: 'name',
      title: text.name,
      fixed: 'left',
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
      render: (_, { name }) => <strong>{name}</strong>,
    },
    { key: 'code', title: text.code, dataIndex: 'code' },
    countColumn(text.people, 'people'),
    { key: 'scheme', title: text.scheme, render: (_, town) => schemeWords(town, text) },
    countColumn(text.entries, 'entries'),
    countColumn(text.unconfirmed, 'unconfirmedEntries'),
    {
      key: 'lastWrite',
      title: text.lastWrite,
      sorter: (a, b) => (a.lastWriteAt ?? '').localeCompare(b.lastWriteAt ?? ''),
      render: (_, town) => <span className="figure">{lastWriteWords(town, text)}</span>,
    },
    { key: 'accounts', title: text.accounts, render: (_, town) => <AccountWords town={town} onSlip={onSlip} /> },
    { key: 'administrators', title: text.administrators, render: (_, town) => <AdministratorTag town={town} /> },
  ]
}

function countColumn(title: string, name: 'people' | 'entries' | 'unconfirmedEntries') {
  return {
    key: name,
    title,
    align: 'right' as const,
    className: 'figure',
    sorter: (a: TownAtAGlance, b: TownAtAGlance) => a[name] - b[name],
    render: (_: unknown, town: TownAtAGlance) => town[name],
  }
}

function TownCard({ town, onSlip }: { readonly town: TownAtAGlance; readonly onSlip: Props['onSlip'] }) {
  const text = useText(districtText)
  return (
    <li className={styles.card}>
      <strong>{town.name}</strong> <span className="quiet">{town.code}</span>
      <dl>
        <dt>{text.people}</dt>
        <dd>{town.people}</dd>
        <dt>{text.scheme}</dt>
        <dd>{schemeWords(town, text)}</dd>
        <dt>{text.entries}</dt>
        <dd>{town.entries}</dd>
        <dt>{text.unconfirmed}</dt>
        <dd>{town.unconfirmedEntries}</dd>
        <dt>{text.lastWrite}</dt>
        <dd>{lastWriteWords(town, text)}</dd>
        <dt>{text.accounts}</dt>
        <dd>
          <AccountWords town={town} onSlip={onSlip} />
        </dd>
        <dt>{text.administrators}</dt>
        <dd>
          <AdministratorTag town={town} />
        </dd>
      </dl>
    </li>
  )
}

function schemeWords({ schemeVersion }: TownAtAGlance, text: Words): string {
  return schemeVersion === null ? text.noScheme : text.schemeOf(schemeVersion.version, schemeVersion.effectiveFrom)
}

function lastWriteWords({ lastWriteAt }: TownAtAGlance, text: Words): string {
  return lastWriteAt === null ? text.nothingYet : momentText(lastWriteAt)
}

function AdministratorTag({ town: { hasAdministrators } }: { readonly town: TownAtAGlance }) {
  const text = useText(districtText)
  return hasAdministrators ? (
    <Tag color="green">{text.administratorsThere}</Tag>
  ) : (
    <Tag>{text.administratorsMissing}</Tag>
  )
}

/** While nobody of the town has come in, its first account may get another slip. */
function AccountWords({ town, onSlip }: { readonly town: TownAtAGlance; readonly onSlip: Props['onSlip'] }) {
  const text = useText(districtText)
  const reissue = useCommand(districtEndpoints.reissueFounderCode, { onDone: onSlip })
  const { inUse, notActivated, suspended } = town.accounts
  return (
    <>
      {text.accountsOf(inUse, notActivated)}
      {suspended > 0 && text.suspended(suspended)}
      {inUse === 0 && suspended === 0 && (
        <Popconfirm
          title={text.newCodeAsk(town.name)}
          description={text.newCodeText}
          okText={text.newCode}
          cancelText={text.cancel}
          onConfirm={() => reissue.mutate({ params: { townId: town.id } })}
        >
          <Button type="link" size="small" loading={reissue.isPending}>
            {text.newCode}
          </Button>
        </Popconfirm>
      )}
    </>
  )
}
