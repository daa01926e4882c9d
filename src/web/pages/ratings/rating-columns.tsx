import { Button } from 'antd'
import type { PersonRating } from '../../../http/contract/ratings.ts'
import { Missing, Points } from '../../parts/figure.tsx'
import type { ListColumn } from '../../parts/list-page.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsText } from '../../text/figure.ts'
import { ratingsText } from '../../text/ratings.ts'
import { meanOf, weightShare } from './rating-view.ts'
import styles from './ratings.module.css'

type Group = PersonRating['groups'][number]

/** The mean of one rater group with how many marks it has, or that there is none. */
function GroupMean({ group, isNeeded }: { readonly group: Group | undefined; readonly isNeeded: boolean }) {
  const text = useText(ratingsText)
  if (group === undefined) return null
  const mean = meanOf(group.marks)
  if (mean === null) return isNeeded ? <Missing words={text.lacking} /> : null
  return (
    <span>
      <Points hundredths={mean} table />
      {group.marks.length > 1 && <span className={styles.count}>{text.marks(group.marks.length)}</span>}
    </span>
  )
}

type Text = ReturnType<typeof useText<(typeof ratingsText)['zh']>>

export function ratingColumns(
  text: Text,
  people: readonly PersonRating[],
  onOpen: (staffNumber: string) => void,
): readonly ListColumn<PersonRating>[] {
  const groups = people.reduce<readonly Group[]>(
    (longest, person) => (person.groups.length > longest.length ? person.groups : longest),
    [],
  )
  const hasWhole = people.some((person) => person.whole !== null)
  return [
    { key: 'name', title: text.name, dataIndex: 'name', pinned: true },
    { key: 'office', title: text.columnOffice, dataIndex: 'office' },
    ...groups.map((group) => ({
      key: `group-${group.group}`,
      title: text.group(group.group, pointsText(weightShare(group.weight, groups))),
      align: 'right' as const,
      render: (_: unknown, person: PersonRating) => (
        <GroupMean
          group={person.groups.find((candidate) => candidate.group === group.group)}
          isNeeded={person.whole === null}
        />
      ),
    })),
    ...(hasWhole
      ? [
          {
            key: 'whole',
            title: text.whole,
            align: 'right' as const,
            render: (_: unknown, person: PersonRating) =>
              person.whole !== null && <Points hundredths={person.whole.mark} table />,
          },
        ]
      : []),
    {
      key: 'score',
      title: text.score,
      pinned: true,
      align: 'right',
      render: (_, person) => (
        <b>
          <Points hundredths={person.score} table />
        </b>
      ),
    },
    {
      key: 'actions',
      title: text.actions,
      pinned: true,
      fixed: 'end',
      render: (_, person) => (
        <Button
          type="link"
          size="small"
          onClick={() => {
            onOpen(person.staffNumber)
          }}
        >
          {text.enter}
        </Button>
      ),
    },
  ]
}

export function ratingCard(person: PersonRating) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <span>
          <b>{person.name}</b> <span className="quiet">{person.office}</span>
        </span>
        <b>
          <Points hundredths={person.score} />
        </b>
      </span>
      <span className={styles.cardGroups}>
        {person.groups.map((group) => (
          <span key={group.group}>
            <span className="quiet">{group.group}</span>{' '}
            <GroupMean group={group} isNeeded={person.whole === null} />
          </span>
        ))}
      </span>
    </span>
  )
}
