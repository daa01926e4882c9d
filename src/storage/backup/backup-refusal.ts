import type { LogProblem } from '../../commands/log-store.ts'
import { impossible } from '../../domain/primitives/result.ts'
import { objectStoreSentence, type ObjectStoreRefusal } from '../object-store/object-store-settings.ts'

/** Why nothing is backed up or restored, as facts; each is something the person at the terminal can put right. */
export type BackupRefusal =
  | { readonly kind: 'exists-already'; readonly file: string }
  | { readonly kind: 'not-writable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'no-space'; readonly folder: string }
  | { readonly kind: 'nothing-there'; readonly folder: string }
  | { readonly kind: 'no-tables'; readonly address: string }
  | { readonly kind: 'database-broken-off'; readonly reason: string }
  | { readonly kind: 'object-store'; readonly refusal: ObjectStoreRefusal }
  | { readonly kind: 'keys-missing-here'; readonly folder: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'no-backup'; readonly file: string }
  | { readonly kind: 'other-format'; readonly file: string; readonly format: string }
  | { readonly kind: 'damaged'; readonly file: string; readonly part: string }
  | { readonly kind: 'newer'; readonly program: string; readonly migration: string }
  | { readonly kind: 'tables-differ'; readonly migration: string }
  | { readonly kind: 'folder-not-empty'; readonly folder: string; readonly found: string }
  | { readonly kind: 'database-not-empty'; readonly address: string; readonly table: string }
  | { readonly kind: 'no-keys'; readonly file: string }
  | { readonly kind: 'keys-of-another'; readonly file: string; readonly name: string }
  | { readonly kind: 'keys-in-the-way'; readonly file: string }
  | { readonly kind: 'not-as-backed-up'; readonly what: string }
  | {
      readonly kind: 'log-broken'
      readonly town: string
      readonly problem: LogProblem['kind']
      /** Of the leaf. */
      readonly index: number | null
    }

/** Carries a refusal out of the depth of the work; caught where the work began. */
export class BackupRefused extends Error {
  readonly refusal: BackupRefusal

  constructor(refusal: BackupRefusal) {
    super(backupRefusalSentence(refusal))
    this.name = 'BackupRefused'
    this.refusal = refusal
  }
}

const problemWords: Readonly<Record<LogProblem['kind'], string>> = {
  'leaf-missing': '缺了一条',
  'leaf-changed': '有一条被改动',
  'subject-missing': '所记的内容不见了',
  'subject-changed': '所记的内容被改动',
  'not-logged': '有内容没有入日志',
  'root-differs': '树根与签名时不同',
  'signature-wrong': '签名不对',
}

/** One plain sentence: what is wrong, where, and the way out. */
export function backupRefusalSentence(refusal: BackupRefusal): string {
  switch (refusal.kind) {
    case 'exists-already':
      return `“${refusal.file}”已经有了，不会覆盖：请换一个文件名。`
    case 'not-writable':
      return `写不了“${refusal.file}”（${refusal.reason}）：请检查文件夹是否存在、可写。`
    case 'no-space':
      return `磁盘空间不够，没有写完，${refusal.folder} 里什么也没有留下：请清出空间或换一个地方。`
    case 'nothing-there':
      return `数据文件夹 ${refusal.folder} 里没有公道的数据：请用 GONGDAO_DATA 指明数据文件夹。`
    case 'no-tables':
      return `数据库 ${refusal.address} 里没有公道的数据。`
    case 'database-broken-off':
      return `数据库中途断开（${refusal.reason}），没有备份成：请在公道启动好或停好之后再试。`
    case 'object-store':
      return `没有备份成：${objectStoreSentence(refusal.refusal)}`
    case 'keys-missing-here':
      return `数据文件夹 ${refusal.folder} 里没有钥匙文件 keys.json，不能用 --keys：可去掉 --keys 只备份数据。`
    case 'unreadable':
      return `读不了“${refusal.file}”（${refusal.reason}）：请检查文件名和权限。`
    case 'no-backup':
      return `“${refusal.file}”不是公道的备份文件，或开头已损坏。`
    case 'other-format':
      return `“${refusal.file}”的格式是 ${refusal.format}，本程序不认识：请用写出它的版本或更新的版本恢复。`
    case 'damaged':
      return `备份文件“${refusal.file}”不完整或被改动（${refusal.part}），没有恢复任何内容：请换另一份备份。`
    case 'newer':
      return `这份备份由更新版本的公道（${refusal.program}）写出（有 ${refusal.migration}）：请先把程序升级到这个版本，再恢复。`
    case 'tables-differ':
      return `备份里的建表文件 ${refusal.migration} 与本程序的不同，备份或程序文件可能被改动：请重新安装后再试。`
    case 'folder-not-empty':
      return `数据文件夹 ${refusal.folder} 不是空的（有 ${refusal.found}），恢复只写进空文件夹，以免盖掉现有数据：请用 --into 另选一个。`
    case 'database-not-empty':
      return `数据库 ${refusal.address} 不是空的（有表 ${refusal.table}），恢复只写进空库：请另建一个库。`
    case 'no-keys':
      return `“${refusal.file}”不是公道的钥匙文件，或已损坏。`
    case 'keys-of-another':
      return `钥匙文件“${refusal.file}”里的 ${refusal.name} 不是这份备份当时用的：请换成同一次备份的钥匙文件，或去掉 --keys。`
    case 'keys-in-the-way':
      return `“${refusal.file}”已经有了，而且与要恢复的不同：请先把它移到别处。`
    case 'not-as-backed-up':
      return `核对不通过：${refusal.what}，与备份时不同；恢复已全部撤销。`
    case 'log-broken':
      return `核对不通过：${refusal.town}的存证日志有问题（${problemWords[refusal.problem]}${refusal.index === null ? '' : `，第 ${String(refusal.index)} 条`}）；恢复已全部撤销。这份备份里的数据可能被改动过，请换更早的备份，并告诉纪检。`
    default:
      return impossible(refusal)
  }
}
