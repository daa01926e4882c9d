import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { posts } from '../../../domain/scheme/scheme.ts'
import { peopleEndpoints, type Person } from '../../../http/contract/people.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm } from '../../parts/query-form.tsx'
import { useSession } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'
import { findPeople, stayOn } from './find-people.ts'
import { PersonCard } from './person-card.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { RosterImport } from './roster-import.tsx'
import { daysText, employmentText } from './stay-words.ts'

const noConditions = { who: '', office: '', post: '' }

const personCard = (person: Person) => <PersonCard person={person} />

export function PeoplePage() {
  const text = useText(peopleText)
  const { today } = useSession()
  const [conditions, search] = useUrlState(noConditions)
  const [opened, open] = useState<Person | null>(null)
  const [isImporting, startImport] = useState(false)
  const answer = useAnswer(peopleEndpoints.listPeople, {})
  const people = answer.data?.people
  const found = people === undefined ? undefined : findPeople(people, conditions)
  const isRosterEmpty = people?.length === 0
  const importButton = (
    <Button type="primary" onClick={() => startImport(true)}>
      {text.import}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={people === undefined || isRosterEmpty ? text.subtitle : rosterWords(people, today, text)}
      />
      <ListPage
        name="people"
        query={
          !isRosterEmpty && (
            <QueryForm
              fields={[
                { kind: 'words', name: 'who', label: text.who, placeholder: text.whoPlaceholder },
                {
                  kind: 'choice',
                  name: 'office',
                  label: text.office,
                  placeholder: text.allOffices,
                  choices: (answer.data?.offices ?? []).map((office) => ({ value: office, label: office })),
                },
                {
                  kind: 'choice',
                  name: 'post',
                  label: text.post,
                  placeholder: text.allPosts,
                  choices: posts.map((post) => ({ value: post, label: post })),
                },
              ]}
              values={conditions}
              onSearch={search}
            />
          )
        }
        toolbar={!isRosterEmpty && importButton}
        columns={columnsOf(text, today, open)}
        rows={found}
        rowKey={(person) => person.staffNumber}
        card={personCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
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
      <PersonDrawer person={opened} onClose={() => open(null)} />
      <RosterImport open={isImporting} onClose={() => startImport(false)} />
    </>
  )
}

type Words = (typeof peopleText)['zh']

function rosterWords(people: readonly Person[], today: string, text: Words): string {
  const stays = people.map((person) => stayOn(person, today))
  const offices = new Set(stays.map((stay) => stay?.office ?? '').filter((office) => office !== ''))
  const byPost = posts
    .map((post) => ({ post, count: stays.filter((stay) => stay?.post === post).length }))
    .filter(({ count }) => count > 0)
  return [
    text.summary(people.length, offices.size),
    ...byPost.map(({ post, count }) => text.byPost(post, count)),
  ].join(' · ')
}

function columnsOf(text: Words, today: string, open: (person: Person) => void): ListColumn<Person>[] {
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
    { key: 'days', title: text.days, render: (_, person) => daysText(stayOn(person, today), text) },
    {
      key: 'actions',
      title: text.sheet,
      render: (_, person) => (
        <Link to={`/people/${encodeURIComponent(person.staffNumber)}/sheet`}>{text.sheet}</Link>
      ),
    },
  ]
}
