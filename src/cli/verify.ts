import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findingSentence, gapSentence } from '../domain/verification/finding-sentence.ts'
import type { VerificationReport } from '../domain/verification/finding.ts'
import { readHead, type GivenFile } from '../domain/verification/check-given.ts'
import { reportLines } from '../domain/verification/report-lines.ts'
import { verifyProof, type KeptElsewhere } from '../domain/verification/verify-proof.ts'
import { sha256 } from '../storage/sha256.ts'
import { verifySignature } from '../storage/signatures.ts'
import type { CliStreams } from './streams.ts'

const verifyUsage =
  'gongdao verify 文件 [--head "条数 校验码"]… [--receipt 回执.json]… [--earlier 以前的文件或校验码]… [--key 公钥指纹] [--json]'

/**
 * `gongdao verify FILE`: a proof file (gongdao-proof/1) against itself and against what was kept elsewhere, without a
 * server, a database or a network. Exit 0 all holds, 1 something does not, 2 unreadable. With --json exactly one JSON
 * document goes out in every case.
 */
export async function verifyCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const asJson = args.includes('--json')
  const words = readArguments(args)
  if (!words.ok) return refuseAll(`${words.refusal}\n用法：${verifyUsage}`, asJson, streams)
  const read = await readGiven(words.value)
  if (!read.ok) return refuseAll(read.refusal, asJson, streams)
  const report = verifyProof(read.value.bytes, read.value.kept, { sha256, verify: verifySignature })
  if (asJson) streams.out(`${JSON.stringify(inWords(report), null, 2)}\n`)
  else streams.out(`${reportLines(report).join('\n')}\n`)
  return report.scope === null ? 2 : report.verdict === 'holds' ? 0 : 1
}

type VerifyArguments = {
  readonly file: string
  readonly heads: readonly string[]
  readonly receipts: readonly string[]
  readonly earlier: readonly string[]
  readonly key: string | null
}

function readArguments(args: readonly string[]): Result<VerifyArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        head: { type: 'string', multiple: true },
        receipt: { type: 'string', multiple: true },
        earlier: { type: 'string', multiple: true },
        key: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) return refuse('请写一个核验文件。')
    const { head: heads = [], receipt: receipts = [], earlier = [], key = null } = values
    const unread = heads.find((head) => readHead(head) === null)
    if (unread !== undefined)
      return refuse(`“${unread}”不是台账校验码：请照通报上印的写，如 --head "1234 3f2a 91bc 0d4e 77a1 5c60"。`)
    return accept({ file, heads, receipts, earlier, key })
  } catch {
    return refuse('有不认识的选项，或选项后面缺少内容。')
  }
}

type Given = { readonly bytes: Uint8Array; readonly kept: KeptElsewhere }

async function readGiven(words: VerifyArguments): Promise<Result<Given, string>> {
  const bytes = await readBytes(words.file)
  if (bytes === null) return refuse(`文件“${words.file}”读不了。`)
  const receipts = await readAll(words.receipts)
  if (!receipts.ok) return receipts
  // A head may be given as it is printed, in place of a file.
  const typed = words.earlier.filter((name) => readHead(name) !== null)
  const files = await readAll(words.earlier.filter((name) => !typed.includes(name)))
  if (!files.ok) return files
  const earlier = [
    ...typed.map((text) => ({ label: text, bytes: new TextEncoder().encode(text) })),
    ...files.value,
  ]
  return accept({
    bytes,
    kept: { heads: words.heads, keyFingerprint: words.key, receipts: receipts.value, earlier },
  })
}

async function readAll(names: readonly string[]): Promise<Result<readonly GivenFile[], string>> {
  const read: GivenFile[] = []
  for (const name of names) {
    const bytes = await readBytes(name)
    if (bytes === null) return refuse(`文件“${name}”读不了。`)
    read.push({ label: name, bytes })
  }
  return accept(read)
}

async function readBytes(name: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(name))
  } catch {
    return null
  }
}

/** The report with its sentences beside its codes. */
function inWords(report: VerificationReport) {
  const checks = report.checks.map(({ findings, gaps, ...outcome }) => ({
    ...outcome,
    findings: findings.map((finding) => ({ ...finding, message: findingSentence(finding) })),
    gaps: gaps.map((gap) => ({ ...gap, message: gapSentence(gap) })),
  }))
  return { ...report, checks }
}

function refuseAll(sentence: string, asJson: boolean, streams: CliStreams): number {
  streams.err(`${sentence}\n`)
  if (asJson) streams.out(`${JSON.stringify({ verdict: 'unreadable', message: sentence }, null, 2)}\n`)
  return 2
}
