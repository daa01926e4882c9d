import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { PersonRating } from '../../../http/contract/ratings.ts'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { ChoiceFilter, ListFilters, WordsFilter } from '../../parts/list-filters.tsx'
import { ListPage } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { pointsText } from '../../text/figure.ts'
import { ratingsText } from '../../text/ratings.ts'
import { ImportRatings } from './import-ratings.tsx'
import { ratingCard, ratingColumns } from './rating-columns.tsx'
import { RatingDrawer } from './rating-drawer.tsx'
import { isIncomplete, ratingsShown } from './rating-view.ts'
import styles from './ratings.module.css'

const defaults = { category: '', office: '', words: '', missing: '', person: '' }
type Filters = { readonly [Name in keyof typeof defaults]: string }

/** 综合评议: per person and rater group, who is still missing, and the line to enter a mark. */
export function RatingsPage() {
  const text = useText(ratingsText)
  const [year] = useAssessmentYear()
  const may = useMay()
  const [filters, change] = useUrlState<Filters>(defaults)
  const [isImporting, showImport] = useState(false)
  const answer = useAnswer(endpoints.listRatings, { query: { year } })
  const categories = answer.data?.categories ?? []
  const category = categories.find((candidate) => candidate.id === filters.category) ?? categories[0]
  const all = answer.data?.people.filter((person) => person.categoryId === category?.id)
  const incomplete = all?.filter(isIncomplete) ?? []
  const shown =
    answer.data === undefined
      ? undefined
      : ratingsShown(answer.data.people, {
          ...filters,
          category: category?.id ?? '',
          onlyMissing: filters.missing === '1',
        })
  const opened = all?.find((person) => person.staffNumber === filters.person) ?? null
  const next = incomplete.find((person) => person.staffNumber !== filters.person)
  const open = (staffNumber: string) => {
    change({ person: staffNumber })
  }
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          <>
            {text.intro(year)}
            <br />
            {text.named}
          </>
        }
      />
      <ListPage
        name="ratings"
        query={
          all !== undefined &&
          all.length > 0 && (
            <>
              <div className={styles.state}>
                {categories.length > 1 && (
                  <Segmented
                    aria-label={text.category}
                    value={category?.id ?? ''}
                    onChange={(id) => {
                      change({ category: id })
                    }}
                    options={categories.map(({ id, title }) => ({ value: id, label: title }))}
                  />
                )}
                <b>{category?.title}</b>
                {category !== undefined && category.full !== null && (
                  <span className="quiet">{text.full(pointsText(category.full))}</span>
                )}
                {category?.isSuggested === true && <span className={styles.suggested}>{text.suggested}</span>}
                <span className={incomplete.length > 0 ? 'figure-missing' : styles.complete}>
                  {incomplete.length > 0 ? text.missing(incomplete.length) : `✓ ${text.complete}`}
                </span>
              </div>
              <RatingFilters filters={filters} people={all} onChange={change} />
            </>
          )
        }
        toolbar={
          may('rating.record') && (
            <Button
              onClick={() => {
                showImport(true)
              }}
            >
              {text.importSheet}
            </Button>
          )
        }
        columns={ratingColumns(text, all ?? [], open)}
        rows={shown}
        rowKey={(person) => person.staffNumber}
        card={ratingCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={(person) => {
          open(person.staffNumber)
        }}
        empty={<NobodyShown hasCategory={category !== undefined} people={all?.length ?? 0} filters={filters} />}
      />
      <RatingDrawer
        rating={opened}
        year={year}
        onClose={() => {
          change({ person: '' })
        }}
        {...(next !== undefined && {
          onNext: () => {
            open(next.staffNumber)
          },
        })}
      />
      <ImportRatings
        year={year}
        open={isImporting}
        onClose={() => {
          showImport(false)
        }}
      />
    </>
  )
}

function RatingFilters({
  filters,
  people,
  onChange,
}: {
  readonly filters: Filters
  readonly people: readonly PersonRating[]
  readonly onChange: (changes: Partial<Filters>) => void
}) {
  const text = useText(ratingsText)
  const offices = [...new Set(people.map((person) => person.office))]
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
      <WordsFilter
        label={text.find}
        placeholder={text.find}
        value={filters.words}
        onChange={(words) => {
          onChange({ words })
        }}
      />
      <Checkbox
        checked={filters.missing === '1'}
        onChange={(event) => {
          onChange({ missing: event.target.checked ? '1' : '' })
        }}
      >
        {text.onlyMissing}
      </Checkbox>
    </ListFilters>
  )
}

/** Why the table is empty, and what to do: no rated category, nobody to rate, or nobody left by the filter. */
function NobodyShown({
  hasCategory,
  people,
  filters,
}: {
  readonly hasCategory: boolean
  readonly people: number
  readonly filters: Filters
}) {
  const text = useText(ratingsText)
  if (!hasCategory)
    return (
      <EmptyState
        title={text.empty}
        actions={
          <Link to="/scheme">
            <Button type="primary">{text.toScheme}</Button>
          </Link>
        }
      >
        {text.emptyHint}
      </EmptyState>
    )
  if (people === 0)
    return (
      <EmptyState
        title={text.emptyPeople}
        actions={
          <Link to="/people">
            <Button type="primary">{text.toPeople}</Button>
          </Link>
        }
      />
    )
  return <EmptyState title={filters.missing === '1' ? text.allComplete : text.emptyFiltered} />
}
