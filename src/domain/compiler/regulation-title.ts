const titleEnding = '办法|方法|细则|方案|制度|规定|意见|规则|标准|考核表|评分表|考评表|责任书|责任状'
const titleLine = new RegExp(
  `^(?:第一篇:|\\d+、)?([^,。;:\\n]{3,60}?(?:${titleEnding})(?:\\((?:试行|暂行|修订|草案)\\))?)(?=$|[\\n为(]|的通知|[一二三四五六七八九十]、)`,
  'm',
)

/** The regulation's own name, from its first lines; empty when they carry none. */
export function titleOf(text: string): string {
  const opening = text.slice(0, 400)
  const match = titleLine.exec(opening)
  if (match === null || isHeading(match[1] ?? '')) return ''
  const title = (match[1] ?? '').replace(/^(?:关于)?印发《?/, '').replace(/[《》]/g, '')
  // Pages print the title twice, at times on one line.
  const half = title.slice(0, title.length / 2)
  return half !== '' && half + half === title ? half : title
}

/** 四、评分办法 is a heading of a text whose title is missing. */
function isHeading(line: string): boolean {
  return /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章条])/.test(line)
}
