import type { Role } from '../../http/contract/account.ts'
import { defineText } from './dictionary.ts'

/** What each role is called on screen (SPEC §1). */
export const roleText = defineText<Readonly<Record<Role, string>>>(
  {
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
  },
  {
    leadingGroup: 'Leading group',
    office: 'Appraisal office',
    inspector: 'Inspector',
    deputy: 'Deputy leader',
    principal: 'Principal leader',
    staff: 'Staff',
    discipline: 'Discipline',
    finance: 'Finance',
    systemAdmin: 'System administrator',
    securityAdmin: 'Security administrator',
    auditAdmin: 'Audit administrator',
    founder: 'Founder',
    district: 'District',
  },
)
