import type { LogHead } from '../proof/log-entry.ts'
import { shortHex } from '../proof/short-hex.ts'

/** 台账校验码：共 41 条，3f2a 91bc 0d4e 77a1 5c60 — as it stands at the end of every bulletin. */
export function printedHead({ size, root }: LogHead): string {
  return `台账校验码：共 ${String(size)} 条，${shortHex(root)}`
}

/** What the QR code beside it holds: `gongdao-head/1 <town code> <size> <root hex> <key fingerprint if known>`. */
export function headText(townCode: string, { size, root }: LogHead, keyFingerprint: string | null): string {
  return [
    'gongdao-head/1',
    townCode,
    String(size),
    root,
    ...(keyFingerprint === null ? [] : [keyFingerprint]),
  ].join(' ')
}
