import type { CanonicalFaultCode } from '../primitives/read-canonical-json.ts'
import { placeWords } from './place-words.ts'
import type { CheckName, Finding, FindingCode, Gap, GapCode } from './finding.ts'

/** What each check looks at. */
export const checkTitles: Readonly<Record<CheckName, string>> = {
  form: '文件完整可读',
  digests: '各部分与清单一致',
  signatures: '签名',
  key: '公钥与您手上的一致',
  roots: '校验码由逐条内容重算相符',
  heads: '与您手上的校验码相符',
  earlier: '接着您以前的文件往下写，没有改写',
  receipts: '回执里的记录都在',
  leaves: '台账日志逐条的内容',
  order: '次序：编号不缺，先登记后确认',
  rows: '台账记录与台账日志一致',
  adoptions: '方案与采用时一致',
  publications: '通报与发布时一致',
  closes: '月考核结账',
  'own-entries': '本人的记录都在台账日志里',
  backings: '通报的底稿与发布时一致',
  scores: '成绩、名次和等次重算相符',
  shown: '通报上写的与算得的一致',
  pay: '绩效工资重算相符',
}

const faults: Readonly<Record<CanonicalFaultCode, string>> = {
  unexpected: '这里不该有这个字符',
  'cut-off': '文件到这里断了',
  'after-end': '文件结束以后还有内容',
  'not-utf8': '这里不是文字的编码',
  space: '这里多了空白',
  'field-order': '字段的次序动过',
  'number-form': '数字的写法动过',
  'text-form': '文字的写法动过',
  'too-deep': '这里套得太深',
}

const sentences: Readonly<Record<FindingCode, (place: string, finding: Finding) => string>> = {
  'not-canonical': (place, { fault }) => `${place}被改过：${fault === undefined ? '读不下去' : faults[fault]}。`,
  unreadable: (place) => `${place}不合格式，读不出来。`,
  'part-changed': (place) => `${place}与清单上的摘要不符，被改过。`,
  'scope-lie': (place) => `${place}不属于这种文件该有的内容。`,
  'signature-wrong': (place) => `${place}的签名不对：内容在签名以后改过，或不是这把钥匙签的。`,
  'signature-by-other-key': (place) => `${place}不是文件里任何一把公钥签的。`,
  'checkpoint-unreadable': (place) => `${place}读不出来。`,
  'checkpoint-order': (place) => `${place}的次序不对：校验码应当越来越长。`,
  'other-origin': (place) => `${place}是别的镇的，不是这个镇的。`,
  'head-unsigned': (place) => `${place}没有签名：文件末尾的校验码必须是签过名的。`,
  'key-differs': (place, { found }) =>
    `${place}对不上：文件里的公钥指纹是 ${found ?? '—'}。签名的钥匙换过，或文件是别人做的。`,
  'leaf-count': (_place, { said, found }) => `条数不对：文件里有${said ?? '—'}条，校验码说有${found ?? '—'}条。`,
  'root-differs': (place, { said, found }) =>
    `${place}对不上：应为 ${short(said)}，由逐条内容算出的是 ${short(found)}。台账被改写过。`,
  'head-beyond': (place, { said }) =>
    `${place}不在这份文件里：文件只到第${said ?? '—'}条。文件比它旧，或后面的被截掉了。`,
  'given-unreadable': (place) => `${place}读不出来，或自身就对不上。`,
  'leaf-differs': (place, { said }) =>
    said === undefined
      ? `${place}的内容与台账日志里的摘要不符。`
      : `${place}与以前的文件“${said}”里的不同：台账被改写过。`,
  'leaf-order': (place) => `${place}的位置不对：重复、颠倒或不在台账日志里。`,
  'leaf-missing': (place) => `${place}没有列出来。`,
  'other-town': (place) => `${place}是另一个镇的。`,
  'opening-differs': (place, { said }) => `${place}写的“${said ?? '—'}”与台账日志里承诺的不符。`,
  'opening-missing': (place) => `${place}没有给出应当给的内容。`,
  'position-gap': (place, { said, found }) =>
    `${place}的编号是${said ?? '—'}，应当是${found ?? '—'}：中间缺了或重了。`,
  'entry-unknown': (place) => `${place}说的是一条前面没有登记过的记录。`,
  twice: (place) => `${place}重复了：同一件事只能有一次。`,
  'same-hand': (place, { said }) => `${place}由登记人${said ?? ''}自己确认，这是不允许的。`,
  'time-backwards': (place) => `${place}的时间比前面的早：次序或时间被改过。`,
  'earlier-counts': (place) => `${place}：启用台账校验码以前的记录与它说的数目不符。`,
  'row-differs': (place, { said, found }) =>
    `${place}与台账日志不符：台账里是 ${said ?? '—'}，日志里是 ${found ?? '—'}。`,
  'row-missing': (place) => `${place}在台账日志里有，在台账里没有：被删了。`,
  'row-extra': (place) => `${place}在台账里有，在台账日志里没有：是后来塞进去的。`,
  'adoption-differs': (place) => `${place}的内容、生效日期或办法原文与采用时不同。`,
  'adoption-missing': (place) => `${place}与台账日志里的采用对不上：少了，或多了。`,
  'adoption-number': (place, { found }) => `${place}的版次不接续，应当是第${found ?? '—'}版。`,
  'content-differs': (place) => `${place}的内容与发布时不同。`,
  'content-missing': (place) => `${place}在台账日志里有，文件里却没有它的内容。`,
  'publication-missing': (place) => `${place}在台账日志里没有发布过。`,
  'publication-differs': (place, { said, found }) =>
    said === undefined
      ? `${place}与台账日志里登记的发布不符。`
      : `${place}写的是${said}，日志里是${found ?? '—'}。`,
  'publication-number': (place, { said, found }) =>
    `${place}是第${said ?? '—'}号，应当是第${found ?? '—'}号：中间缺了或重了。`,
  'publication-head': (place) => `${place}上印的校验码与台账日志不符。`,
  'corrects-unknown': (place) => `${place}与它更正的那一份对不上。`,
  'position-beyond': (place, { said, found }) =>
    `${place}说用到第${said ?? '—'}条台账记录，当时只有${found ?? '—'}条。`,
  'finalisation-early': (place, { said, found }) => `${place}在${said ?? '—'}定稿，公示期到${found ?? '—'}才满。`,
  'finalisation-unknown': (place) => `${place}的定稿不对：没有公示过，或已经定稿。`,
  'close-differs': (place) => `${place}与当月的考核表对不上。`,
  'backing-differs': (place) => `${place}的底稿（名单、评分、全部数字）与发布时不同。`,
  'backing-missing': (place) => `${place}的底稿没有给出来，数字无从核对。`,
  'scheme-unknown': (place, { said }) => `${place}用的方案第${said ?? '—'}版与采用的不同。`,
  'score-differs': (place, { said, found }) =>
    said === undefined ? `${place}重算不符。` : `${place}：底稿写 ${said}，重算是 ${found ?? '—'}。`,
  'person-missing': (place) => `${place}应当有，却没有列出。`,
  'person-extra': (place) => `${place}不该有：名单里没有这个人。`,
  'not-reckonable': (place) => `${place}的数字算不出来：所依据的内容不全或自相矛盾。`,
  'shown-differs': (place, { said, found }) =>
    `${place}：通报写 ${said ?? '—'}，应为 ${found ?? '—'}（成绩 / 名次 / 等次）。`,
  'shown-words': (place, { said, found }) => `${place}：写的是“${said ?? '—'}”，应为“${found ?? '—'}”。`,
  'result-differs': (place, { said, found }) =>
    said === undefined
      ? `${place}所用的年度结果与公布的不同，或没有公布过。`
      : `${place}：年度结果写 ${said}，按底稿是 ${found ?? '—'}。`,
  'pay-differs': (place, { said, found }) => `${place}：清单写 ${said ?? '—'}，重算是 ${found ?? '—'}。`,
}

/** One plain sentence that names the part and what is wrong with it. */
export function findingSentence(finding: Finding): string {
  return sentences[finding.code](placeWords(finding.place), finding)
}

const gaps: Readonly<Record<GapCode, (gap: Gap) => string>> = {
  'form-broken': () => '文件读不全，这一项没有核对。',
  'no-key-given': () =>
    '您没有给公钥指纹：签名只说明文件前后一致，不说明是谁签的。请与纪检或区里留存的指纹对一对。',
  'no-head-given': () => '您没有给印出的校验码：台账整本重写过也看不出来。请填一份通报上印的校验码。',
  'no-earlier-given': () => '您没有给以前的文件，没有比对。',
  'no-receipt-given': () => '您没有给回执，没有比对。',
  'not-in-scope': ({ of }) =>
    `${of === null ? '' : `《${of}》：`}这种文件不含所需的内容，没有核对；要核对请用纪检的完整文件。`,
  withheld: ({ of }) => `${of === null ? '' : `${of}：`}只看得到您可以看的通报，其余的没有核对。`,
  'openings-erased': ({ count, of }) =>
    `${of === null ? '' : `《${of}》：`}有${String(count)}处个人信息已经删除，只能核对它们的摘要。`,
  'no-own-entries': () => '文件里没有本人的记录。',
  'nothing-there': () => '文件里没有这类内容。',
  'result-elsewhere': ({ of }) => `《${of ?? ''}》的成绩在年度结果里核对。`,
  'words-only': ({ of }) => `《${of ?? ''}》只有文字，核对了它没有改动，没有可重算的数字。`,
  'worded-before': ({ of }) =>
    `《${of ?? ''}》是以前版本的程序发布的，文字的写法不同，没有逐字重写；核对了它没有改动，表中的数字照样核对。`,
}

/** What could not be looked at, and why. */
export function gapSentence(gap: Gap): string {
  return gaps[gap.code](gap)
}

function short(hex: string | undefined): string {
  return hex === undefined ? '—' : `${hex.slice(0, 20)}${hex.length > 20 ? '…' : ''}`
}
