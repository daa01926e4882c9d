import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { evidenceEndpoints } from '../../../http/contract/evidence.ts'
import { inspectionEndpoints } from '../../../http/contract/inspections.ts'
import { ApiError, call } from '../../parts/api.ts'
import { forgetFinding, keepFinding, keptQueue } from './phone-store.ts'
import { peopleIn, type Inspector, type NextCall, type QueuedFinding } from './queued-finding.ts'
import { sendQueue, verdictOf, type Halt, type QueuePorts, type Sent } from './send-queue.ts'
import { askWhoIsSignedIn } from './use-inspector.ts'

export type Queue = {
  readonly findings: readonly QueuedFinding[]
  readonly halt: Halt
  readonly isSending: boolean
  readonly add: (finding: QueuedFinding) => Promise<void>
  readonly replace: (old: QueuedFinding, finding: QueuedFinding | null) => Promise<void>
  readonly send: () => Promise<void>
}

const againMs = 10_000

/** What waits on this telephone for this inspector, and the sending of it: at once, when the signal is back, and now and then. */
export function useQueue(inspector: Inspector, onSent: () => void): Queue {
  const { townId, userName } = inspector
  const owner = useMemo(() => ({ townId, userName }), [townId, userName])
  const [findings, setFindings] = useState<readonly QueuedFinding[]>([])
  const [halt, setHalt] = useState<Halt>(null)
  const [isSending, setSending] = useState(false)
  const told = useRef(onSent)
  useEffect(() => {
    told.current = onSent
  })
  const read = useCallback(async () => {
    setFindings(await keptQueue(owner))
  }, [owner])
  const send = useCallback(async () => {
    const waiting = (await keptQueue(owner).catch(() => [])).filter(({ progress }) => progress.kind !== 'refused')
    if (waiting.length === 0) return
    // One page at a time: another one open on this telephone sends the same queue.
    await alone(async () => {
      setSending(true)
      try {
        setHalt(await sendQueue(owner, portsOf(owner, read)))
      } finally {
        setSending(false)
      }
    })
    await read()
    told.current()
  }, [owner, read])
  useEffect(() => {
    const sendNow = () => void send()
    void (async () => {
      setFindings(await keptQueue(owner).catch(() => []))
      sendNow()
    })()
    window.addEventListener('online', sendNow)
    document.addEventListener('visibilitychange', sendNow)
    const timer = setInterval(sendNow, againMs)
    return () => {
      window.removeEventListener('online', sendNow)
      document.removeEventListener('visibilitychange', sendNow)
      clearInterval(timer)
    }
  }, [owner, send])
  return {
    findings,
    halt,
    isSending,
    add: async (finding) => {
      await keepFinding(finding)
      await read()
      void send()
    },
    replace: async (old, finding) => {
      if (finding !== null) await keepFinding(finding)
      if (finding?.key !== old.key) await forgetFinding(old)
      await read()
      void send()
    },
    send,
  }
}

async function alone(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request('gongdao-inspection-queue', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work()
  })
}

function portsOf(owner: Inspector, read: () => Promise<void>): QueuePorts {
  return {
    list: () => keptQueue(owner),
    keep: async (finding) => {
      await keepFinding(finding)
      await read()
    },
    forget: async (finding) => {
      await forgetFinding(finding)
      await read()
    },
    whoIsSignedIn: async () => {
      const asked = await askWhoIsSignedIn()
      if (asked.kind === 'no-answer') return 'no-answer'
      return asked.kind === 'signed-in' ? asked.inspector : null
    },
    send: async (finding, next) => {
      try {
        return { kind: 'done', entryIds: await sendStep(finding, next) }
      } catch (error) {
        return error instanceof ApiError ? verdictOf(error) : ({ kind: 'no-answer' } satisfies Sent)
      }
    },
  }
}

async function sendStep(finding: QueuedFinding, next: NextCall): Promise<readonly string[]> {
  const { key: idempotencyKey, roundId, office } = finding
  const params = { roundId }
  if (next.kind === 'nothing-found') {
    await call(inspectionEndpoints.visitOffice, { params, body: { office }, idempotencyKey })
    return []
  }
  if (next.kind === 'record') {
    const { ruleId, quantity, occurredOn, note } = next.ticked
    const about = {
      kind: 'people' as const,
      staffNumbers: peopleIn(next.ticked).map(({ staffNumber }) => staffNumber),
    }
    const body = { office, finding: { about, ruleId, quantity, occurredOn, note } }
    const { recorded } = await call(inspectionEndpoints.recordInspectionFinding, { params, body, idempotencyKey })
    return recorded
  }
  const { bytes, key, taken } = next.photo
  for (const entryId of next.entryIds)
    await call(evidenceEndpoints.addEntryEvidence, {
      params: { entryId },
      body: {
        ...(taken === null ? {} : { takenAt: taken.at }),
        ...(taken?.place === null ? {} : taken?.place),
      },
      file: new File([bytes], '现场照片.jpg', { type: 'image/jpeg' }),
      idempotencyKey: `${key}-${entryId}`,
    })
  return []
}
