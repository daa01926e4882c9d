import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { regulationFileWords } from '../documents/regulation-file-words.ts'
import { largestRegulationFile, readRegulationFile } from '../documents/regulation-text.ts'
import type { CliStreams } from './streams.ts'

/** The stored text of the named file, or the Chinese sentence that says why there is none. */
export type ReadAnswer = { readonly text: string } | { readonly sentence: string }

/** Reads a regulation from a path, or from standard input when the path is -. */
export async function readRegulation(path: string, streams: CliStreams): Promise<ReadAnswer> {
  const fileName = path === '-' ? '标准输入' : basename(path)
  const bytes = path === '-' ? await readAll(streams.stdin) : await readNamed(path)
  if (!(bytes instanceof Uint8Array)) return bytes
  const read = await readRegulationFile(bytes, fileName)
  return read.ok ? { text: read.value.text } : { sentence: regulationFileWords(read.refusal) }
}

async function readNamed(path: string): Promise<Uint8Array | { readonly sentence: string }> {
  try {
    const { size } = await stat(path)
    if (size > largestRegulationFile)
      return {
        sentence: regulationFileWords({
          kind: 'file-too-large',
          fileName: basename(path),
          bytes: size,
          limit: largestRegulationFile,
        }),
      }
    return await readFile(path)
  } catch (error) {
    return { sentence: openFailure(path, error) }
  }
}

function openFailure(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return `找不到文件“${path}”，请核对路径。`
  if (code === 'EISDIR') return `“${path}”是文件夹，请指明其中的办法文件。`
  if (code === 'EACCES' || code === 'EPERM') return `没有权限读取“${path}”，请检查文件权限。`
  return `“${path}”打不开（${String(code)}），请检查文件后再试。`
}

async function readAll(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    length += bytes.length
    // One byte over the limit is enough to be refused; the rest need not be kept.
    if (length - bytes.length <= largestRegulationFile) chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
