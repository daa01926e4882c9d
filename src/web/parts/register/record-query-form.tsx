import type { AnyRegister } from '../../../domain/registers/register-definition.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { useAnswer } from '../queries.ts'
import { QueryForm } from '../query-form.tsx'
import { useMay } from '../session.tsx'
import type { RecordState } from './record-query.ts'

/** What a register's list can be narrowed by. */
export function RecordQueryForm({
  register,
  state,
  onSearch,
}: {
  readonly register: AnyRegister
  readonly state: RecordState
  readonly onSearch: (values: Readonly<Record<string, string>>) => void
}) {
  const text = useText(registerText)
  const may = useMay()
  const roster = useAnswer(endpoints.listPeople, {}, { enabled: may('people.read') })
  const offices = roster.data?.offices ?? []
  const people = roster.data?.people ?? []
  return (
    <QueryForm
      fields={[
        { name: 'text', label: text.text, placeholder: text.textPlaceholder, kind: 'words' },
        { name: 'from', label: text.from, kind: 'day' },
        { name: 'to', label: text.to, kind: 'day' },
        {
          name: 'office',
          label: text.office,
          placeholder: text.any,
          kind: 'choice',
          choices: offices.map((office) => ({ value: office, label: office })),
        },
        {
          name: 'person',
          label: text.person,
          placeholder: text.any,
          kind: 'choice',
          choices: people.map(({ staffNumber, name, stays }) => ({
            value: staffNumber,
            label: `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`,
          })),
        },
        {
          name: 'state',
          label: text.state,
          placeholder: text.any,
          kind: 'choice',
          choices: [
            ...Object.entries(register.states).map(([value, label]) => ({ value, label })),
            { value: 'withdrawn', label: text.withdrawn },
          ],
        },
      ]}
      values={state}
      onSearch={onSearch}
    />
  )
}
