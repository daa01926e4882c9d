import type { Role } from '../../policies/roles.ts'

/** What each role is called (SPEC §1), on screens and in files. */
export const roleWords: Readonly<Record<Role, string>> = {
  leadingGroup: '考核领导小组',
  office: '考核办',
  inspector: '督查员',
  deputy: '分管领导',
  principal: '主要领导',
  staff: '工作人员',
  discipline: '纪检',
  finance: '财务',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  founder: '开设账号者',
  district: '区级',
}
