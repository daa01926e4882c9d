import { attendanceEndpoints } from '../../../../http/contract/registers/attendance.ts'

export const attendanceOperations = {
  list: attendanceEndpoints.listAttendance,
  add: attendanceEndpoints.addAttendance,
  change: attendanceEndpoints.changeAttendance,
  withdraw: attendanceEndpoints.withdrawAttendance,
}
