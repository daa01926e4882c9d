import { defineText } from './dictionary.ts'

export const helpText = defineText(
  { byRole: '按身份', byTopic: '按事情' },
  { byRole: 'By role', byTopic: 'By topic' },
)
