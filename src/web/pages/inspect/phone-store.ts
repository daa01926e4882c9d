import { createStore, del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { isOf, type Inspector, type QueuedFinding } from './queued-finding.ts'

/** `clockSkewMs`: what the server's clock was ahead when this came; lists kept from before it was noted have none. */
export type PhoneKit = InspectionKit & { readonly clockSkewMs?: number }

let opened: UseStore | null = null

/** Opened when it is first asked for: some browsers allow none in private windows, and then throw. */
function store(): UseStore {
  opened ??= createStore('gongdao-inspection', 'kept')
  return opened
}

const inspectorKey = 'inspector'
const queuePrefix = 'queue/'
const kitPrefix = 'kit/'

/** The one who was signed in here last and has not signed out; null: nobody. */
export async function keptInspector(): Promise<Inspector | null> {
  return (await get<Inspector>(inspectorKey, store())) ?? null
}

/** A telephone keeps the names of one inspector's offices: another's are thrown away. */
export async function keepKit(inspector: Inspector, kit: PhoneKit): Promise<void> {
  const own = kitKey(inspector)
  await delMany(await keysWith(kitPrefix, own), store())
  await set(own, kit, store())
  await set(inspectorKey, inspector, store())
}

export async function keptKit(inspector: Inspector): Promise<PhoneKit | null> {
  return (await get<PhoneKit>(kitKey(inspector), store())) ?? null
}

/** Oldest first, and nobody else's. */
export async function keptQueue(inspector: Inspector): Promise<readonly QueuedFinding[]> {
  const all = await entries<IDBValidKey, QueuedFinding>(store())
  return all
    .flatMap(([key, finding]) =>
      typeof key === 'string' && key.startsWith(queuePrefix) && isOf(finding, inspector) ? [finding] : [],
    )
    .toSorted((left, right) => left.madeAt.localeCompare(right.madeAt))
}

export async function keepFinding(finding: QueuedFinding): Promise<void> {
  await set(`${queuePrefix}${finding.key}`, finding, store())
}

export async function forgetFinding({ key }: QueuedFinding): Promise<void> {
  await del(`${queuePrefix}${key}`, store())
}

/** Signing out: no names stay on the telephone. What waits to be sent stays for its inspector, and shows to him alone. */
export async function forgetKits(): Promise<void> {
  await delMany([inspectorKey, ...(await keysWith(kitPrefix, null))], store())
}

async function keysWith(prefix: string, but: string | null): Promise<string[]> {
  const all = (await keys<string>(store())).map(String)
  return all.filter((key) => key.startsWith(prefix) && key !== but)
}

function kitKey({ townId, userName }: Inspector): string {
  return `${kitPrefix}${townId}/${userName}`
}
