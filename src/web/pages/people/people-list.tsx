import { Button } from 'antd'
import type { Key } from 'react'
import { peopleEndpoints, type Person } from '../../../http/contract/people.ts'
import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { ListPage } from '../../parts/list-page.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm } from '../../parts/query-form.tsx'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import { peopleText } from '../../text/people.ts'
import type { AskedChange } from './change-dialog.tsx'
import { dayOf, findPeople, type PeopleConditions } from './find-people.ts'
import { PersonCard } from './person-card.tsx'
import { peopleColumns } from './people-columns.tsx'
import { queryFields } from './people-query.ts'

const personCard = (day: LocalDate) => (person: Person) => <PersonCard person={person} day={day} />

/** What happens to several people alike. */
const bulkKinds = ['move', 'leave', 'secondment', 'long-leave', 'return'] as const

type Props = {
  readonly conditions: PeopleConditions
  readonly selected: readonly Key[]
  readonly onSelect: (keys: readonly Key[]) => void
  readonly onSearch: (conditions: Readonly<Record<string, string>>) => void
  readonly onOpen: (person: Person) => void
  readonly onAsk: (asked: AskedChange) => void
  readonly onImport: (what: 'roster' | 'changes') => void
}

/** The roster as a list: found by name, office and state on a day, changed one by one or several at once. */
export function PeopleList({ conditions, selected, onSelect, onSearch, onOpen, onAsk, onImport }: Props) {
  const text = useText(peopleText)
  const { today, staffNumber: own } = useSession()
  const mayChange = useMay()('people.change')
  const seesScores = useSeesOthersScores()
  const answer = useAnswer(peopleEndpoints.listPeople, {})
  const people = answer.data?.people
  const day = dayOf(conditions, today)
  const isEmpty = people?.length === 0
  const importButton = mayChange && (
    <Button type={isEmpty ? 'primary' : 'default'} onClick={() => onImport('roster')}>
      {text.import}
    </Button>
  )
  return (
    <ListPage
      name="people"
      query={
        !isEmpty && (
          <QueryForm
            fields={queryFields(text, answer.data?.offices ?? [])}
            values={conditions}
            onSearch={onSearch}
          />
        )
      }
      toolbar={
        !isEmpty &&
        mayChange && (
          <>
            <ChangeButtons onAsk={onAsk} onImport={onImport} />
            {importButton}
          </>
        )
      }
      columns={peopleColumns(text, day, onOpen, seesScores)}
      rows={people === undefined ? undefined : findPeople(people, conditions, today)}
      rowKey={(person) => person.staffNumber}
      card={personCard(day)}
      error={answer.error}
      onRefresh={() => void answer.refetch()}
      isRefreshing={answer.isFetching}
      onOpen={onOpen}
      {...(mayChange && {
        selection: {
          keys: selected,
          onChange: onSelect,
          whyNot: (key) => (key === own ? text.ownRecord : null),
          actions: (
            <BulkButtons
              people={people?.filter(({ staffNumber }) => selected.includes(staffNumber)) ?? []}
              onAsk={onAsk}
            />
          ),
        },
      })}
      empty={
        isEmpty ? (
          <EmptyState title={text.emptyTitle} actions={importButton}>
            {text.emptyText}
          </EmptyState>
        ) : (
          <EmptyState title={text.noneFound}>{text.noneFoundText}</EmptyState>
        )
      }
    />
  )
}

function ChangeButtons({ onAsk, onImport }: Pick<Props, 'onAsk' | 'onImport'>) {
  const text = useText(peopleText)
  const changeText = useText(peopleChangeText)
  return (
    <>
      <Button type="primary" onClick={() => onAsk({ kind: 'join', people: [] })}>
        {text.join}
      </Button>
      <Button onClick={() => onImport('changes')}>{changeText.importButton}</Button>
    </>
  )
}

function BulkButtons({ people, onAsk }: { readonly people: readonly Person[]; readonly onAsk: Props['onAsk'] }) {
  const text = useText(peopleChangeText)
  return bulkKinds.map((kind) => (
    <Button key={kind} size="small" onClick={() => onAsk({ kind, people })}>
      {text.actions[kind]}
    </Button>
  ))
}
