import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compileRegulation } from '../src/domain/compiler/compile-regulation.ts'
import { projectPath } from '../src/project-root.ts'

/**
 * How long the compiler takes on a regulation, whether its time grows in step with the text, whether any shape of
 * text breaks that, and what `gongdao compile` takes for 1 MB of each: `tsx bench/compile.ts [FILE…]`. Processor time
 * of this process, so that a busy machine does not count: the fastest of nine runs for a text of its own length, of
 * two for longer ones. The command is measured whole, from its start to its exit.
 */
const run = promisify(execFile)
const oneMegabyte = 1_000_000
const aims = { warmMilliseconds: 20, commandSeconds: 2, commandMegabytes: 256 }

type Shape = readonly [name: string, unit: string | ((i: number) => string)]

/** Texts nobody writes: one paragraph, nothing but headings, brackets that never close. */
const shapes: readonly Shape[] = [
  ['一整段', '上班迟到、早退的，每次扣2分，造成不良影响的扣5分，每少1篇扣1分，'],
  ['全是标题', (i) => `${String((i % 99) + 1)}、第${String(i)}项工作（5分）\n每次扣1分。\n`],
  [
    '层层嵌套',
    (i) => ['第一章 总则', '一、考勤', '（一）迟到', '1、上午', '（1）打卡', '①缺卡扣1分'][i % 6] + '\n',
  ],
  ['不闭合的括号', '（'],
  ['成对的括号', '（每次扣1分）'],
  ['表格', '考勤\t20\t迟到一次扣1分\n'],
  ['只有封顶', '累计不超过10分。'],
  ['没有标点', '认真贯彻落实上级精神'],
]

async function main(paths: readonly string[]): Promise<void> {
  const files = paths.length === 0 ? [projectPath('schemes', 'sample', 'regulation.txt')] : paths
  for (const path of files) await measureFile(path)
  measureShapes()
  await measureCommand(files)
}

async function measureFile(path: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  for (let round = 0; round < 20; round += 1) compileRegulation(text)
  const warm = fastest(9, () => compileRegulation(text))
  print(
    `${shortName(path)}：${text.length.toLocaleString('en')} 字，预热后 ${warm.toFixed(1)} 毫秒（目标 ${String(aims.warmMilliseconds)} 毫秒以内）`,
  )
  const copies = Math.ceil(oneMegabyte / Buffer.byteLength(text))
  measureGrowth(
    '  原文',
    [1, 2, 4, 8, copies].map((count) => `${text}\n`.repeat(count)),
    9,
  )
}

function shortName(path: string): string {
  return path.split('/').slice(-2).join('/')
}

function measureShapes(): void {
  for (const [name, unit] of shapes)
    measureGrowth(
      `  ${name}`,
      [25_000, 50_000, 100_000].map((length) => textOf(unit, length)),
      2,
    )
}

/** Says at its exit how much memory the command had taken at most, and how much of the processor's time. */
const lastWords =
  "process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+' '+(process.cpuUsage().user+process.cpuUsage().system)))"

/** The built command on 1 MB of each text, by itself in a process of its own. */
async function measureCommand(files: readonly string[]): Promise<void> {
  await run(process.execPath, [projectPath('tools', 'build.mjs'), '--server'])
  const folder = await mkdtemp(join(tmpdir(), 'gongdao-bench-'))
  const units: Shape[] = [...shapes]
  for (const path of files.toReversed()) units.unshift([shortName(path), `${await readFile(path, 'utf8')}\n`])
  print(
    `gongdao compile --json，各 1 MB（目标 ${String(aims.commandSeconds)} 秒、${String(aims.commandMegabytes)} MB 以内）`,
  )
  for (const [name, unit] of units) {
    const path = join(folder, 'text.txt')
    await writeFile(path, megabyteOf(unit))
    const { megabytes, seconds } = await peakOf(path)
    const isOver = megabytes > aims.commandMegabytes || seconds > aims.commandSeconds
    print(`  ${name}  ${megabytes.toFixed(0)} MB  ${seconds.toFixed(2)} 秒${isOver ? '  超出目标' : ''}`)
  }
  await rm(folder, { recursive: true })
}

function megabyteOf(unit: Shape[1]): Uint8Array {
  const text = textOf(unit, oneMegabyte)
  const bytes = new TextEncoder().encode(text).subarray(0, oneMegabyte)
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/\ufffd$/, ''))
}

async function peakOf(path: string): Promise<{ readonly megabytes: number; readonly seconds: number }> {
  const words = [
    '--import',
    `data:text/javascript,${lastWords}`,
    projectPath('bin', 'gongdao.mjs'),
    'compile',
    path,
    '--json',
  ]
  const options = { maxBuffer: 256 * 1024 * 1024 }
  const said = await run(process.execPath, words, options).catch((failure: unknown) => {
    // A text with errors ends in code 1 and is measured all the same.
    if (typeof failure === 'object' && failure !== null && 'stderr' in failure)
      return { stderr: String(failure.stderr) }
    throw failure
  })
  const [, kilobytes, microseconds] = /peak (\d+) ([\d.]+)/.exec(said.stderr) ?? []
  return { megabytes: Number(kilobytes) / 1024, seconds: Number(microseconds) / 1_000_000 }
}

function textOf(unit: string | ((i: number) => string), length: number): string {
  if (typeof unit === 'string') return unit.repeat(Math.ceil(length / unit.length))
  let text = ''
  for (let i = 0; text.length < length; i += 1) text += unit(i)
  return text
}

function measureGrowth(name: string, texts: readonly string[], rounds: number): void {
  const parts = texts.map((text, i) => {
    const milliseconds = fastest(i === 0 ? rounds : 2, () => compileRegulation(text))
    return `${text.length.toLocaleString('en')} 字 ${milliseconds.toFixed(1)} 毫秒（每千字 ${((milliseconds * 1000) / text.length).toFixed(2)}）`
  })
  print(`${name}  ${parts.join('  ')}`)
}

function fastest(rounds: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main(process.argv.slice(2))
