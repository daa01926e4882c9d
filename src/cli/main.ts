import { packageVersion } from '../package-version.ts'
import { processStreams, type CliStreams } from './streams.ts'

/** A verb gets the words after its name and answers the exit code. */
type Verb = (args: readonly string[], streams: CliStreams) => Promise<number>

type VerbEntry = { readonly usage: string; readonly summary: string; readonly load: () => Promise<Verb> }

/** Each verb loads only what it needs, so that `compile` never waits for the database or the web. */
const verbs: Readonly<Record<string, VerbEntry>> = {
  compile: {
    usage: 'gongdao compile 文件 [--json] [--no-repair]',
    summary: '把办法原文（.txt .docx .doc .xlsx .md .html，- 为标准输入）读成方案',
    load: async () => (await import('./compile.ts')).compileCommand,
  },
  text: {
    usage: 'gongdao text 文件',
    summary: '打印办法的存档原文，诊断与出处的位置都以它为准',
    load: async () => (await import('./text.ts')).textCommand,
  },
  lint: {
    usage: 'gongdao lint 方案.json [--examples 算例.json] [--json]',
    summary: '查方案自身的矛盾（合计、缺分、倒挂），并把算例逐个算一遍',
    load: async () => (await import('./lint.ts')).lintCommand,
  },
  score: {
    usage:
      'gongdao score --scheme 方案 --roster 花名册 --entries 记录 [--ratings 评议] [--per-person 元] [--as-of 日期] [--provisional] [--json | --out 结果.xlsx]',
    summary: '按方案、人员和记录算出成绩、名次和绩效工资',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  verify: {
    usage:
      'gongdao verify 文件 [--head "条数 校验码"]… [--receipt 回执.json]… [--earlier 以前的文件或校验码]… [--key 公钥指纹] [--json]',
    summary: '离线核验导出的文件：台账日志、通报、成绩和绩效工资逐项重算，不需要服务器和网络',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  export: {
    usage: 'gongdao export 方案 --out 文件',
    summary: '把方案写成公文格式的 .docx，或按类别、办公室分表的 .xlsx',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  schema: {
    usage: 'gongdao schema',
    summary: '打印方案文件格式（gongdao-scheme/1）的 JSON Schema，供其他程序读写方案',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  backup: {
    usage: 'gongdao backup 文件.gongdao [--keys 钥匙文件]',
    summary: '把全部数据备份成一个文件，运行中也可以；--keys 把钥匙另存一份，与备份分开放',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    usage: 'gongdao restore 文件.gongdao [--keys 钥匙文件] [--into 数据文件夹]',
    summary: '把备份恢复到空的数据文件夹或空库，逐项核对无误才算数',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  openapi: {
    usage: 'gongdao openapi',
    summary: '打印接口说明（OpenAPI 3.1）：每个操作收什么、答什么、谁可以做',
    load: async () => (await import('./openapi.ts')).openapiCommand,
  },
}

// `start` is dealt with before this program loads: it may have to build it anew first.
const startUsage = 'gongdao start [--sample]'
const startSummary = '启动系统（同 npm start）；--sample 载入示例镇'

/** Runs one verb of the command line and answers the exit code: 2 when the words cannot be understood. */
export async function runCli(args: readonly string[], streams: CliStreams = processStreams()): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    streams.out(helpText(name === undefined ? undefined : rest[0]))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    streams.out(`${packageVersion()}\n`)
    return 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb === undefined) {
    streams.err(
      `没有“${name}”这个命令；可用的有 ${[...Object.keys(verbs), 'start'].join('、')}，用 gongdao help 看说明。\n`,
    )
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    streams.out(helpText(name))
    return 0
  }
  const command = await verb.load()
  return command(rest, streams)
}

function helpText(name: string | undefined): string {
  const entry = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (entry !== undefined) return `用法：${entry.usage}\n${entry.summary}。\n`
  if (name === 'start') return `用法：${startUsage}\n${startSummary}。\n`
  const entries = [...Object.values(verbs), { usage: startUsage, summary: startSummary }]
  const lines = entries.map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  return ['公道：把考核办法的原文变成看得见依据的成绩与绩效工资。', '', '用法：', ...lines, ''].join('\n')
}
