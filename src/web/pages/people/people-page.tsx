import { useState, type Key } from 'react'
import { peopleEndpoints } from '../../../http/contract/people.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'
import { ChangeDialog, type AskedChange } from './change-dialog.tsx'
import { ChangeImport } from './change-import.tsx'
import { dayOf } from './find-people.ts'
import { PeopleList } from './people-list.tsx'
import { noConditions, rosterWords } from './people-query.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { RosterImport } from './roster-import.tsx'

/** 人员与机构: the roster, everyone's history, and every change of it. */
export function PeoplePage() {
  const text = useText(peopleText)
  const { today } = useSession()
  const [conditions, search] = useUrlState(noConditions)
  const [opened, open] = useState<string | null>(null)
  const [importing, startImport] = useState<'roster' | 'changes' | null>(null)
  const [asked, ask] = useState<AskedChange | null>(null)
  const [selected, select] = useState<readonly Key[]>([])
  const { data } = useAnswer(peopleEndpoints.listPeople, {})
  const people = data?.people ?? []
  const day = dayOf(conditions, today)
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          people.length === 0
            ? text.subtitle
            : `${conditions.on === '' ? '' : text.onDay(day)}${rosterWords(people, day, text)}`
        }
      />
      {people.length > 0 && <PeopleTabs active="people" />}
      <PeopleList
        conditions={conditions}
        selected={selected}
        onSelect={select}
        onSearch={search}
        onOpen={({ staffNumber }) => open(staffNumber)}
        onAsk={ask}
        onImport={startImport}
      />
      <PersonDrawer
        person={people.find(({ staffNumber }) => staffNumber === opened) ?? null}
        onClose={() => open(null)}
        onAsk={ask}
      />
      {asked !== null && (
        <ChangeDialog
          asked={asked}
          offices={data?.offices ?? []}
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
