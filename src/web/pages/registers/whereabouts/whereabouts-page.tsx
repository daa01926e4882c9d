import { App, Button, Segmented, Select } from 'antd'
import { Link } from 'react-router'
import { whereaboutsDefinition } from '../../../../domain/registers/whereabouts/whereabouts-record.ts'
import { whereaboutsEndpoints, type WhereaboutsBoard } from '../../../../http/contract/registers/whereabouts.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useCommand } from '../../../parts/queries.ts'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { useMay, useSession } from '../../../parts/session.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../../parts/states.tsx'
import { oneOf, useUrlState } from '../../../parts/url-state.ts'
import { useText } from '../../../text/dictionary.ts'
import { whereaboutsText } from '../../../text/whereabouts.ts'
import { byOffice, clockOf, countStatuses } from './by-office.ts'
import { NoteUnknown } from './note-unknown.tsx'
import { ShowOwn } from './show-own.tsx'
import { useBoard } from './use-board.ts'
import styles from './whereabouts.module.css'

const operations = {
  list: whereaboutsEndpoints.listWhereabouts,
  withdraw: whereaboutsEndpoints.withdrawWhereabouts,
}

/** 去向告示牌: one's own with one tap, and where everyone is. */
export function WhereaboutsPage() {
  const text = useText(whereaboutsText)
  const mayCheck = useMay()('whereabouts.check')
  const [state, change] = useUrlState({ show: 'board', only: '' })
  const shown = mayCheck ? oneOf(state.show, ['board', 'list'] as const, 'board') : 'board'
  const nav = mayCheck ? (
    <Segmented
      className={styles.tabs ?? ''}
      value={shown}
      onChange={(show) => change({ show })}
      options={(['board', 'list'] as const).map((value) => ({ value, label: text.tabs[value] }))}
    />
  ) : null
  if (shown === 'list')
    return (
      <RegisterPage
        definition={whereaboutsDefinition}
        operations={operations}
        text={text}
        renderTally={() => nav}
      />
    )
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.intro}
        actions={
          <Link to="/board">
            <Button>{text.bigScreen}</Button>
          </Link>
        }
      />
      {nav}
      <Board only={state.only} onOnly={(only) => change({ only })} />
    </>
  )
}

function Board({ only, onOnly }: { readonly only: string; readonly onOnly: (only: string) => void }) {
  const text = useText(whereaboutsText)
  const may = useMay()
  const { staffNumber } = useSession()
  const { data, error, refetch, dataUpdatedAt } = useBoard()
  if (data === undefined)
    return error === null ? <LoadingState rows={8} /> : <ErrorState error={error} onRetry={() => void refetch()} />
  const own = data.people.find((person) => person.staffNumber === staffNumber)
  const missing = data.people.filter(({ isAccounted }) => !isAccounted)
  const people = only === 'missing' ? missing : data.people
  const [here, away, lost] = countStatuses(data.people)
  return (
    <>
      {own !== undefined && may('whereabouts.show') && <ShowOwn own={own} />}
      <div className={styles.bar}>
        <Segmented
          value={only === 'missing' ? 'missing' : ''}
          onChange={onOnly}
          options={[
            { value: '', label: text.everyone },
            { value: 'missing', label: text.missing(missing.length) },
          ]}
        />
        <span className="figure">{text.counts(here, away, lost)}</span>
        <span className={error === null ? 'quiet' : styles.lost} role="status">
          {error === null ? text.updated(clockOf(dataUpdatedAt)) : text.lost(clockOf(dataUpdatedAt))}
        </span>
      </div>
      {people.length === 0 && <EmptyState title={text.allFound} />}
      <div className={styles.offices}>
        {byOffice(people, text.leaders).map(({ office, people: members }) => (
          <section key={office} className={styles.office}>
            <h2>{office}</h2>
            <ul>
              {members.map((person) => (
                <Person key={person.staffNumber} person={person} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {may('register.configure') && <Unsaid board={data} />}
    </>
  )
}

function Person({ person }: { readonly person: WhereaboutsBoard['people'][number] }) {
  const text = useText(whereaboutsText)
  const mayCheck = useMay()('whereabouts.check')
  const { staffNumber: own } = useSession()
  const hints = [
    person.backAt === null ? null : text.until(person.backAt),
    person.since === null ? null : text.since(person.since),
    person.isNoted ? text.noted : null,
  ].filter((one) => one !== null)
  return (
    <li className={styles.person} data-missing={!person.isAccounted}>
      <b>{person.name}</b>
      <span className={styles.words}>
        <span className={styles.status} data-kind={person.isAccounted ? person.kind : 'unknown'}>
          {person.words}
        </span>
        {person.isLate && <span className={styles.lost}> {text.late}</span>}
        {hints.length > 0 && <span className="quiet"> {hints.join(' · ')}</span>}
      </span>
      {mayCheck && person.staffNumber !== own && (person.kind === 'in' || !person.isAccounted) && (
        <NoteUnknown person={person} />
      )}
    </li>
  )
}

/** How a morning begins for who has not said. */
function Unsaid({ board }: { readonly board: WhereaboutsBoard }) {
  const text = useText(whereaboutsText)
  const { message } = App.useApp()
  const set = useCommand(whereaboutsEndpoints.changeWhereaboutsSettings, {
    onDone: () => void message.success(text.saved),
  })
  return (
    <div className={styles.bar}>
      <span>{text.unsaid}</span>
      <Select
        aria-label={text.unsaid}
        value={board.unsaid}
        loading={set.isPending}
        onChange={(unsaid) => set.mutate({ body: { unsaid } })}
        options={[
          { value: 'in' as const, label: text.unsaidIn },
          { value: 'unknown' as const, label: text.unsaidUnknown },
        ]}
        style={{ width: 140 }}
      />
      <span className={styles.mark}>{text.unsaidMark}</span>
    </div>
  )
}
