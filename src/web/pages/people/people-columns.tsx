import { Button } from 'antd'
import { Link } from 'react-router'
import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import type { Person } from '../../../http/contract/people.ts'
import type { ListColumn } from '../../parts/list-page.tsx'
import type { peopleText } from '../../text/people.ts'
import { stateOn, stayOn } from './find-people.ts'
import { StateTag } from './state-tag.tsx'
import { daysText, employmentText } from './stay-words.ts'

type Words = (typeof peopleText)['zh']

/** People as they stood on a day; the way to a score sheet for who may see others'. */
export function peopleColumns(
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
