import { parseArgs } from 'node:util'
import { restoreBackup, type Restored } from '../storage/backup/restore-backup.ts'
import { sayWhyNot } from './backup.ts'
import type { CliStreams } from './streams.ts'

export const restoreUsage = 'gongdao restore 文件.gongdao [--keys 钥匙文件] [--into 数据文件夹]'

/**
 * `gongdao restore FILE [--keys KEYFILE] [--into FOLDER]`: into an empty data folder or database, whole and verified or
 * not at all. Exit 0 restored, 1 not possible here, 2 the words cannot be understood.
 */
export async function restoreCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const say = (line: string): void => streams.err(`${line}\n`)
  const asked = readArguments(args)
  if (asked === null) {
    say(`用法：${restoreUsage}`)
    return 2
  }
  try {
    const restored = await restoreBackup({ environment: process.env, ...asked, say })
    streams.out(
      [...verifiedLines(restored), ...lossLines(restored), ...nextLines(restored, asked.into), ''].join('\n'),
    )
    return 0
  } catch (error) {
    return sayWhyNot(error, streams)
  }
}

function verifiedLines({ manifest, verified }: Restored): readonly string[] {
  const { tables, files, madeAt, program } = manifest
  return [
    `备份写于 ${madeAt}，公道 ${program}。`,
    `核对通过：${String(tables.length)} 张表 ${String(verified.rows)} 行、附件 ${String(files.length)} 件，逐表与备份时一致（SHA-256）。`,
    ...verified.towns.map(
      ({ name, people, entries, bulletins, head }) =>
        `核对通过：${name}，人员 ${String(people)}，台账记录 ${String(entries)}，通报 ${String(bulletins)}；存证日志 ${String(head.size)} 条逐条重算，树根 ${head.root}。`,
    ),
    ...verified.towns.flatMap(({ name, lostAttachments }) =>
      lostAttachments.map((file) => `注意：${name}的附件“${file}”在备份时就已经缺失或被改动，没有恢复。`),
    ),
  ]
}

function lossLines({ withKeys, verified }: Restored): readonly string[] {
  if (withKeys) return ['钥匙已恢复：登录验证码和签名照旧。']
  return [
    `没有恢复钥匙：${String(verified.sealedSecrets)} 个账号原来的登录验证码不能再用（请用恢复码登录，或由管理员重置后重新设置）；消息机器人的地址要重新填写；以后的存证用新的签名钥匙，旧公钥已随备份恢复，旧签名照样核对得过。`,
  ]
}

function nextLines({ place }: Restored, into: string | null): readonly string[] {
  const start = into === null ? 'npm start' : `GONGDAO_DATA=${place} npm start`
  return [`已恢复到 ${hidePassword(place)}。各人要重新登录。启动：${start}`]
}

function hidePassword(place: string): string {
  return URL.canParse(place) ? `数据库 ${new URL(place).host}${new URL(place).pathname}` : place
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keys: { type: 'string' }, into: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return null
    return { file, keysFile: values.keys ?? null, into: values.into ?? null }
  } catch {
    return null
  }
}
