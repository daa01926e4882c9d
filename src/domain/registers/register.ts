/** The lists an office keeps every day (SPEC §6). None of them deducts: what they show is proposed, with its evidence. */
export const registerIds = [
  'attendance', // 考勤
  'leave', // 请假
  'whereabouts', // 去向告示牌
  'duty', // 值班
  'gathering', // 会议与活动
  'study', // 政治学习
  'task', // 督办任务
  'superior-result', // 上级考核结果
  'complaint', // 投诉举报
] as const
export type RegisterId = (typeof registerIds)[number]

export const registerTitles: Readonly<Record<RegisterId, string>> = {
  attendance: '考勤',
  leave: '请假',
  whereabouts: '去向告示牌',
  duty: '值班',
  gathering: '会议与活动',
  study: '政治学习',
  task: '督办任务',
  'superior-result': '上级考核结果',
  complaint: '投诉举报',
}

export function isRegisterId(name: string): name is RegisterId {
  return registerIds.some((id) => id === name)
}
