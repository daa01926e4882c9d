import { Tag } from 'antd'
import { posts } from '../../../domain/scheme/scheme.ts'
import { ChoiceFilter, ListFilters, WordsFilter } from '../../parts/list-filters.tsx'
import { useText } from '../../text/dictionary.ts'
import { standingsText } from '../../text/standings.ts'

/** `from` and `to`: scores in hundredths, from one up to the other, as a bar of the home page leads here. */
export const standingsFilters = { office: '', group: '', words: '', settle: '', from: '', to: '' }
export type StandingsFilters = { readonly [Name in keyof typeof standingsFilters]: string }

type Props = {
  readonly filters: StandingsFilters
  readonly offices: readonly string[]
  readonly onChange: (changes: Partial<StandingsFilters>) => void
}

export function StandingsFilterRow({ filters, offices, onChange }: Props) {
  const text = useText(standingsText)
  return (
    <ListFilters>
      <ChoiceFilter
        label={text.office}
        anyLabel={text.allOffices}
        value={filters.office}
        choices={offices}
        onChange={(office) => {
          onChange({ office })
        }}
      />
      <ChoiceFilter
        label={text.group}
        anyLabel={text.allGroups}
        value={filters.group}
        choices={posts}
        onChange={(group) => {
          onChange({ group })
        }}
      />
      <WordsFilter
        label={text.name}
        placeholder={text.namePlaceholder}
        value={filters.words}
        onChange={(words) => {
          onChange({ words })
        }}
      />
      {filters.from !== '' && (
        <Tag
          closable
          onClose={() => {
            onChange({ from: '', to: '' })
          }}
        >
          {text.scoresWithin(Number(filters.from), Number(filters.to))}
        </Tag>
      )}
    </ListFilters>
  )
}
