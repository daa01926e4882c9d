import { impossible } from '../../domain/primitives/result.ts'

/** Why the system cannot start here, as facts; each is something the person at the terminal can put right. */
export type StartRefusal =
  | { readonly kind: 'not-a-folder'; readonly folder: string }
  | { readonly kind: 'folder-not-writable'; readonly folder: string; readonly user: string }
  | {
      readonly kind: 'folder-of-other-user'
      readonly folder: string
      readonly owner: number
      readonly user: string
    }
  | {
      readonly kind: 'folder-unreachable'
      readonly folder: string
      readonly user: string
      readonly wanted: string
    }
  | {
      readonly kind: 'disk-nearly-full'
      readonly folder: string
      readonly freeBytes: number
      readonly neededBytes: number
    }
  | { readonly kind: 'disk-full'; readonly folder: string }
  | { readonly kind: 'disk-reserve-invalid' }
  | { readonly kind: 'no-unprivileged-user' }
  | { readonly kind: 'binaries-missing'; readonly platform: string }
  | { readonly kind: 'binaries-unrunnable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'already-running'; readonly folder: string; readonly pid: number | null }
  | {
      readonly kind: 'cluster-version'
      readonly folder: string
      readonly found: string
      readonly expected: string
    }
  | { readonly kind: 'credentials-lost'; readonly file: string }
  | { readonly kind: 'keys-unreadable'; readonly file: string; readonly user: string }
  | { readonly kind: 'signing-key-unreadable'; readonly file: string; readonly user: string }
  | { readonly kind: 'signature-unknown'; readonly chosen: string }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'cluster-failed'; readonly reason: string; readonly log: string }
  | { readonly kind: 'database-url-invalid'; readonly variable: string }
  | { readonly kind: 'database-unreachable'; readonly address: string; readonly reason: string }
  | { readonly kind: 'database-too-old'; readonly address: string; readonly version: string }
  | { readonly kind: 'database-encoding'; readonly address: string; readonly encoding: string }
  | {
      readonly kind: 'role-uncreatable'
      readonly role: string
      readonly variable: string
      readonly address: string
      readonly reason: string
    }
  | { readonly kind: 'role-misnamed'; readonly role: string; readonly variable: string; readonly name: string }
  | { readonly kind: 'role-too-powerful'; readonly role: string; readonly address: string }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'port-forbidden'; readonly port: number }
  | { readonly kind: 'host-unavailable'; readonly host: string }

/** Carries a refusal out of the depth of a start; caught where the start began. */
export class StartRefused extends Error {
  readonly refusal: StartRefusal

  constructor(refusal: StartRefusal) {
    super(startRefusalSentence(refusal))
    this.name = 'StartRefused'
    this.refusal = refusal
  }
}

/** One plain sentence: what is wrong, where, and the way out. */
export function startRefusalSentence(refusal: StartRefusal): string {
  switch (refusal.kind) {
    case 'not-a-folder':
      return `数据位置 ${refusal.folder} 不是文件夹，请用 GONGDAO_DATA 另选一个文件夹。`
    case 'folder-not-writable':
      return `用户 ${refusal.user} 不能写入数据文件夹 ${refusal.folder}，请改它的权限，或用 GONGDAO_DATA 另选一个文件夹。`
    case 'folder-of-other-user':
      return `数据文件夹 ${refusal.folder} 属于另一个用户（uid ${refusal.owner}），当前用户 ${refusal.user} 不能用它：请用原来的用户启动，或用 GONGDAO_DATA 另选一个文件夹。`
    case 'folder-unreachable':
      return `数据库以用户 ${refusal.user} 运行，但它进不了文件夹 ${refusal.folder}，因而够不到 ${refusal.wanted}：请执行 chmod o+x ${refusal.folder}，或用 GONGDAO_DATA 另选一个文件夹。`
    case 'disk-nearly-full':
      return `磁盘将满：${refusal.folder} 所在磁盘只剩 ${megabytes(refusal.freeBytes)} MB，至少要有 ${megabytes(refusal.neededBytes)} MB，请清出空间后再启动。`
    case 'disk-full':
      return `磁盘已满：数据库写不下 ${refusal.folder}，请清出空间后再启动。`
    case 'disk-reserve-invalid':
      return 'GONGDAO_DISK_RESERVE_MB 须是兆字节数，例如 256；不设就是 256。'
    case 'no-unprivileged-user':
      return `PostgreSQL 不能以 root 运行，而本机没有 postgres、nobody 等普通用户可用：请换一个普通用户启动，或用 DATABASE_URL 指向现成的 PostgreSQL。`
    case 'binaries-missing':
      return `没有适合本机（${refusal.platform}）的内置 PostgreSQL：请重新运行 npm ci（不要略去可选依赖），或用 DATABASE_URL 指向现成的 PostgreSQL 15 以上版本。`
    case 'binaries-unrunnable':
      return `内置的 PostgreSQL（${refusal.path}）在本机运行不了（${refusal.reason}）：请用 DATABASE_URL 指向现成的 PostgreSQL 15 以上版本。`
    case 'already-running':
      return refusal.pid === null
        ? `数据文件夹 ${refusal.folder} 正被另一个公道进程使用，请先停止它。`
        : `数据文件夹 ${refusal.folder} 正被另一个公道进程（进程号 ${refusal.pid}）使用，请先停止它，或用 GONGDAO_DATA 另选一个文件夹。`
    case 'cluster-version':
      return `数据文件夹 ${refusal.folder} 是 PostgreSQL ${refusal.found} 的数据，内置的是 ${refusal.expected}：请用当时的版本导出，或用 GONGDAO_DATA 另选一个文件夹。`
    case 'credentials-lost':
      return `数据库的口令文件 ${refusal.file} 不见了或与数据库不符：请从备份恢复这个文件后再启动。`
    case 'keys-unreadable':
      return `封存登录验证码的钥匙文件 ${refusal.file} 损坏，或用户 ${refusal.user} 读不了：请改它的权限，或从备份恢复。`
    case 'signing-key-unreadable':
      return `台账签名的钥匙文件 ${refusal.file} 损坏，或用户 ${refusal.user} 读不了：请改它的权限，或从备份恢复；没有它，签出的校验值就接不上以前的。`
    case 'signature-unknown':
      return `GONGDAO_SIGNATURE=${refusal.chosen} 不认识：请写 ed25519（不写就是它）或 sm2（国密 SM2/SM3）。`
    case 'interrupted':
      return '启动被中断，数据库还没有建好，也没有留下什么；再次启动即可。'
    case 'cluster-failed':
      return `数据库没有启动成功：${refusal.reason}（详见 ${refusal.log}）。`
    case 'database-url-invalid':
      return `${refusal.variable} 不是 postgres://用户:口令@主机:端口/库名 的样子，请检查。`
    case 'database-unreachable':
      return `连不上 DATABASE_URL 所指的数据库 ${refusal.address}：${refusal.reason}。`
    case 'database-too-old':
      return `数据库 ${refusal.address} 是 PostgreSQL ${refusal.version}，公道需要 15 以上版本。`
    case 'database-encoding':
      return `数据库 ${refusal.address} 的编码是 ${refusal.encoding}，公道需要 UTF8：请另建一个 UTF8 编码的库。`
    case 'role-uncreatable':
      return `数据库 ${refusal.address} 上建不了应用角色 ${refusal.role}（${refusal.reason}）：请由管理员建好它，再把它的连接写进 ${refusal.variable}。`
    case 'role-misnamed':
      return `${refusal.variable} 的用户应为 ${refusal.role}，而不是 ${refusal.name}。`
    case 'role-too-powerful':
      return `数据库 ${refusal.address} 上的角色 ${refusal.role} 是超级用户、可绕过行级安全或属于库主：请收回这些权限，台账才改不动。`
    case 'port-taken':
      return `端口 ${refusal.port} 已被别的程序占用：请停掉它，或用 GONGDAO_PORT 另选一个端口，例如 GONGDAO_PORT=${refusal.port === 65_535 ? 4680 : refusal.port + 1} npm start。`
    case 'host-unavailable':
      return `本机没有 GONGDAO_HOST=${refusal.host} 这个地址：请写本机的 IP 地址，或写 0.0.0.0（全部网卡）。`
    case 'port-forbidden':
      return `当前用户不能使用端口 ${refusal.port}：请用 GONGDAO_PORT 另选一个 1024 以上的端口。`
    default:
      return impossible(refusal)
  }
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576)
}
