import { randomUUID } from 'node:crypto'
import { addEvidence } from '../../src/commands/add-evidence.ts'
import { attachFile } from '../../src/commands/attach-file.ts'
import { keepFile } from '../../src/commands/keep-file.ts'
import type { ProceedingStore } from '../../src/commands/proceeding-store.ts'
import { localDate, townDay } from '../../src/domain/primitives/local-date.ts'
import { accept, assert } from '../../src/domain/primitives/result.ts'
import type { Discretion, Objection, ProceedingStep } from '../../src/domain/review/proceeding.ts'
import type { StepDeed } from '../../src/domain/review/step-deed.ts'
import type { RunningServer } from './running-server.ts'

export type PersonsProceedings = {
  readonly proceedingId: string
  readonly discretionId: string
  readonly attachmentId: string
  readonly evidenceId: string
}

/** An objection with a file, and a proposed deduction, of one person; both withdrawn, so that no asking changes them. */
export async function fillProceedings(
  { app }: RunningServer,
  tenantId: string,
  given: { readonly mark: string; readonly staffNumber: string; readonly entryId: string },
): Promise<PersonsProceedings> {
  const { services, clock } = app
  const { mark, staffNumber, entryId } = given
  const at = clock.now
  const by = `${mark}本人`
  const step = (position: number, deed: StepDeed): ProceedingStep => ({
    position,
    at,
    on: townDay(at.getTime()),
    by,
    dueOn: null,
    deed,
  })
  const common = { year: 2026, staffNumber, openedBy: by }
  const objection = (number: number): Objection => ({
    ...common,
    id: randomUUID(),
    kind: 'objection',
    number,
    subject: { about: 'entry', entryId, occurredOn: localDate('2025-05-06') },
    steps: [step(1, { kind: 'filed', words: `${mark}那天在县里开会` })],
  })
  const discretion = (number: number): Discretion => ({
    ...common,
    id: randomUUID(),
    kind: 'discretion',
    number,
    subject: {
      ruleId: 'absent',
      schemeVersion: 1,
      staffNumbers: [staffNumber],
      occurredOn: localDate('2025-05-06'),
      quantity: 100,
      matter: null,
      place: null,
      facts: `${mark}的事实`,
    },
    steps: [step(1, { kind: 'proposed' })],
  })
  const filled = await services.inTown<PersonsProceedings, never>(tenantId, 'write', async (stores) => {
    const [filed, proposed] = [
      objection(await stores.proceedings.nextNumber('objection', 2026)),
      discretion(await stores.proceedings.nextNumber('discretion', 2026)),
    ]
    await stores.proceedings.add(filed)
    await stores.proceedings.add(proposed)
    const bytes = new TextEncoder().encode(`${mark}佐证`)
    const act = { at, by, today: townDay(at.getTime()), newId: randomUUID, tenantId, idempotencyKey: null }
    const handedIn = { fileName: `${mark}佐证.txt`, mediaType: 'text/plain; charset=utf-8', bytes }
    const kept = await keepFile(services.files, handedIn)
    assert(kept.ok, 'there is room for a file')
    const attached = await attachFile(stores.attachments, act, filed, kept.value)
    assert(attached.ok, 'an open objection takes a file')
    for (const { id } of [filed, proposed])
      await withdraw(stores.proceedings, id, step(2, { kind: 'withdrawn', words: '' }))
    const added = await addEvidence(stores.evidence, act, { kind: 'entry', id: entryId }, kept.value, null)
    assert(added.ok, 'an entry takes a file')
    return accept({
      proceedingId: filed.id,
      discretionId: proposed.id,
      attachmentId: attached.value.id,
      evidenceId: added.value.id,
    })
  })
  assert(filled.ok, 'filling refuses nothing')
  return filled.value
}

async function withdraw(proceedings: ProceedingStore, id: string, step: ProceedingStep): Promise<void> {
  assert(await proceedings.appendStep(id, step), 'a second step')
}
