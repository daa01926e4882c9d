import { Input, Select, Switch } from 'antd'
import type { RegisterField } from '../../../domain/registers/register-definition.ts'
import type { Person, SpelledOffice } from '../../../http/contract/people.ts'
import { useText } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import type { DraftValue } from './record-draft.ts'

type Props = {
  readonly field: RegisterField
  readonly value: DraftValue
  readonly people: readonly Person[]
  readonly offices: readonly SpelledOffice[]
  readonly onChange: (value: DraftValue) => void
}

/** The control of one field, by its kind; people and offices are found by name, number or pinyin. */
export function RecordField({ field, value, people, offices, onChange }: Props) {
  const text = useText(registerText)
  const id = `record-${field.key}`
  const hint = field.example === undefined || field.example === '' ? '' : text.forExample(field.example)
  const typed = typeof value === 'string' ? value : ''
  const chosen = typed === '' ? null : typed
  const many = typeof value === 'string' || typeof value === 'boolean' ? [] : [...value]
  const found = {
    allowClear: true,
    showSearch: { optionFilterProp: 'found' },
    style: { width: '100%' },
  } as const
  const clear = (next: string | null | undefined) => onChange(next ?? '')
  switch (field.kind) {
    case 'person':
      return (
        <Select
          {...found}
          id={id}
          value={chosen}
          placeholder={text.choosePerson}
          options={personOptions(people)}
          onChange={clear}
        />
      )
    case 'people':
      return (
        <Select
          {...found}
          id={id}
          mode="multiple"
          value={many}
          placeholder={text.choosePerson}
          options={personOptions(people)}
          onChange={(next: string[]) => onChange(next)}
        />
      )
    case 'office':
      return (
        <Select
          {...found}
          id={id}
          value={chosen}
          placeholder={text.chooseOffice}
          options={officeOptions(offices)}
          onChange={clear}
        />
      )
    case 'offices':
      return (
        <Select
          {...found}
          id={id}
          mode="multiple"
          value={many}
          placeholder={text.chooseOffice}
          options={officeOptions(offices)}
          onChange={(next: string[]) => onChange(next)}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={!field.required}
          value={chosen}
          placeholder={text.choose}
          options={(field.choices ?? []).map(({ value: one, title }) => ({ value: one, label: title }))}
          onChange={clear}
          style={{ width: '100%' }}
        />
      )
    case 'flag':
      return (
        <Switch
          id={id}
          checked={value === true}
          checkedChildren={text.yes}
          unCheckedChildren={text.no}
          onChange={onChange}
        />
      )
    case 'long-text':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={typed}
          placeholder={hint}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'day':
    case 'time':
    case 'quantity':
    case 'text':
      return (
        <Input
          id={id}
          type={field.kind === 'day' ? 'date' : field.kind === 'time' ? 'time' : 'text'}
          {...(field.kind === 'quantity' ? { inputMode: 'decimal' as const } : {})}
          autoComplete="off"
          value={typed}
          placeholder={hint}
          suffix={field.unit}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

function personOptions(people: readonly Person[]) {
  return people.map(({ staffNumber, name, pinyin, initials, stays }) => {
    const label = `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`
    return { value: staffNumber, label, found: `${label} ${pinyin} ${initials}` }
  })
}

function officeOptions(offices: readonly SpelledOffice[]) {
  return offices.map(({ office, pinyin, initials }) => ({
    value: office,
    label: office,
    found: `${office} ${pinyin} ${initials}`,
  }))
}
