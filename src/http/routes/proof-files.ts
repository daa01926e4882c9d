import type { AuditNote } from '../../commands/audit-store.ts'
import { accept } from '../../domain/primitives/result.ts'
import { originOf } from '../../domain/proof/checkpoint.ts'
import type { ProofScope } from '../../domain/verification/proof-file.ts'
import { sealProof } from '../../domain/verification/seal-proof.ts'
import { readProofParts } from '../../queries/read-proof-parts.ts'
import type { proofFileEndpoints } from '../contract/proof-files.ts'
import type { FileAnswer } from '../files.ts'
import type { RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

const scopeWords = { public: '公开', pay: '财务', full: '完整' } as const satisfies Record<ProofScope, string>

type Asked = {
  readonly scope: ProofScope
  readonly staffNumber: string | null
  readonly tenantId: string
  readonly at: Date
}

/** The file ends at a head signed now, so that whoever has it can hold the town to it. */
async function writeProof(
  stores: TownStores,
  { sha256, signer, engineVersion }: Services,
  { scope, staffNumber, tenantId, at }: Asked,
): Promise<{ readonly file: FileAnswer; readonly note: Partial<AuditNote> }> {
  const signed = await stores.log.checkpoint(at)
  const { size, root } = signed ?? (await stores.log.head())
  const asked = { scope, staffNumber: scope === 'public' ? staffNumber : null, size }
  const parts = await readProofParts(stores, asked, sha256)
  // A head signed by this very request is on record only after it.
  const checkpoints = withLatest(parts.checkpoints, signed?.note ?? null)
  const town = await stores.readTownName()
  const bytes = sealProof(
    {
      scope,
      origin: originOf(tenantId),
      town,
      tenantId,
      madeAt: at.toISOString(),
      madeFor: asked.staffNumber,
      engineVersion,
      head: { size, root },
    },
    { ...parts, checkpoints },
    { sha256, keys: signer.keys, sign: signer.sign },
  )
  const label = `${scopeWords[scope]}核验文件，${String(size)}条`
  return {
    file: {
      fileName: `${town} ${scopeWords[scope]}核验文件 ${String(size)}.json`,
      contentType: 'application/json; charset=utf-8',
      bytes,
    },
    note: { object: { kind: 'proof-file', id: scope, label }, after: { digest: root } },
  }
}

function withLatest(notes: unknown, latest: string | null): readonly unknown[] {
  const known: readonly unknown[] = Array.isArray(notes) ? notes : []
  return latest === null || known.includes(latest) ? known : [...known, latest]
}

function download(scope: ProofScope): RouteGroup<typeof proofFileEndpoints>['downloadPublicProof'] {
  return {
    inTown: async ({ stores, services, session, subject, at, note }) => {
      const { staffNumber } = subject
      const made = await writeProof(stores, services, { scope, staffNumber, tenantId: session.tenantId, at })
      note(made.note)
      return accept(made.file)
    },
  }
}

export const proofFileRoutes: RouteGroup<typeof proofFileEndpoints> = {
  downloadPublicProof: download('public'),
  downloadPayProof: download('pay'),
  downloadFullProof: download('full'),
  downloadVerifier: {
    inTown: async ({ services, note }) => {
      note({ object: { kind: 'proof-file', id: 'verifier', label: '离线核验页' } })
      return accept({
        fileName: '公道离线核验.html',
        contentType: 'text/html; charset=utf-8',
        bytes: await services.readVerifier(),
      })
    },
  },
}
