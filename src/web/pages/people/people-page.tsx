import { Button } from 'antd'
import { useState, type Key } from 'react'
import { Link } from 'react-router'
import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { posts } from '../../../domain/scheme/scheme.ts'
import { peopleEndpoints, type Person } from '../../../http/contract/people.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm, type QueryField } from '../../parts/query-form.tsx'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import { peopleText } from '../../text/people.ts'
import { ChangeDialog, type AskedChange } from './change-dialog.tsx'
import { ChangeImport } from './change-import.tsx'
import { dayOf, findPeople, stateOn, stayOn } from './find-people.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonCard } from './person-card.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { RosterImport } from './roster-import.tsx'
import { StateTag } from './state-tag.tsx'
import { daysText, employmentText } from './stay-words.ts'

const noConditions = { who: '', office: '', state: '', post: '', on: '' }
const states = ['present', 'secondment', 'long-leave', 'left', 'not-yet'] as const
const personCard = (day: LocalDate) => (person: Person) => <PersonCard person={person} day={day} />

/** What happens to several people alike. */
const bulkKinds = ['move', 'leave', 'secondment', 'long-leave', 'return'] as const

export function PeoplePage() {
  const text = useText(peopleText)
  const changeText = useText(peopleChangeText)
  const { today } = useSession()
  const mayChange = useMay()('people.change')
  const seesScores = useSeesOthersScores()
  const [conditions, search] = useUrlState(noConditions)
  const [openedNumber, openNumber] = useState<string | null>(null)
  const [importing, startImport] = useState<'roster' | 'changes' | null>(null)
  const [asked, ask] = useState<AskedChange | null>(null)
  const [selected, select] = useState<readonly Key[]>([])
  const answer = useAnswer(peopleEndpoints.listPeople, {})
  const people = answer.data?.people
  const offices = answer.data?.offices ?? []
  const day = dayOf(conditions, today)
  const found = people === undefined ? undefined : findPeople(people, conditions, today)
  const isRosterEmpty = people?.length === 0
  const open = (person: Person) => openNumber(person.staffNumber)
  const chosen = people?.filter(({ staffNumber }) => selected.includes(staffNumber)) ?? []
  const importButton = mayChange && (
    <Button type={isRosterEmpty ? 'primary' : 'default'} onClick={() => startImport('roster')}>
      {text.import}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={people === undefined || isRosterEmpty ? text.subtitle : rosterWords(people, day, text)}
      />
      {!isRosterEmpty && <PeopleTabs active="people" />}
      <ListPage
        name="people"
        query={
          !isRosterEmpty && <QueryForm fields={fieldsOf(text, offices)} values={conditions} onSearch={search} />
        }
        toolbar={
          !isRosterEmpty &&
          mayChange && (
            <>
              <Button type="primary" onClick={() => ask({ kind: 'join', people: [] })}>
                {text.join}
              </Button>
              <Button onClick={() => startImport('changes')}>{changeText.importButton}</Button>
              {importButton}
            </>
          )
        }
        columns={columnsOf(text, day, open, seesScores)}
        rows={found}
        rowKey={(person) => person.staffNumber}
        card={personCard(day)}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
        {...(mayChange && {
          selection: {
            keys: selected,
            onChange: select,
            actions: bulkKinds.map((kind) => (
              <Button key={kind} size="small" onClick={() => ask({ kind, people: chosen })}>
                {changeText.actions[kind]}
              </Button>
            )),
          },
        })}
        empty={
          isRosterEmpty ? (
            <EmptyState title={text.emptyTitle} actions={importButton}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <EmptyState title={text.noneFound}>{text.noneFoundText}</EmptyState>
          )
        }
      />
      <PersonDrawer
        person={people?.find(({ staffNumber }) => staffNumber === openedNumber) ?? null}
        onClose={() => openNumber(null)}
        onAsk={ask}
      />
      {asked !== null && (
        <ChangeDialog
          asked={asked}
          offices={offices}
          onClose={() => ask(null)}
          onDone={() => {
            ask(null)
            select([])
          }}
        />
      )}
      <RosterImport open={importing === 'roster'} onClose={() => startImport(null)} />
      <ChangeImport open={importing === 'changes'} onClose={() => startImport(null)} />
    </>
  )
}

type Words = (typeof peopleText)['zh']

function fieldsOf(text: Words, offices: readonly string[]): readonly QueryField[] {
  return [
    { kind: 'words', name: 'who', label: text.who, placeholder: text.whoPlaceholder },
    {
      kind: 'choice',
      name: 'office',
      label: text.office,
      placeholder: text.allOffices,
      choices: offices.map((office) => ({ value: office, label: office })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: text.state,
      placeholder: text.allStates,
      choices: states.map((state) => ({ value: state, label: text.states[state] })),
    },
    {
      kind: 'choice',
      name: 'post',
      label: text.post,
      placeholder: text.allPosts,
      choices: posts.map((post) => ({ value: post, label: post })),
    },
    { kind: 'day', name: 'on', label: text.on },
  ]
}

/** Who is on the roster that day, by post, and who is away. */
function rosterWords(everyone: readonly Person[], day: LocalDate, text: Words): string {
  const people = everyone.filter((person) => !['left', 'not-yet'].includes(stateOn(person, day)))
  const stays = people.map((person) => stayOn(person, day))
  const offices = new Set(stays.map((stay) => stay?.office ?? '').filter((office) => office !== ''))
  const byPost = posts
    .map((post) => ({ post, count: stays.filter((stay) => stay?.post === post).length }))
    .filter(({ count }) => count > 0)
  return [
    text.summary(people.length, offices.size),
    ...byPost.map(({ post, count }) => text.byPost(post, count)),
    ...states
      .filter((state) => state !== 'present')
      .map((state) => ({ state, count: everyone.filter((person) => stateOn(person, day) === state).length }))
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => text.stateCount(text.states[state], count)),
  ].join(' · ')
}

function columnsOf(
  text: Words,
  today: LocalDate,
  open: (person: Person) => void,
  seesScores: boolean,
): ListColumn<Person>[] {
  return [
    {
      key: 'name',
      title: text.name,
      pinned: true,
      sorter: (a, b) => a.pinyin.localeCompare(b.pinyin),
      render: (_, person) => (
        <Button type="link" aria-label={text.open(person.name)} onClick={() => open(person)}>
          {person.name}
        </Button>
      ),
    },
    {
      key: 'staffNumber',
      title: text.staffNumber,
      dataIndex: 'staffNumber',
      sorter: (a, b) => a.staffNumber.localeCompare(b.staffNumber),
    },
    {
      key: 'office',
      title: text.office,
      sorter: (a, b) => (stayOn(a, today)?.office ?? '').localeCompare(stayOn(b, today)?.office ?? '', 'zh'),
      render: (_, person) => (
        <>
          {stayOn(person, today)?.office}
          {person.stays.length > 1 && <span className="quiet"> · {text.stays(person.stays.length)}</span>}
        </>
      ),
    },
    { key: 'post', title: text.post, render: (_, person) => stayOn(person, today)?.post },
    {
      key: 'inChargeOf',
      title: text.inChargeOf,
      render: (_, person) => stayOn(person, today)?.inChargeOf.join('、'),
    },
    {
      key: 'employment',
      title: text.employment,
      render: (_, person) => employmentText(stayOn(person, today), text),
    },
    { key: 'state', title: text.state, render: (_, person) => <StateTag state={stateOn(person, today)} /> },
    { key: 'days', title: text.days, render: (_, person) => daysText(stayOn(person, today), text) },
    ...(seesScores
      ? [
          {
            key: 'actions',
            title: text.sheet,
            render: (_: unknown, person: Person) => (
              <Link to={`/people/${encodeURIComponent(person.staffNumber)}/sheet`}>{text.sheet}</Link>
            ),
          },
        ]
      : []),
  ]
}
