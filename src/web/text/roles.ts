import type { Role } from '../../http/contract/account.ts'
import { roleWords } from '../../http/contract/role-words.ts'
import { defineText } from './dictionary.ts'

/** What each role is called on screen (SPEC §1). */
export const roleText = defineText<Readonly<Record<Role, string>>>(roleWords, {
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
})
