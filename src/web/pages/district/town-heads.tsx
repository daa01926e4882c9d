import { Alert, App, Button, Table } from 'antd'
import { districtProofEndpoints, type TownHead } from '../../../http/contract/proof.ts'
import { shortHex } from '../../../domain/proof/short-hex.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useText } from '../../text/dictionary.ts'
import { momentText } from '../../text/figure.ts'
import { proofText } from '../../text/proof.ts'
import styles from './district.module.css'

type Words = (typeof proofText)['zh']

/** Each town's log: its head, and the copy that the district holds. */
export function TownHeads() {
  const text = useText(proofText)
  const { message } = App.useApp()
  const isPhone = useIsPhone()
  const { data, error, refetch } = useAnswer(districtProofEndpoints.listTownHeads, {})
  const keep = useCommand(districtProofEndpoints.keepTownHeads, {
    onDone: ({ towns }) => {
      const kept = towns.filter(({ lastKept, problem }) => lastKept !== null && problem === null).length
      if (kept === towns.length) void message.success(text.districtKept(kept))
    },
  })
  const towns = data?.towns ?? []
  const problems = (keep.data?.towns ?? []).filter(({ problem }) => problem !== null)
  return (
    <section className={styles.section} aria-labelledby="town-heads">
      <h2 id="town-heads">{text.districtTitle}</h2>
      <p className={styles.explain}>{text.districtExplain}</p>
      <div className={styles.year}>
        <Button loading={keep.isPending} disabled={towns.length === 0} onClick={() => keep.mutate({})}>
          {text.districtKeep}
        </Button>
      </div>
      {problems.map(({ townId, town, problem }) => (
        <Alert key={townId} type="error" showIcon role="alert" title={`${town}：${problem ?? ''}`} />
      ))}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState rows={3} />}
      {data?.towns.length === 0 && <p className="quiet">{text.noTowns}</p>}
      {towns.length > 0 && (isPhone ? <Cards towns={towns} text={text} /> : <Lines towns={towns} text={text} />)}
    </section>
  )
}

function Lines({ towns, text }: { readonly towns: readonly TownHead[]; readonly text: Words }) {
  return (
    <Table
      size="small"
      rowKey="townId"
      dataSource={[...towns]}
      pagination={false}
      columns={[
        { key: 'town', title: text.town, dataIndex: 'town' },
        {
          key: 'size',
          title: text.columnSize,
          align: 'right',
          className: 'figure',
          render: (_, { head }) => head.size.toLocaleString('en-US'),
        },
        {
          key: 'head',
          title: text.columnHead,
          render: (_, { head }) => head.size > 0 && <span className={styles.digits}>{shortHex(head.root)}</span>,
        },
        { key: 'kept', title: text.lastKept, render: (_, town) => <LastKept town={town} text={text} /> },
      ]}
    />
  )
}

function Cards({ towns, text }: { readonly towns: readonly TownHead[]; readonly text: Words }) {
  return (
    <ul className={styles.cards}>
      {towns.map((town) => (
        <li key={town.townId} className={styles.card}>
          <b>{town.town}</b> <span className="figure">{text.entries(town.head.size)}</span>
          {town.head.size > 0 && <div className={styles.digits}>{shortHex(town.head.root)}</div>}
          <div>
            {text.lastKept} <LastKept town={town} text={text} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function LastKept({ town, text }: { readonly town: TownHead; readonly text: Words }) {
  if (town.lastKept === null) return <span className="quiet">{text.never}</span>
  const { at, size, by } = town.lastKept
  return (
    <span className="figure">
      {momentText(at)} {text.keptAgo(size)} <span className="quiet">{by}</span>
    </span>
  )
}
