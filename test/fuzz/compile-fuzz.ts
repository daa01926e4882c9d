import { pathToFileURL } from 'node:url'
import { chanceOf } from './chance.ts'
import { faultOf } from './compile-faults.ts'
import { damagedFile, originalFiles } from './file-mutations.ts'
import { faultOfFile } from './file-faults.ts'
import { damagedText, originalTexts, type TextLength } from './text-mutations.ts'

/**
 * Damaged regulations, more than anybody could write: real ones and samples cut, doubled, mixed, re-punctuated and
 * sprinkled with odd characters, and files of them damaged in their bytes, their zip and their XML.
 * `npx tsx test/fuzz/compile-fuzz.ts [rounds] [seed]`; the same seed gives the same texts and files.
 */
export type FuzzFailure = { readonly round: number; readonly fault: string; readonly text: string }

/** Compiles damaged texts, rounds from to until (exclusive), and answers those that broke a promise of the compiler. */
export function fuzzTexts(from: number, until: number, length: TextLength, seed = 1): FuzzFailure[] {
  const originals = originalTexts()
  const failures: FuzzFailure[] = []
  for (let round = from; round < until; round++) {
    const text = damagedText(originals, chanceOf(seed * 1_000_003 + round), length)
    const fault = faultOf(text)
    if (fault !== null) failures.push({ round, fault, text })
  }
  return failures
}

export type FileFailure = { readonly round: number; readonly fault: string; readonly fileName: string }

/** Reads damaged files and compiles what they give; answers those that broke a promise, and how many could be read. */
export async function fuzzFiles(
  rounds: number,
  seed = 1,
): Promise<{ readonly failures: readonly FileFailure[]; readonly readable: number }> {
  const originals = originalFiles()
  const failures: FileFailure[] = []
  let readable = 0
  for (let round = 0; round < rounds; round++) {
    const file = damagedFile(originals, chanceOf(seed * 2_000_003 + round))
    const { fault, isRead } = await faultOfFile(file)
    if (isRead) readable += 1
    if (fault !== null) failures.push({ round, fault, fileName: file.name })
  }
  return { failures, readable }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rounds = Number(process.argv[2] ?? 100_000)
  const seed = Number(process.argv[3] ?? 1)
  const texts = [...fuzzTexts(0, rounds, 'short', seed), ...fuzzTexts(0, Math.ceil(rounds / 10), 'long', seed)]
  for (const { round, fault, text } of texts.slice(0, 10))
    process.stdout.write(`文本第${String(round)}份：${fault}\n${JSON.stringify(text.slice(0, 600))}\n\n`)
  const files = await fuzzFiles(Math.ceil(rounds / 10), seed)
  for (const { round, fault, fileName } of files.failures.slice(0, 10))
    process.stdout.write(`文件第${String(round)}份 ${fileName}：${fault}\n\n`)
  process.stdout.write(
    `${String(rounds)}份短文本、${String(Math.ceil(rounds / 10))}份长文本、${String(Math.ceil(rounds / 10))}个文件（读得出${String(files.readable)}个），${String(texts.length + files.failures.length)}份不合要求\n`,
  )
  process.exitCode = texts.length + files.failures.length === 0 ? 0 : 1
}
