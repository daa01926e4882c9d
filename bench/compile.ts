import { readFileSync } from 'node:fs'
import { compileRegulation } from '../src/domain/compiler/compile-regulation.ts'

/**
 * How long the compiler takes on a regulation, whether its time grows in step with the text, and whether any shape of
 * text breaks that: `tsx bench/compile.ts [FILE…]`. Processor time of this process, so that a busy machine does not
 * count: the fastest of nine runs for a text of its own length, of two for longer ones.
 */
const [file = new URL('../schemes/sample/regulation.txt', import.meta.url), ...more] = process.argv.slice(2)
for (const path of [file, ...more]) measureFile(path)
measureShapes()
print(`最多用内存 ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

function measureFile(path: string | URL): void {
  const text = readFileSync(path, 'utf8')
  print(`${String(path).split('/').slice(-2).join('/')}：${text.length.toLocaleString('en')} 字`)
  for (let round = 0; round < 20; round += 1) compileRegulation(text)
  const oneMegabyte = Math.ceil(1_000_000 / Buffer.byteLength(text))
  measureGrowth(
    '  原文',
    [1, 2, 4, 8, oneMegabyte].map((copies) => `${text}\n`.repeat(copies)),
    9,
  )
}

/** Texts nobody writes: one paragraph, nothing but headings, brackets that never close. */
function measureShapes(): void {
  const shapes: readonly (readonly [name: string, unit: string | ((i: number) => string)])[] = [
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
  for (const [name, unit] of shapes)
    measureGrowth(
      `  ${name}`,
      [25_000, 50_000, 100_000].map((length) => textOf(unit, length)),
      2,
    )
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
