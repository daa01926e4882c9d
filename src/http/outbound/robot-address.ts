import { BlockList, isIP } from 'node:net'
import type { RobotAddressFault } from '../../commands/messenger.ts'
import type { RobotKind } from '../../commands/reminder-store.ts'

/** Where the robots of the two services are. */
const ownHost = {
  wecom: 'qyapi.weixin.qq.com',
  dingtalk: 'oapi.dingtalk.com',
  webhook: null,
} as const satisfies Record<RobotKind, string | null>

/** Hosts robots may have at all. */
export function robotHostsOf(webhookHosts: readonly string[]): readonly string[] {
  return [ownHost.wecom, ownHost.dingtalk, ...webhookHosts]
}

/**
 * Why a robot may not have this address, or null. Only its service's host and those the installation names, encrypted;
 * without encryption only this very machine, and only where it is named. What a name stands for is looked at again when
 * something is sent (isPrivate).
 */
export function checkRobotAddress(
  kind: RobotKind,
  address: string,
  webhookHosts: readonly string[],
): RobotAddressFault | null {
  if (!URL.canParse(address)) return { code: 'robot-address-invalid' }
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || url.hostname === '') return { code: 'robot-address-invalid' }
  const isNamed = webhookHosts.includes(url.host)
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1' && isNamed) return null
  if (url.protocol !== 'https:') return { code: 'robot-not-encrypted' }
  return isNamed || url.host === ownHost[kind] ? null : { code: 'robot-host-unnamed', host: url.host }
}

// Two lists: in one of both kinds, ::ffff:0:0/96 would take every IPv4 address for one of its own.
const privateAddresses = { 4: new BlockList(), 6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateAddresses[4].addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses[6].addSubnet(net, bits, 'ipv6')

/** Whether an address lies on this machine or in a network of one's own rather than in the public one. */
export function isPrivate(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return privateAddresses[4].check(address, 'ipv4')
  return version !== 6 || privateAddresses[6].check(address, 'ipv6')
}
