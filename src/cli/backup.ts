import { parseArgs } from 'node:util'
import { packageVersion } from '../package-version.ts'
import { BackupRefused } from '../storage/backup/backup-refusal.ts'
import { writeBackup } from '../storage/backup/write-backup.ts'
import { StartRefused } from '../storage/embedded/start-refusal.ts'
import type { CliStreams } from './streams.ts'

export const backupUsage = 'gongdao backup 文件.gongdao [--keys 钥匙文件]'

/**
 * `gongdao backup FILE [--keys KEYFILE]`: everything into one file, while the system runs or not. Exit 0 written, 1 not
 * possible here, 2 the words cannot be understood.
 */
export async function backupCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const say = (line: string): void => streams.err(`${line}\n`)
  const asked = readArguments(args)
  if (asked === null) {
    say(`用法：${backupUsage}`)
    return 2
  }
  const { file, keysFile } = asked
  try {
    const options = { environment: process.env, program: packageVersion(), now: () => new Date(), say }
    const { manifest, sha256 } = await writeBackup({ ...options, file, keysFile })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const towns = manifest.towns.map(({ name }) => name).join('、') || '还没有镇'
    streams.out(
      [
        `已备份到 ${file}：${towns}，${String(manifest.tables.length)} 张表 ${String(rows)} 行，附件 ${String(manifest.files.length)} 件。`,
        `指纹（SHA-256）：${sha256}`,
        ...keysLines(keysFile, manifest.keys.length > 0),
        '请把备份放到另一台机器或另一块盘上；里面有全镇的成绩和个人信息，只给该看的人。',
        '',
      ].join('\n'),
    )
    return 0
  } catch (error) {
    return sayWhyNot(error, streams)
  }
}

function keysLines(keysFile: string | null, hasKeys: boolean): readonly string[] {
  if (keysFile !== null)
    return [`钥匙已另存到 ${keysFile}：请与备份分开存放，两样都在手里的人可以冒签、可以解开登录验证码。`]
  if (!hasKeys) return []
  return ['这份备份不含钥匙。换机器后要保住登录验证码和签名，请另做一次 --keys 钥匙文件，与备份分开存放。']
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keys: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : { file, keysFile: values.keys ?? null }
  } catch {
    return null
  }
}

/** What the person at the terminal can put right, as one sentence; anything else is a fault. */
export function sayWhyNot(error: unknown, streams: CliStreams): number {
  if (!(error instanceof BackupRefused || error instanceof StartRefused)) throw error
  streams.err(`${error.message}\n`)
  return 1
}
