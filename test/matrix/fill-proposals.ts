import { randomUUID } from 'node:crypto'
import { accept } from '../../src/domain/primitives/result.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import type { RunningServer } from './running-server.ts'

/** A proposal about the person that was dismissed: asking again changes nothing. */
export async function fillProposal(
  { app: { services } }: RunningServer,
  tenantId: string,
  about: { readonly staffNumber: string; readonly mark: string },
): Promise<string> {
  const id = randomUUID()
  const at = services.now()
  const { staffNumber, mark } = about
  await services.inTown(tenantId, 'write', async ({ proposedEntries }) => {
    await proposedEntries.add([
      {
        id,
        sort: 'entry',
        observation: {
          register: 'attendance',
          kind: 'late',
          factKey: `late/${staffNumber}/2025-05-05`,
          staffNumber,
          occurredOn: localDate('2025-05-05'),
          quantity: quantity(100),
          level: null,
          variant: null,
          matter: null,
          place: null,
          words: `${mark}迟到42分钟。`,
          recordIds: [],
        },
        state: 'dismissed',
        entryId: null,
        reason: `${mark}已说明`,
        madeAt: at,
        decided: { at, by: '考核办' },
      },
    ])
    return accept(null)
  })
  return id
}
