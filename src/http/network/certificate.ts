import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import type { CertificateRefusal } from './network-refusal.ts'

export type CertificateFiles = { readonly certFile: string; readonly keyFile: string }

/** A certificate with its key, read and found to belong together. */
export type Certificate = {
  /** The chain as it stands in the file. */
  readonly cert: string
  readonly key: string
  /** Names and addresses it speaks for, as written in it; may hold *. */
  readonly names: readonly string[]
  readonly speaksFor: (name: string) => boolean
  readonly validFrom: Date
  readonly validTo: Date
}

export function loadCertificate({ certFile, keyFile }: CertificateFiles): Result<Certificate, CertificateRefusal> {
  const cert = readText(certFile)
  if (!cert.ok) return cert
  const key = readText(keyFile)
  if (!key.ok) return key
  const x509 = parsed(() => new X509Certificate(cert.value))
  if (x509 === null) return refuse({ kind: 'certificate-malformed', file: certFile })
  const privateKey = parsed((): KeyObject => createPrivateKey(key.value))
  if (privateKey === null) return refuse({ kind: 'key-malformed', file: keyFile })
  if (!x509.checkPrivateKey(privateKey)) return refuse({ kind: 'key-mismatch', certFile, keyFile })
  const names = alternativeNames(x509.subjectAltName)
  return accept({
    cert: cert.value,
    key: key.value,
    names,
    speaksFor: (name) =>
      isIP(name) === 0 ? x509.checkHost(name, { subject: 'never' }) !== undefined : names.includes(name),
    validFrom: new Date(x509.validFrom),
    validTo: new Date(x509.validTo),
  })
}

function readText(file: string): Result<string, CertificateRefusal> {
  try {
    return accept(readFileSync(file, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: '没有这个文件',
      EACCES: '没有读取的权限',
      EISDIR: '这是文件夹',
    }
    return refuse({ kind: 'certificate-file-unreadable', file, reason: reasons[code] ?? code })
  }
}

function parsed<Value>(parse: () => Value): Value | null {
  try {
    return parse()
  } catch {
    return null
  }
}

/** `DNS:a.example, IP Address:10.0.0.2` → its names; browsers look at nothing else. */
function alternativeNames(text: string | undefined): readonly string[] {
  return (text ?? '').split(', ').flatMap((part) => {
    const name = /^(?:DNS|IP Address):(.+)$/.exec(part)?.[1]
    return name === undefined ? [] : [name.toLowerCase()]
  })
}
