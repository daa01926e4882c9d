import { impossible } from '../primitives/result.ts'
import type { Place } from './finding.ts'

/** Where in the file, in plain words: 第12条台账记录, 何青的得分. */
export function placeWords(place: Place): string {
  switch (place.kind) {
    case 'byte':
      return `第${String(place.at + 1)}字节（${pathWords(place.path)}）`
    case 'path':
      return pathWords(place.path)
    case 'row':
      return `第${String(place.position)}条台账记录`
    case 'leaf':
      return leafWords(place)
    case 'scheme':
      return `方案第${String(place.version)}版`
    case 'bulletin':
      return `《${place.title}》`
    case 'person':
      return `《${place.bulletin}》里${place.name}的${figureWords(place.what)}`
    case 'head':
      return `共${String(place.size)}条时的校验码`
    case 'month':
      return `${place.month}的结账`
    case 'given':
      return `您给的“${place.label.trim().slice(0, 60)}”`
    default:
      return impossible(place)
  }
}

const leafKinds: Readonly<Record<string, (of: string) => string>> = {
  recording: (of) => `第${of}条台账记录（登记）`,
  confirmation: (of) => `第${of}条台账记录（确认）`,
  reversal: (of) => `第${of}条台账记录（更正）`,
  adoption: (of) => `方案第${of}版的采用`,
  close: (of) => `${of}的结账`,
  publication: (of) => `通报的发布（${of}）`,
}

function leafWords({ index, leafKind, of }: Extract<Place, { readonly kind: 'leaf' }>): string {
  const leaf = `台账日志第${String(index + 1)}条`
  const words = leafKind === null || of === null ? undefined : leafKinds[leafKind]
  return words === undefined || of === null ? leaf : `${words(of)}，${leaf}`
}

const partWords: Readonly<Record<string, string>> = {
  bulletins: '通报',
  checkpoints: '签过名的校验码',
  hashes: '逐条的摘要',
  leaves: '逐条的内容',
  rows: '台账记录',
  schemes: '方案',
  keys: '公钥',
  manifest: '清单',
  signature: '文件的签名',
  format: '格式',
}

/** bulletins 2 content title → 通报第3份的 content.title. */
function pathWords(path: readonly (string | number)[]): string {
  const [part, place, ...rest] = path
  if (part === undefined) return '文件最外层'
  const name = partWords[String(part)] ?? String(part)
  if (place === undefined) return `“${name}”部分`
  if (typeof place === 'string') return `“${name}”部分的 ${[place, ...rest].join('.')}`
  const inside = rest.length === 0 ? '' : `的 ${rest.join('.')}`
  return `“${name}”部分第${String(place + 1)}项${inside}`
}

const figureNames: Readonly<Record<string, string>> = {
  score: '得分',
  rank: '名次',
  grade: '等次',
  tiedFor: '待定等次',
  work: '工作项目成绩',
  reward: '工作奖励成绩',
  soFar: '目前累计',
  partial: '是否评齐',
  moneyFen: '扣发',
  contributedFen: '提出额',
  days: '在岗天数',
  payFen: '应发',
  netFen: '实发',
  unpaidRestFen: '未扣足',
}

function figureWords(what: string | null): string {
  return what === null ? '数字' : (figureNames[what] ?? `“${what}”`)
}
