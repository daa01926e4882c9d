import { Select } from 'antd'
import { endpoints } from '../../../../http/contract/endpoints.ts'
import { useAnswer } from '../../../parts/queries.ts'

/** One person of the roster, or several. */
export function PersonSelect({
  id,
  value,
  onChange,
  mode,
}: {
  readonly id?: string
  readonly value?: string | string[]
  readonly onChange?: (value: string | string[]) => void
  readonly mode?: 'multiple'
}) {
  const { data } = useAnswer(endpoints.listPeople, {})
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(mode !== undefined && { mode })}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={data === undefined}
      options={(data?.people ?? []).map(({ staffNumber, name, stays }) => ({
        value: staffNumber,
        label: `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`,
      }))}
    />
  )
}
