import type { Span } from '../regulation/citation.ts'

/** A line of the stored text, without its line break; `text` is folded. */
export type Line = Span & { readonly text: string }

/** What the page around a regulation says about it: how many pages there are, how many were shown. */
export type PageCount = { readonly shown: number | null; readonly total: number | null; readonly span: Span }

const scoringAmount = /(?:扣|加|得|计|记)\s*\d+(?:\.\d+)?\s*分|不得分|一票否决/

/** Lines of the page, not of the regulation: site bars, file cards, page counters, share buttons, legal footers. */
const furnitureLines: readonly RegExp[] = [
  /^(?:收藏|分享(?:到)?|举报|下载|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|朗读|点赞|评论|复制(?:链接)?|纠错|相关|推荐|赏|字[体号][\s:()]*(?:[大中小][\s()]*){0,3}|背景色|默认|放大|缩小|微信|微博|[|/·\s:()])+$/,
  /^.{0,60}\.(?:docx?|pdf|wps|txt|rtf|pptx?|xlsx?)(?:[_ ]?第?\d*页?)?$/i,
  /^(?:上传人|上传者|上传时间|文档编号|文档大小|文档页数|文档格式|贡献者|所属分类|浏览次数|阅读次数|阅读量|点击数|访问量)\s*:/,
  /^(?:来源|作者|编辑|责任编辑|责编|信息来源|发布机构|发布时间|发布日期|更新时间|索引号|字号|字体|时间|日期)\s*:\s*[^,。;]{0,40}$/,
  /^第?\s*\d+\s*页?\s*(?:\/|,|，|、)?\s*共\s*\d+\s*页[^,。;]{0,20}$/,
  /^第\s*\d+\s*页$/,
  /^([-—–·•]+)\s*\d+\s*[-—–·•]+$/,
  /^\d{1,3}\s*\/\s*\d{1,3}$/,
  /^page\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i,
  /^亲,该文档总共\d+页/,
  /超出免费预览|免费预览范围|如果喜欢就下载|下载文档到电脑|付费下载|会员专享|开通会员|登录后(?:可|才能)/,
  /^(?:资源描述|文档描述|文档介绍|文档简介|内容简介|资源简介|展开阅读全文|展开全文|阅读全文|查看更多|加载更多|返回顶部|返回首页|返回列表)$/,
  /^(?:相关资源|相关搜索|相关文档|相关推荐|相关文章|相关阅读|猜你喜欢|热门推荐|热门文档|最新文档|精品推荐|大家都在看|为你推荐)\s*[:>]?$/,
  /^扫一扫.{0,20}$|^(?:主办单位|承办单位|网站标识码|技术支持|政府网站)\s*[:].{0,60}$/,
  /^(?:当前位置|您的位置|您现在的位置|所在位置)\s*:/,
  /^(?:上一篇|下一篇|上一页|下一页|上一条|下一条)\s*:?/,
  /^首页\s*(?:>|\/|»|\|)/,
  /^(?:copyright|powered by|©|all rights reserved)/i,
  /版权所有|网站版权|(?:经营)?许可证编号|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]ICP[备证]|公网安备|网站地图|联系我们/,
  /^(?:精品文档|欢迎下载|仅供参考|可编辑|word版)[,、。\s]*(?:欢迎下载|仅供参考|可编辑)?$/i,
  /^(?::?-{2,}:?[\t ]*)+$/,
  /^[-=_*~]{3,}.{0,20}[-=_*~]{3,}$|^[-=_*~]{3,}$/,
]

const label =
  '(?:来源|作者|编辑|责任编辑|责编|信息来源|发布机构|发布单位|发布时间|发布日期|更新时间|浏览次数|阅读次数|阅读量|点击数|访问量|点击率|浏览量|时间|日期|文号|索引号|字体|字号)'
/** 来源:某镇 作者:党政办 浏览次数:128: several labels side by side. */
const labelsLine = new RegExp(`^(?:\\(?${label}\\s*:\\s*[^,。;:]{0,30}(?::\\d{2}){0,2}\\s*\\)?){2,8}$`)

/** After one of these lines the page has nothing more of the regulation. */
const footerStart = /^(?:展开阅读全文|展开全文|相关资源|相关推荐|猜你喜欢|相关文档|热门推荐)\s*[:>]?$/

/** A date stamp over a web article, 时间:2022-10-08 06:56:26. */
const timeStamp = /^\D{0,6}\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?/

/** Splits folded text into lines; the furniture keeps its place so that it can be named. */
export function separateFurniture(folded: string): {
  readonly body: readonly Line[]
  readonly furniture: readonly Line[]
} {
  const body: Line[] = []
  const furniture: Line[] = []
  let inFooter = false
  const lines = linesOf(folded).filter((line) => line.text.trim() !== '')
  const headers = runningHeaders(lines)
  for (const line of lines) {
    const words = line.text.trim()
    if (footerStart.test(words)) inFooter = true
    const isFurniture =
      headers.has(line) || (!scoringAmount.test(words) && (inFooter ? words.length <= 80 : isFurnitureLine(words)))
    if (isFurniture) furniture.push(line)
    else {
      body.push(line)
      inFooter = false
    }
  }
  return { body, furniture }
}

const pageCounter = /^(?:第\s*\d+\s*页.{0,12}|[-—–·•]+\s*\d+\s*[-—–·•]+|\d{1,3}\s*\/\s*\d{1,3}|page\s*\d+.{0,8})$/i
const longestHeader = 40

/**
 * Short lines that stand beside a page counter over and over: the head or foot of each page. Where the text opens
 * with such a line it is the title there.
 */
function runningHeaders(lines: readonly Line[]): ReadonlySet<Line> {
  const byWords = new Map<string, Line[]>()
  const isCounter = (line: Line | undefined): boolean => line !== undefined && pageCounter.test(line.text.trim())
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.text.length > longestHeader || isCounter(line)) continue
    if (!isCounter(lines[i - 1]) && !isCounter(lines[i + 1])) continue
    const words = line.text.trim()
    if (scoringAmount.test(words) || /[。;!?]$/.test(words)) continue
    byWords.set(words, [...(byWords.get(words) ?? []), line])
  }
  return new Set([...byWords.values()].filter((same) => same.length >= fewestPages).flat())
}

/** No line of a page is as long; the patterns above look at short lines only. */
const longestFurniture = 200

/** A line that two pages share may be chance. */
const fewestPages = 3

function isFurnitureLine(words: string): boolean {
  if (words.length > longestFurniture) return false
  return timeStamp.test(words) || labelsLine.test(words) || furnitureLines.some((pattern) => pattern.test(words))
}

function linesOf(folded: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let end = 0; end <= folded.length; end++) {
    if (end < folded.length && folded[end] !== '\n') continue
    lines.push({ start, end, text: folded.slice(start, end) })
    start = end + 1
  }
  return lines
}

/** How many pages the page's own counters speak of, and how many of them it shows; null when they say nothing. */
export function countPages(furniture: readonly Line[]): PageCount | null {
  let shown = 0
  let total = 0
  let span: Span | null = null
  for (const line of furniture) {
    for (const match of line.text.matchAll(/(总共|共)?\s*(\d{1,4})\s*页|页数\s*:\s*(\d{1,4})/g)) {
      const pages = Number(match[2] ?? match[3])
      if (match[1] !== undefined || match[3] !== undefined) {
        if (pages > total || /预览/.test(line.text)) span = { start: line.start, end: line.end }
        total = Math.max(total, pages)
      } else shown = Math.max(shown, pages)
    }
  }
  if (span === null) return null
  return { shown: shown === 0 ? null : shown, total, span }
}
