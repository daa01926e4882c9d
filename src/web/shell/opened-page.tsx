import { Link, Outlet, useLocation } from 'react-router'
import type { Action } from '../../http/contract/account.ts'
import { useMay } from '../parts/session.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useRolesInWords } from '../parts/use-roles-in-words.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'

/** Pages that are some roles' own, by their first words: what it takes to be there at all. */
const opensWith: Readonly<Record<string, Action>> = {
  '/entries/new': 'entry.record',
  '/entries/confirm': 'entry.confirm',
  '/deductions': 'score.read',
  '/inspections': 'inspection.read',
  '/months': 'period.read',
  '/calendar': 'calendar.read',
  '/ratings': 'rating.read',
  '/pay': 'pay.read',
  '/bulletins': 'bulletin.read',
  '/registers/attendance': 'attendance.read',
  '/registers/attendance/days': 'attendance.read',
  '/registers/complaint': 'complaint.open-form',
  '/audit': 'audit.read',
  '/proof': 'proof.read',
  '/accounts': 'account.read',
  '/corrections': 'correction.answer',
  '/reminders': 'reminder.configure',
  '/registers/leave': 'leave.read',
  '/registers/whereabouts': 'whereabouts.read',
  '/suggestions': 'proposed-entry.read',
  '/registers/rules': 'proposed-entry.read',
  '/registers/duty': 'duty.read',
  '/registers/gathering': 'gathering.read',
  '/registers/study': 'study.read',
  '/registers/task': 'task.read',
  '/registers/superior-result': 'superior-result.read',
  '/proceedings': 'proceeding.read',
}

/** The page, or who one is here and where it says who may: an address typed by hand shows no tools to others. */
export function OpenedPage() {
  const text = useText(partsText)
  const { pathname } = useLocation()
  const may = useMay()
  const rolesInWords = useRolesInWords()
  const needed = opensWith[pathname]
  if (needed === undefined || may(needed)) return <Outlet />
  return (
    <EmptyState
      title={text.notYoursTitle}
      actions={
        <>
          <Link to="/">{text.toHome}</Link> <Link to="/policies">{text.toPolicies}</Link>
        </>
      }
    >
      {text.notYoursText(rolesInWords)}
    </EmptyState>
  )
}
