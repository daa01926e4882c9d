import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { findBar, type Subject } from '../policies/permit.ts'
import type { CorrectionRequest, CorrectionStore } from './correction-store.ts'
import type { Act } from './draft-store.ts'

export type CorrectionRefusal =
  /** The account belongs to nobody on the roster. */
  | { readonly code: 'no-own-person' }
  | { readonly code: 'corrections-waiting'; readonly most: number }
  | { readonly code: 'correction-unknown' }
  | { readonly code: 'correction-answered'; readonly by: string }
  | { readonly code: 'correction-about-oneself' }

/** More that wait at once are no requests but a flood. */
const mostWaiting = 10

/** Asks the office to put something right about oneself; what was written stays as it was. */
export async function requestCorrection(
  corrections: CorrectionStore,
  act: Act,
  subject: Subject,
  words: string,
): Promise<Result<CorrectionRequest, CorrectionRefusal>> {
  const { staffNumber } = subject
  if (staffNumber === null) return refuse({ code: 'no-own-person' })
  const waiting = (await corrections.list(staffNumber)).filter(({ state }) => state === 'open')
  if (waiting.length >= mostWaiting) return refuse({ code: 'corrections-waiting', most: mostWaiting })
  const id = act.newId()
  await corrections.add({ id, staffNumber, at: act.at, by: act.by, words })
  return readBack(corrections, id)
}

/** The office's word on a request, once, and never on one's own (SPEC §1). Putting right itself is done where it is wrong. */
export async function answerCorrection(
  corrections: CorrectionStore,
  act: Act,
  subject: Subject,
  input: { readonly requestId: string; readonly state: 'done' | 'declined'; readonly answer: string },
): Promise<Result<CorrectionRequest, CorrectionRefusal>> {
  const { requestId, state, answer } = input
  const request = await corrections.find(requestId)
  if (request === null) return refuse({ code: 'correction-unknown' })
  const bar = findBar(subject, 'correction.answer', { about: request.staffNumber, state: request.state })
  if (bar === 'state') return refuse({ code: 'correction-answered', by: request.answeredBy ?? '' })
  if (bar !== null) return refuse({ code: 'correction-about-oneself' })
  await corrections.answer(requestId, { state, answer, answeredAt: act.at, answeredBy: act.by })
  return readBack(corrections, requestId)
}

async function readBack(corrections: CorrectionStore, id: string): Promise<Result<CorrectionRequest, never>> {
  const stored = await corrections.find(id)
  assert(stored !== null, 'what was written is there')
  return accept(stored)
}
