import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import styles from './query-form.module.css'
import { useIsPhone } from './use-is-phone.ts'

export type QueryField = {
  readonly name: string
  readonly label: string
  readonly placeholder?: string
} & (
  | { readonly kind: 'words' | 'day' }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] }
)

const unfoldedFields = 3

/** The query form above a list: nothing is asked before 查询, and 重置 goes back to everything. */
export function QueryForm({
  fields,
  values,
  onSearch,
}: {
  readonly fields: readonly QueryField[]
  readonly values: Readonly<Record<string, string>>
  readonly onSearch: (values: Readonly<Record<string, string>>) => void
}) {
  const text = useText(partsText)
  const isPhone = useIsPhone()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const always = isPhone ? 1 : unfoldedFields
  const isFoldedAwayInUse = fields.slice(always).some((field) => (values[field.name] ?? '') !== '')
  const [unfolded, unfold] = useState(isFoldedAwayInUse)
  const canFold = fields.length > always
  const shown = canFold && !unfolded ? fields.slice(0, always) : fields
  const search = () => {
    onSearch({ ...values, ...typed })
    setTyped({})
  }
  const reset = () => {
    setTyped({})
    onSearch(Object.fromEntries(fields.map((field) => [field.name, ''])))
  }
  return (
    <Form className={`${styles.form ?? ''} no-print`} layout="inline" onFinish={search}>
      {shown.map((field) => (
        <Form.Item
          key={field.name}
          label={field.label}
          className={styles.field ?? ''}
          htmlFor={`query-${field.name}`}
        >
          <FieldInput
            field={field}
            value={typed[field.name] ?? values[field.name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        </Form.Item>
      ))}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          {text.search}
        </Button>
        <Button onClick={reset}>{text.reset}</Button>
        {canFold && (
          <Button type="link" onClick={() => unfold(!unfolded)} aria-expanded={unfolded}>
            {unfolded ? text.fold : text.unfold}
          </Button>
        )}
      </div>
    </Form>
  )
}

function FieldInput({
  field,
  value,
  onChange,
}: {
  readonly field: QueryField
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = `query-${field.name}`
  if (field.kind === 'choice')
    return (
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={field.placeholder}
        value={value === '' ? undefined : value}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        options={field.choices.map((choice) => ({ ...choice }))}
        style={{ minWidth: 160 }}
      />
    )
  return (
    <Input
      id={id}
      type={field.kind === 'day' ? 'date' : 'text'}
      allowClear={field.kind === 'words'}
      placeholder={field.placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
