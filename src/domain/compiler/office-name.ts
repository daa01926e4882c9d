const officeEnding =
  /(?:办|办公室|所|站|中心|科|局|部|室|组|院|处|股|队|线|大厅|委员会|纪委|团委|党委|工会|妇联|人大|窗口)$/

/** Whether a heading names an office, brackets aside: 党办, 国土所(规划办), 农业服务中心. */
export function isOfficeName(title: string): boolean {
  const name = title.replace(/\([^()]*\)/g, '').trim()
  return name.length >= 2 && name.length <= 16 && !/[,。;:、]/.test(name) && officeEnding.test(name)
}
