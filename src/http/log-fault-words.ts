import type { LogProblem } from '../commands/log-store.ts'
import { impossible } from '../domain/primitives/result.ts'

const subjects: Readonly<Record<LogProblem['of'], string>> = {
  earlier: '启用台账校验码的说明',
  'ledger-row': '台账行',
  adoption: '通过的方案版本',
  close: '月考核',
  publication: '发布的通报',
  finalisation: '定稿',
  checkpoint: '签出的校验码',
  'kept-head': '留存的校验码',
  tree: '台账日志的结构',
}

/** What does not fit, in one sentence that says where. */
export function logFaultWords({ kind, index, subject, of }: LogProblem): string {
  const what = `${subjects[of]}${subject === '' || of === 'checkpoint' || of === 'kept-head' ? '' : ` ${subject}`}`
  const place = index === null ? '' : `台账日志第 ${String(index + 1)} 条：`
  switch (kind) {
    case 'leaf-missing':
      return `${place}这里的一条不见了，后面的都挪了位置。`
    case 'leaf-changed':
      return `${place}${what}在台账日志里的内容被改过，与写入时算的摘要对不上。`
    case 'subject-missing':
      return `${place}${what}在台账日志里有，在台账里没有了。`
    case 'subject-changed':
      return `${place}${what}与写入台账日志时的不一样，被改过。`
    case 'not-logged':
      return `${what}在台账里有，台账日志里没有：没有经过公道写进去。`
    case 'root-differs':
      return of === 'tree'
        ? '由全部内容重算的校验码，与存下的节点推出的不一样。'
        : `共 ${String(index ?? 0)} 条时${subjects[of]}，由今天的内容重算不出来：那以前的内容被改过。`
    case 'signature-wrong':
      return `共 ${String(index ?? 0)} 条时${subjects[of]}，签名对不上本系统的任何一把钥匙。`
    default:
      return impossible(kind)
  }
}
