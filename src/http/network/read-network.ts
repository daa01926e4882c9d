import { isIP } from 'node:net'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { loadCertificate, type Certificate, type CertificateFiles } from './certificate.ts'
import type { NetworkRefusal } from './network-refusal.ts'

const defaultPort = 4680
const defaultHost = '127.0.0.1'

/** Where the system listens, and by what names and through whom it is reached. */
export type Network = {
  readonly host: string
  readonly port: number
  /** What colleagues type; the first is shown at the start. Empty when only this machine is served. */
  readonly names: readonly string[]
  readonly tls: (CertificateFiles & { readonly certificate: Certificate }) | null
  /** Peers whose word on the caller's address and protocol is taken. */
  readonly trustedProxies: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings and refuses, before anything is started, what would send passwords over the network in the open. */
export function readNetwork(environment: Environment): Result<Network, NetworkRefusal> {
  const port = readPort(environment['GONGDAO_PORT'])
  if (!port.ok) return port
  const host = environment['GONGDAO_HOST']?.trim() || defaultHost
  const trustedProxies = listOf(environment['GONGDAO_TRUSTED_PROXY'])
  const wrong = trustedProxies.find((address) => isIP(address) === 0)
  if (wrong !== undefined) return refuse({ kind: 'proxy-invalid', text: wrong })
  const tls = readTls(environment)
  if (!tls.ok) return tls
  if (!isLoopback(host) && tls.value === null && trustedProxies.length === 0)
    return refuse({ kind: 'network-without-tls', host })
  const names = readNames(environment['GONGDAO_NAMES'], tls.value?.certificate ?? null)
  if (!names.ok) return names
  const isReached = !isLoopback(host) || trustedProxies.length > 0
  if (isReached && names.value.length === 0) return refuse({ kind: 'names-missing' })
  return accept({ host, port: port.value, names: names.value, tls: tls.value, trustedProxies })
}

/** 0 lets the system choose: for tests and for several towns on one machine. */
function readPort(text: string | undefined): Result<number, NetworkRefusal> {
  if (text === undefined || text === '') return accept(defaultPort)
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? accept(port) : refuse({ kind: 'port-invalid', text })
}

function readTls(environment: Environment): Result<Network['tls'], NetworkRefusal> {
  const certFile = environment['GONGDAO_TLS_CERT']?.trim() ?? ''
  const keyFile = environment['GONGDAO_TLS_KEY']?.trim() ?? ''
  if (certFile === '' && keyFile === '') return accept(null)
  if (certFile === '') return refuse({ kind: 'tls-half', missing: 'GONGDAO_TLS_CERT' })
  if (keyFile === '') return refuse({ kind: 'tls-half', missing: 'GONGDAO_TLS_KEY' })
  const certificate = loadCertificate({ certFile, keyFile })
  return certificate.ok ? accept({ certFile, keyFile, certificate: certificate.value }) : certificate
}

/** As set, each of them in the certificate; where nothing is set, the certificate's own. */
function readNames(
  text: string | undefined,
  certificate: Certificate | null,
): Result<readonly string[], NetworkRefusal> {
  const set = listOf(text)
  if (set.length === 0) return accept(certificate?.names.filter((name) => !name.includes('*')) ?? [])
  const names: string[] = []
  for (const name of set) {
    const plain = plainName(name)
    if (plain === null) return refuse({ kind: 'name-invalid', text: name })
    if (certificate !== null && !certificate.speaksFor(plain))
      return refuse({ kind: 'name-not-in-certificate', name, certificateNames: certificate.names })
    names.push(plain)
  }
  return accept(names)
}

/** As a browser writes it in Host: lower case, Chinese names as xn--. */
function plainName(name: string): string | null {
  if (/[/:@?#\s]/.test(name) && isIP(name) === 0) return null
  const address = isIP(name) === 6 ? `https://[${name}]` : `https://${name}`
  return URL.canParse(address) ? new URL(address).hostname.replaceAll(/[[\]]/g, '') : null
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[,，、\s]+/).filter((part) => part !== '')
}

/** Only this machine can reach it. */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}
