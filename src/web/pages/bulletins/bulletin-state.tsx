import { Tag } from 'antd'
import { Link } from 'react-router'
import type { BulletinRow } from '../../../http/contract/bulletins.ts'
import { bulletinsText } from '../../text/bulletins.ts'
import { useText } from '../../text/dictionary.ts'

const colours = { notice: 'gold', final: 'green', withdrawn: 'default' } as const

/** 公示中 还剩 3 个工作日; what corrects it and what it corrects beside, to be opened. */
export function BulletinState({ row }: { readonly row: BulletinRow }) {
  const text = useText(bulletinsText)
  const countdown = useCountdown(row)
  return (
    <span>
      <Tag color={colours[row.state]}>{text.states[row.state]}</Tag>
      {countdown !== null && <span className="figure">{countdown}</span>}
      {row.correctedBy !== null && (
        <Link to={`/bulletins/${row.correctedBy.id}`}>{text.correctedBy(row.correctedBy.number)}</Link>
      )}{' '}
      {row.corrects !== null && (
        <Link to={`/bulletins/${row.corrects.id}`}>{text.corrects(row.corrects.number)}</Link>
      )}
    </span>
  )
}

/** How long a notice still runs, in words; null of one that has ended. */
export function useCountdown({ state, notice }: Pick<BulletinRow, 'state' | 'notice'>): string | null {
  const text = useText(bulletinsText)
  if (state !== 'notice' || notice === null) return null
  if (notice.workingDaysLeft > 0) return text.daysLeft(notice.workingDaysLeft)
  return notice.isOver ? text.over : text.lastDay
}
