import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { PersonRating } from '../../../http/contract/ratings.ts'
import { messageOf } from '../../parts/api.ts'
import { newKey } from '../../parts/idempotency-key.ts'
import { useCommand } from '../../parts/queries.ts'
import { useRemembered } from '../../parts/remembered.ts'
import { useText } from '../../text/dictionary.ts'
import { ratingsText } from '../../text/ratings.ts'
import { createDraftKeys } from '../record-entry/draft-key.ts'
import { groupToStartWith, typedMark } from './rating-view.ts'
import styles from './ratings.module.css'

const wholeValue = ''

/** One mark for one rater group, with its source; Enter saves, and the next group without a mark is offered. */
export function AddMark({ rating, year }: { readonly rating: PersonRating; readonly year: number }) {
  const text = useText(ratingsText)
  const { message } = App.useApp()
  const [chosenGroup, chooseGroup] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [source, keepSource] = useRemembered('rating.source', '')
  const [isTried, setTried] = useState(false)
  const [keys] = useState(() => createDraftKeys(newKey))
  const group = chosenGroup ?? groupToStartWith(rating) ?? wholeValue
  const add = useCommand(endpoints.addMark, {
    quiet: true,
    onDone: () => {
      keys.settle()
      setTyped('')
      setTried(false)
      chooseGroup(null)
      void message.success(text.added(rating.name))
    },
  })
  const problem = typedMark(typed) === null ? text.badMark : source.trim() === '' ? text.badSource : null
  const submit = () => {
    setTried(true)
    if (problem !== null || add.isPending) return
    const { staffNumber, categoryId } = rating
    const body = { year, staffNumber, categoryId, group: group === wholeValue ? null : group, mark: typed, source }
    add.mutate({ body, idempotencyKey: keys.keyFor(body) })
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className={styles.heading}>{text.addTitle}</h3>
      <div className={styles.addLine}>
        <Select
          aria-label={text.raterGroup}
          value={group}
          onChange={chooseGroup}
          options={[
            ...rating.groups.map((choice) => ({ value: choice.group, label: choice.group })),
            { value: wholeValue, label: text.wholeGroup },
          ]}
        />
        <Input
          aria-label={text.mark}
          inputMode="decimal"
          autoComplete="off"
          placeholder={text.markPlaceholder}
          maxLength={20}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
        />
        <Input
          aria-label={text.source}
          placeholder={text.sourcePlaceholder}
          maxLength={200}
          value={source}
          onChange={(event) => {
            keepSource(event.target.value)
          }}
        />
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {text.add}
        </Button>
      </div>
      {isTried && problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {add.error !== null && (
        <p role="alert" className={styles.problem}>
          {messageOf(add.error)}
        </p>
      )}
    </form>
  )
}
