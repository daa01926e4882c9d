import { useCallback, useEffect, useState } from 'react'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { inspectionEndpoints } from '../../../http/contract/inspections.ts'
import { ApiError, call, messageOf, showTown } from '../../parts/api.ts'
import { keepKit, keptInspector, keptKit, type PhoneKit } from './phone-store.ts'
import { clockSkew } from './choose-rule.ts'
import type { Inspector } from './queued-finding.ts'
import { verdictOf } from './send-queue.ts'

/** Who works on this telephone, with what, and how it stands with the server. */
export type Phone =
  | { readonly state: 'opening' }
  /** Nothing is kept, and there is nobody or no answer. */
  | { readonly state: 'signed-out' }
  | { readonly state: 'no-answer' }
  | { readonly state: 'not-yours'; readonly sentence: string }
  | {
      readonly state: 'ready'
      readonly inspector: Inspector
      readonly kit: PhoneKit
      /** `expired`: there is a signal, but the sign-in has ended. */
      readonly link: 'online' | 'offline' | 'expired'
    }

type Asked =
  | { readonly kind: 'signed-in'; readonly inspector: Inspector }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'no-answer' }

export async function askWhoIsSignedIn(): Promise<Asked> {
  try {
    const session = await call(accountEndpoints.readSession)
    if (session.signedIn !== true) return { kind: 'signed-out' }
    return { kind: 'signed-in', inspector: { townId: session.town.id, userName: session.userName } }
  } catch {
    return { kind: 'no-answer' }
  }
}

/** What is kept shows at once; what the server says takes its place as soon as there is an answer. */
export function usePhone(): { readonly phone: Phone; readonly refresh: () => Promise<void> } {
  const [phone, setPhone] = useState<Phone>({ state: 'opening' })
  const refresh = useCallback(async () => {
    setPhone(await readPhone())
  }, [])
  useEffect(() => {
    let isOver = false
    void (async () => {
      const kept = await keptPhone('offline')
      if (kept !== null && !isOver) setPhone(kept)
      const read = await readPhone()
      if (!isOver) setPhone(read)
    })()
    const again = () => void refresh()
    window.addEventListener('online', again)
    window.addEventListener('offline', again)
    return () => {
      isOver = true
      window.removeEventListener('online', again)
      window.removeEventListener('offline', again)
    }
  }, [refresh])
  return { phone, refresh }
}

async function readPhone(): Promise<Phone> {
  const asked = await askWhoIsSignedIn()
  if (asked.kind === 'no-answer') return (await keptPhone('offline')) ?? { state: 'no-answer' }
  if (asked.kind === 'signed-out') return (await keptPhone('expired')) ?? { state: 'signed-out' }
  const { inspector } = asked
  showTown(inspector.townId)
  try {
    const fresh = await call(inspectionEndpoints.readInspectionKit)
    const kit = { ...fresh, clockSkewMs: clockSkew(fresh, Date.now()) }
    // A browser that keeps nothing (a private window) still works while there is a signal.
    await keepKit(inspector, kit).catch(() => null)
    return { state: 'ready', inspector, kit, link: 'online' }
  } catch (error) {
    const isRefused = error instanceof ApiError && verdictOf(error).kind === 'refused'
    if (isRefused) return { state: 'not-yours', sentence: messageOf(error) }
    const kept = await keptPhone('offline')
    const isSame = kept?.state === 'ready' && kept.inspector.userName === inspector.userName
    return isSame ? kept : { state: 'no-answer' }
  }
}

async function keptPhone(link: 'offline' | 'expired'): Promise<Phone | null> {
  const inspector = await keptInspector().catch(() => null)
  const kit = inspector === null ? null : await keptKit(inspector)
  if (inspector === null || kit === null) return null
  showTown(inspector.townId)
  return { state: 'ready', inspector, kit, link }
}
