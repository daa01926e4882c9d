import { z } from 'zod'
import { interpretationSchema, type Diagnostic, type Interpretation } from '../../domain/compiler/diagnostic.ts'
import { schemeEditSchema, type SchemeEdit } from '../../domain/scheme/edit-scheme.ts'
import type { SchemeFile } from '../../domain/scheme/scheme.ts'
import { answer, endpoint } from './endpoint.ts'

export type Regulation = {
  readonly id: string
  readonly title: string
  readonly fileName: string | null
  /** The stored text; every citation and diagnostic span points into it. */
  readonly text: string
  readonly receivedAt: string
}

/** One thing a person did in the workbench: kept beside the clause with who and when, replayed on the text. */
export type DraftStep = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly undone: boolean
} & (
  | { readonly kind: 'interpretation'; readonly interpretation: Interpretation }
  | { readonly kind: 'edit'; readonly edit: SchemeEdit }
)

export type Workbench = {
  readonly draftId: string
  /** Rises with every step; a step against an older revision is refused (two tabs). */
  readonly revision: number
  readonly regulation: Regulation | null
  readonly scheme: SchemeFile
  readonly diagnostics: readonly Diagnostic[]
  readonly coverage: {
    readonly tokens: number
    readonly underRule: number
    readonly underDiagnostic: number
    readonly unexplained: readonly unknown[]
  } | null
  readonly steps: readonly DraftStep[]
  readonly adoptable: boolean
  readonly ruleCount: number
}

export type SchemeVersion = {
  readonly version: number
  readonly effectiveFrom: string
  readonly adoptedAt: string
  readonly adoptedBy: string
  /** The leading group's decision it rests on: minutes, meeting, document number. */
  readonly basis: string
  readonly scheme: SchemeFile
  readonly regulation: Regulation | null
}

const draftParams = z.object({ draftId: z.uuid() })
const revisionField = z.coerce.number().int().min(0)

export const schemeEndpoints = {
  /** Paste: title and text. A new draft replaces the open one, which stays in the list of steps of its regulation. */
  pasteRegulation: endpoint({
    method: 'POST',
    path: '/api/drafts/from-text',
    access: { action: 'scheme.draft' },
    body: z.object({ title: z.string().trim().max(200), text: z.string().max(5_000_000) }),
    answer: answer<Workbench>(),
  }),
  uploadRegulation: endpoint({
    method: 'POST',
    path: '/api/drafts/from-file',
    access: { action: 'scheme.draft' },
    upload: true,
    body: z.object({}),
    answer: answer<Workbench>(),
  }),
  startBlankDraft: endpoint({
    method: 'POST',
    path: '/api/drafts/blank',
    access: { action: 'scheme.draft' },
    body: z.object({ title: z.string().trim().min(1, '请填写方案名称').max(200) }),
    answer: answer<Workbench>(),
  }),
  readOpenDraft: endpoint({
    method: 'GET',
    path: '/api/drafts/open',
    access: { action: 'scheme.read' },
    answer: answer<{ readonly workbench: Workbench | null }>(),
  }),
  interpretClause: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/interpretations',
    access: { action: 'scheme.draft' },
    params: draftParams,
    body: z.object({ revision: revisionField, interpretations: z.array(interpretationSchema).min(1).max(500) }),
    answer: answer<Workbench>(),
  }),
  editScheme: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/edits',
    access: { action: 'scheme.draft' },
    params: draftParams,
    body: z.object({ revision: revisionField, edit: schemeEditSchema }),
    answer: answer<Workbench>(),
  }),
  undoStep: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/undo',
    access: { action: 'scheme.draft' },
    params: draftParams,
    body: z.object({ revision: revisionField }),
    answer: answer<Workbench>(),
  }),
  discardDraft: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/discard',
    access: { action: 'scheme.draft' },
    params: draftParams,
    body: z.object({ revision: revisionField }),
    answer: answer<{ readonly done: true }>(),
  }),
  /** The leading group adopts the draft as the next version; refused while an error is open. */
  adoptScheme: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/adoption',
    access: { action: 'scheme.adopt' },
    params: draftParams,
    body: z.object({
      revision: revisionField,
      effectiveFrom: z.iso.date('请选择施行日期'),
      basis: z.string().trim().min(1, '请填写通过的会议或文号').max(500),
    }),
    answer: answer<SchemeVersion>(),
  }),
  listSchemeVersions: endpoint({
    method: 'GET',
    path: '/api/scheme-versions',
    access: { action: 'scheme.read' },
    answer: answer<{ readonly versions: readonly Omit<SchemeVersion, 'scheme' | 'regulation'>[] }>(),
  }),
  readSchemeVersion: endpoint({
    method: 'GET',
    path: '/api/scheme-versions/{version}',
    access: { action: 'scheme.read' },
    params: z.object({ version: z.coerce.number().int().min(1) }),
    answer: answer<SchemeVersion>(),
  }),
}
