import {
  afterPhoto,
  afterRecorded,
  afterRefusal,
  isWhole,
  nextCall,
  type Inspector,
  type NextCall,
  type QueuedFinding,
} from './queued-finding.ts'

/** What came of one request. */
export type Sent =
  /** `entryIds`: of a recording. */
  | { readonly kind: 'done'; readonly entryIds: readonly string[] }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Nobody knows whether it arrived: it is sent again under the same key. */
  | { readonly kind: 'no-answer' }
  /** The server broke on this one: it is sent again later and holds up nothing behind it. */
  | { readonly kind: 'fault' }
  | { readonly kind: 'signed-out' }
  /** Another account or another town is signed in by now. */
  | { readonly kind: 'elsewhere' }

/** Why the rest waits; null: everything that could be sent was. */
export type Halt = 'no-answer' | 'signed-out' | 'elsewhere' | null

export type QueuePorts = {
  /** Those of this inspector, oldest first. */
  readonly list: () => Promise<readonly QueuedFinding[]>
  readonly keep: (finding: QueuedFinding) => Promise<void>
  readonly forget: (finding: QueuedFinding) => Promise<void>
  /** Who is signed in now; null: nobody. */
  readonly whoIsSignedIn: () => Promise<Inspector | 'no-answer' | null>
  readonly send: (finding: QueuedFinding, call: NextCall) => Promise<Sent>
}

/**
 * Sends what waits, oldest first, each step kept on the telephone before the next: what is cut off anywhere goes on
 * from there under the same keys. What the server refuses waits for a person and holds up nothing behind it.
 */
export async function sendQueue(inspector: Inspector, ports: QueuePorts): Promise<Halt> {
  let halt: Halt = null
  for (const finding of await ports.list()) {
    const stop = await sendOne(finding, inspector, ports)
    if (stop === 'fault') halt = 'no-answer'
    else if (stop !== null) return stop
  }
  return halt
}

async function sendOne(queued: QueuedFinding, inspector: Inspector, ports: QueuePorts): Promise<Halt | 'fault'> {
  let finding = queued
  for (let call = nextCall(finding); call !== null; call = nextCall(finding)) {
    // Before each request: an account that has signed in meanwhile must not send another's findings or pictures.
    const current = await ports.whoIsSignedIn()
    if (current === 'no-answer') return 'no-answer'
    if (current === null) return 'signed-out'
    if (current.townId !== inspector.townId || current.userName !== inspector.userName) return 'elsewhere'
    const sent = await ports.send(finding, call)
    switch (sent.kind) {
      case 'done':
        finding = call.kind === 'photo' ? afterPhoto(finding) : afterRecorded(finding, sent.entryIds)
        break
      case 'refused':
        finding = afterRefusal(finding, sent.sentence)
        break
      default:
        return sent.kind
    }
    await (isWhole(finding) ? ports.forget(finding) : ports.keep(finding))
  }
  return null
}

/** What an answer means for the queue: only what the server will say again is a refusal. */
export function verdictOf({
  status,
  code,
  message,
}: {
  readonly status: number
  readonly code: string
  readonly message: string
}): Sent {
  if (status === 401 || code === 'second-factor-needed') return { kind: 'signed-out' }
  if (code === 'town-switched' || code === 'no-town') return { kind: 'elsewhere' }
  if (status === 500) return { kind: 'fault' }
  if (status === 0 || status === 429 || status >= 500) return { kind: 'no-answer' }
  return { kind: 'refused', sentence: message }
}
