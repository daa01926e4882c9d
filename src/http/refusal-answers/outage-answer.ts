import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DiskShortage, Outage } from '../../commands/outage.ts'
import { impossible } from '../../domain/primitives/result.ts'

type FaultAnswer = { readonly status: ContentfulStatusCode; readonly code: string; readonly message: string }

/** What a fault says to whoever asked: never that something was not saved when nobody can know. */
export function describeFault(outage: Outage | null, logId: string, isLook: boolean): FaultAnswer {
  const tell = `仍不行时把编号 ${logId} 告诉管理员。`
  switch (outage) {
    case null:
      return { status: 500, code: 'fault', message: `系统出错，这次操作没有保存。请重试；${tell}` }
    case 'disk-full':
      return { status: 507, code: 'disk-full', message: diskFullSentence(null) }
    case 'files-unreachable':
      return {
        status: 503,
        code: 'files-unreachable',
        message: isLook
          ? `存放文件的对象存储暂时连不上，别的照常，请过一会儿再打开；${tell}`
          : `存放文件的对象存储暂时连不上，文件没有收下，请过一会儿再交；${tell}`,
      }
    case 'outcome-unknown':
      if (isLook) return describeFault('database-unreachable', logId, isLook)
      return {
        status: 503,
        code: 'outcome-unknown',
        message: `保存时数据库断开，不能确定这一次有没有存下：请先刷新看看，没有再做一次；${tell}`,
      }
    case 'database-unreachable':
      return {
        status: 503,
        code: 'database-unreachable',
        message: isLook
          ? `数据库暂时连不上，请过一会儿再试；${tell}`
          : `数据库暂时连不上，这次操作没有保存。请过一会儿再试；${tell}`,
      }
    default:
      return impossible(outage)
  }
}

/** null: nobody has looked how much is left; the database itself found none. */
export function diskFullSentence(room: DiskShortage | null): string {
  const left =
    room === null ? '' : `（只剩 ${megabytes(room.freeBytes)} MB，要留 ${megabytes(room.reserveBytes)} MB）`
  return `服务器磁盘将满${left}，这次操作没有保存；查看照常。请管理员清出空间，腾出后自动恢复，不用重启。`
}

function megabytes(bytes: number): string {
  return String(Math.floor(bytes / 1_048_576))
}
