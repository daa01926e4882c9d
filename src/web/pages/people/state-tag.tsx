import { Tag } from 'antd'
import type { StateOnDay } from '../../../domain/roster/person-history.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'

const colours = {
  present: 'green',
  secondment: 'gold',
  'long-leave': 'gold',
  left: 'default',
  'not-yet': 'default',
}

/** How somebody stands on a day, in a word. */
export function StateTag({ state }: { readonly state: StateOnDay }) {
  const text = useText(peopleText)
  return <Tag color={colours[state]}>{text.states[state]}</Tag>
}
