import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { isLoopback } from './read-network.ts'

/** How a request came: from which address, and whether nobody on the way could read it. */
export type Reach = { readonly address: string; readonly isSecure: boolean }

declare module 'hono' {
  interface ContextVariableMap {
    reach: Reach
  }
}

export function reachOf(context: Context): Reach {
  const reach: Reach | undefined = context.get('reach')
  return reach ?? { address: peerOf(context), isSecure: isEncrypted(context) }
}

/** Settles how each request came, and turns away what came over the network in the open. */
export function settleReach(trustedProxies: readonly string[], ownAddress: () => string): MiddlewareHandler {
  return async (context, next) => {
    const reach = readReach({
      peer: peerOf(context),
      isEncrypted: isEncrypted(context),
      forwardedFor: context.req.header('x-forwarded-for'),
      forwardedProto: context.req.header('x-forwarded-proto'),
      trustedProxies,
    })
    if (!reach.ok) return context.text(openReachSentence(reach.refusal, ownAddress()), 403)
    context.set('reach', reach.value)
    return next()
  }
}

type Arrival = {
  readonly peer: string
  readonly isEncrypted: boolean
  readonly forwardedFor: string | undefined
  readonly forwardedProto: string | undefined
  readonly trustedProxies: readonly string[]
}
type OpenReach = 'proxy-in-the-open' | 'not-through-proxy'

/**
 * Only a trusted proxy is believed: the caller is then the last address in its list that is no such proxy itself, and
 * the last protocol it names must be https. Anyone else comes encrypted, or from this machine.
 */
export function readReach(arrival: Arrival): Result<Reach, OpenReach> {
  const { peer, isEncrypted, forwardedFor, forwardedProto, trustedProxies } = arrival
  const isTrusted = (address: string) => trustedProxies.includes(address)
  const isForwarded = forwardedFor !== undefined || forwardedProto !== undefined
  if (isTrusted(peer) && isForwarded) {
    if (listOf(forwardedProto).at(-1)?.toLowerCase() !== 'https') return refuse('proxy-in-the-open')
    const caller = listOf(forwardedFor).findLast((address) => !isTrusted(address))
    return accept({ address: caller !== undefined && isIP(caller) !== 0 ? caller : peer, isSecure: true })
  }
  if (isEncrypted) return accept({ address: peer, isSecure: true })
  return isLoopback(peer) || peer === '' ? accept({ address: peer, isSecure: false }) : refuse('not-through-proxy')
}

function openReachSentence(refusal: OpenReach, ownAddress: string): string {
  return refusal === 'proxy-in-the-open'
    ? '反向代理转来的不是 https 访问（X-Forwarded-Proto 应为 https），已拒绝：请检查反向代理的设置。'
    : `这里只接受反向代理转来的访问，请打开 ${ownAddress}。`
}

function listOf(header: string | undefined): readonly string[] {
  return (header ?? '').split(',').map((part) => part.trim())
}

function isEncrypted(context: Context): boolean {
  return new URL(context.req.url).protocol === 'https:'
}

/** The peer's address as @hono/node-server gives it; empty where there is no socket (tests). */
function peerOf(context: Context): string {
  const bindings: unknown = context.env
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return ''
  const { incoming } = bindings
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return ''
  const { socket } = incoming
  if (typeof socket !== 'object' || socket === null || !('remoteAddress' in socket)) return ''
  // An IPv4 peer of a socket that takes both.
  return typeof socket.remoteAddress === 'string' ? socket.remoteAddress.replace(/^::ffff:/, '') : ''
}
