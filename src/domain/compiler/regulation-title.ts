const titleEnding = '办法|方法|细则|方案|制度|规定|意见|规则|标准'
const titleLine = new RegExp(`^(?:第一篇:|\\d+、)?([^,。;:\\n]{2,60}?(?:${titleEnding})(?:\\((?:试行|暂行|修订|草案)\\))?)(?=$|[\\n为]|的通知)`, 'm')

/** The regulation's own name, from its first lines; empty when they carry none. */
export function titleOf(text: string): string {
  const opening = text.slice(0, 400)
  const match = titleLine.exec(opening)
  const title = match?.[1] ?? ''
  return title.replace(/^(?:关于)?印发《?/, '').replace(/[《》]/g, '')
}
