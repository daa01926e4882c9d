import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import styles from './list-filters.module.css'

/** A row of filters that answer at once, above a list whose rows are all here. */
export function ListFilters({ children }: { readonly children: ReactNode }) {
  return <div className={`${styles.filters ?? ''} no-print`}>{children}</div>
}

type ChoiceProps = {
  readonly label: string
  /** What stands for no choice. */
  readonly anyLabel: string
  /** Empty for no choice. */
  readonly value: string
  readonly choices: readonly string[]
  readonly onChange: (value: string) => void
}

/** One of a few, or any; found by typing. */
export function ChoiceFilter({ label, anyLabel, value, choices, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
      options={[{ value: '', label: anyLabel }, ...choices.map((choice) => ({ value: choice, label: choice }))]}
    />
  )
}

type WordsProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (words: string) => void
}

export function WordsFilter({ label, placeholder, value, onChange }: WordsProps) {
  return (
    <Input.Search
      aria-label={label}
      placeholder={placeholder}
      allowClear
      value={value}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}
