const titleEnding =
  '办法|方法|细则|方案|制度|规定|意见|规则|标准|考核表|评分表|考评表|责任书|责任状|指标体系|责任制'
const titleLine = new RegExp(
  `^(?:第一篇:|\\d+、|#{1,3} ?)?([^,。;:]{2,60}?(?:${titleEnding})(?:\\((?:试行|暂行|修订|草案)\\))?)(?=$|[为(]|的通知|[一二三四五六七八九十]、)`,
)
/** Headings, and the head row of a table. */
const otherLine =
  /^\(|^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章条])|分值|序号|^(?:评分|考核|考评|计分|扣分)(?:标准|办法|方法|细则)$/
const openingLines = 5

/** The regulation's own name, from its first lines; empty when they carry none. */
export function titleOf(text: string): string {
  for (const line of text.slice(0, 800).split('\n').slice(0, openingLines)) {
    const words = titleLine.exec(line)?.[1] ?? ''
    if (words !== '' && !otherLine.test(words)) return cleanTitle(words)
  }
  return ''
}

function cleanTitle(words: string): string {
  const title = words.replace(/^(?:关于)?印发《?/, '').replace(/[《》]/g, '')
  // Pages print the title twice, at times on one line.
  const half = title.slice(0, title.length / 2)
  return half !== '' && half + half === title ? half : title
}
