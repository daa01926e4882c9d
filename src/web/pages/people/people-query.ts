import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { posts } from '../../../domain/scheme/scheme.ts'
import type { Person } from '../../../http/contract/people.ts'
import type { QueryField } from '../../parts/query-form.tsx'
import type { peopleText } from '../../text/people.ts'
import { stateOn, stayOn } from './find-people.ts'

type Words = (typeof peopleText)['zh']

export const noConditions = { who: '', office: '', state: '', post: '', on: '' }
const states = ['present', 'secondment', 'long-leave', 'left', 'not-yet'] as const

/** What a list of people is asked by. */
export function queryFields(text: Words, offices: readonly string[]): readonly QueryField[] {
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
export function rosterWords(everyone: readonly Person[], day: LocalDate, text: Words): string {
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
