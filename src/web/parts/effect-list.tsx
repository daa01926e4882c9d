import { Button } from 'antd'
import { useState } from 'react'
import { groupBy } from '../../domain/primitives/group-by.ts'
import type { EntryEffect } from '../../http/contract/entries.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { effectWords } from './effect-words.ts'
import styles from './effect-list.module.css'

const peopleShown = 6

/** What every person's figures become: 工作纪律 10 → 8，总分 96.5 → 94.5, a line a person and year. */
export function EffectList({ effects }: { readonly effects: readonly EntryEffect[] }) {
  const text = useText(partsText)
  const [showsAll, setShowsAll] = useState(false)
  const people = [...groupBy(effects, ({ year, staffNumber }) => `${String(year)} ${staffNumber}`)]
  const shown = showsAll ? people : people.slice(0, peopleShown)
  const hasYears = new Set(effects.map(({ year }) => year)).size > 1
  return (
    <>
      {shown.map(([key, ofPerson]) => (
        <PersonLine key={key} effects={ofPerson} isNamed={people.length > 1} hasYear={hasYears} />
      ))}
      {people.length > shown.length && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setShowsAll(true)
          }}
        >
          {text.effectsMore(people.length - shown.length)}
        </Button>
      )}
    </>
  )
}

type PersonProps = {
  readonly effects: readonly EntryEffect[]
  readonly isNamed: boolean
  readonly hasYear: boolean
}

function PersonLine({ effects, isNamed, hasYear }: PersonProps) {
  const text = useText(partsText)
  const [first] = effects
  if (first === undefined) return null
  const words = effects.map(effectWords)
  const items = words.map(({ item }) => item).filter((item) => item !== null)
  const remarks = words.map(({ remark }) => remark).filter((remark) => remark !== null)
  const { moves, total } = words[0] ?? { moves: false, total: null }
  return (
    <div className={styles.line}>
      {isNamed && <span className={styles.name}>{first.name}</span>}
      {hasYear && <span className="quiet">{text.effectYear(first.year)}</span>}
      <span className={styles.figures}>
        {items.map((item, at) => (
          <b key={item} className="figure">
            {total === null && at === items.length - 1 ? item : `${item}，`}
          </b>
        ))}
        {moves ? <b className="figure">{total}</b> : <span className="figure">{total}</span>}
      </span>
      {remarks.length > 0 && <span className={styles.remark}>{[...new Set(remarks)].join('；')}</span>}
    </div>
  )
}
