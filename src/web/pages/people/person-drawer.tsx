import { Drawer } from 'antd'
import { Link } from 'react-router'
import type { Person } from '../../../http/contract/people.ts'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'
import styles from './people-page.module.css'
import { daysText, employmentText } from './stay-words.ts'

/** A person's stays, one after another: office, post, who leads whom, since when. */
export function PersonDrawer({
  person,
  onClose,
}: {
  readonly person: Person | null
  readonly onClose: () => void
}) {
  const text = useText(peopleText)
  return (
    <Drawer open={person !== null} onClose={onClose} size="min(460px, 100vw)" title={person?.name}>
      {person !== null && (
        <>
          <p>
            <span className="quiet">{text.staffNumber}</span> <span className="figure">{person.staffNumber}</span>
            {' · '}
            <Link to={`/people/${encodeURIComponent(person.staffNumber)}/sheet`}>{text.sheet}</Link>
          </p>
          <ol className={styles.stays}>
            {person.stays.map((stay) => (
              <li key={`${stay.office}-${stay.from ?? ''}`}>
                <p className={styles.days}>{daysText(stay, text)}</p>
                <p>
                  <strong>{stay.office}</strong> · {stay.post} · {employmentText(stay, text)}
                </p>
                {stay.inChargeOf.length > 0 && (
                  <p>
                    {text.inChargeOf}：{stay.inChargeOf.join('、')}
                  </p>
                )}
                {stay.post === '主要领导' && stay.inChargeOf.length === 0 && (
                  <p>
                    {text.inChargeOf}：{text.allDeputies}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Drawer>
  )
}
