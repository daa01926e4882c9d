const officeEnding =
  /(?:办|办公室|所|站|中心|科|局|部|室|组|院|处|股|队|线|大厅|委员会|纪委|团委|党委|工会|妇联|人大|窗口)$/
const dutyEnding = /(?:的)?(?:工作|岗位)?(?:职责|考核内容|考核表|考核细则|考核)$/
/** Words that end like an office and name none by themselves. */
const genericNames: ReadonlySet<string> = new Set([
  '中心',
  '办公室',
  '科室',
  '站所',
  '各办',
  '各站所',
  '机关',
  '内部',
  '全部',
  '干部',
])

/** The office a heading names, brackets kept: 党办, 国土所(规划办), 农业办公室职责 → 农业办公室; null when it names none. */
export function officeNamedBy(title: string): string | null {
  // 业务指标(60分)——党政办: what stands behind the dash is whose they are.
  const own = title.split(/——|—|-{2,}/).at(-1) ?? title
  const office = own.trim().replace(dutyEnding, '')
  const name = office.replace(/\([^()]*\)/g, '').trim()
  const isName = name.length >= 2 && name.length <= 16 && !/[,。;:、]/.test(name) && officeEnding.test(name)
  return isName && !genericNames.has(name) ? office : null
}
