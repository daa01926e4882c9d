import type { DiskRoom, DiskShortage } from '../commands/outage.ts'
import { refuse, type Result, accept } from '../domain/primitives/result.ts'
import type { Endpoint } from './contract/endpoint.ts'
import type { EndpointName } from './contract/endpoints.ts'

export type DiskRefusal = { readonly code: 'disk-full'; readonly room: DiskShortage }

/** Coming and going is little to write, and whoever wants to read must be able to come in. */
const goesOn: ReadonlySet<string> = new Set<EndpointName>([
  'signIn',
  'signOut',
  'showSecondFactor',
  'chooseTown',
  'choosePersona',
  'endSession',
  'endOtherSessions',
])

/** Refuses what would write while the disk is short of room; what only reads goes on. */
export async function guardDisk(
  name: string,
  { method, readsOnly }: Endpoint,
  disk: DiskRoom,
): Promise<Result<null, DiskRefusal>> {
  if (method === 'GET' || readsOnly === true || goesOn.has(name)) return accept(null)
  const room = await disk.shortage()
  return room === null ? accept(null) : refuse({ code: 'disk-full', room })
}
