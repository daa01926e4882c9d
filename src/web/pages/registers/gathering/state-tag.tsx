import { Tag } from 'antd'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'

/** Whether its roll is closed. */
export function StateTag({ state }: { readonly state: string }) {
  const text = useText(gatheringText)
  return (
    <Tag color={state === 'ended' ? 'default' : 'processing'}>
      {state === 'ended' ? text.states.ended : text.states.called}
    </Tag>
  )
}
