import { Button } from 'antd'
import { Link } from 'react-router'
import { attendanceDefinition } from '../../../../domain/registers/attendance/attendance-record.ts'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { attendanceText } from '../../../text/attendance.ts'
import { useText } from '../../../text/dictionary.ts'
import { attendanceOperations } from './attendance-operations.ts'

/** 考勤逐日登记: every person's every day, to look one up and put it right. */
export function AttendanceDaysPage() {
  const text = useText(attendanceText)
  return (
    <RegisterPage
      definition={attendanceDefinition}
      operations={attendanceOperations}
      text={{
        title: text.listTitle,
        intro: text.listIntro,
        empty: text.listEmpty,
        emptyHint: text.listEmptyHint,
      }}
      toolbar={
        <Link to="/registers/attendance">
          <Button>{text.backToMonth}</Button>
        </Link>
      }
    />
  )
}
