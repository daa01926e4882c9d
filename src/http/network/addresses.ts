import { isIP } from 'node:net'
import { isLoopback, type Network } from './read-network.ts'

/**
 * What to type to reach the system, without a slash at the end; the first is the one to tell. Behind a trusted proxy
 * that is the proxy's own address at its usual port.
 */
export function addressesOf({ host, names, tls, trustedProxies }: Network, port: number): [string, ...string[]] {
  const isBehindProxy = trustedProxies.length > 0
  const reached = names.map((name) => `https://${inAddress(name)}${isBehindProxy ? '' : portText(port, 443)}`)
  const local = `${tls === null ? 'http' : 'https'}://${isLoopback(host) ? inAddress(host) : '127.0.0.1'}${portText(port, 80)}`
  const [first, ...others] = reached
  if (first === undefined) return [local]
  // A certificate rarely speaks for 127.0.0.1, so that address is told only where it goes in the open.
  return tls === null ? [first, ...others, local] : [first, ...others]
}

function inAddress(name: string): string {
  return isIP(name) === 6 ? `[${name}]` : name
}

function portText(port: number, usual: number): string {
  return port === usual ? '' : `:${String(port)}`
}
