import { readFileSync } from 'node:fs'
import { compileRegulation } from '../src/domain/compiler/compile-regulation.ts'

/**
 * How long the compiler takes on a regulation, and whether its time grows in step with the text: the same text once,
 * twice, four and eight times over. The fastest of nine runs each, after three that
 * warm up: whatever else the machine does only ever adds time.
 */
const [file = new URL('../schemes/sample/regulation.txt', import.meta.url), ...more] = process.argv.slice(2)
for (const path of [file, ...more]) measure(path)

function measure(path: string | URL): void {
  const text = readFileSync(path, 'utf8')
  const name = String(path).split('/').slice(-2).join('/')
  console.log(`${name}: ${text.length.toLocaleString('en')} characters`)
  let first = 0
  for (const copies of [1, 2, 4, 8]) {
    const grown = Array.from({ length: copies }, () => text).join('\n')
    const milliseconds = fastestMilliseconds(() => compileRegulation(grown))
    if (copies === 1) first = milliseconds
    const perCharacter = (milliseconds * 1_000_000) / grown.length
    const growth = milliseconds / first
    console.log(
      `  ×${copies}  ${milliseconds.toFixed(1).padStart(8)} ms  ${perCharacter.toFixed(0).padStart(6)} ns per character` +
        `  ${growth.toFixed(2).padStart(6)} times the first`,
    )
  }
}

function fastestMilliseconds(work: () => unknown): number {
  for (let round = 0; round < 3; round += 1) work()
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}
