import { z } from 'zod'
import type { Coverage } from '../../domain/compiler/coverage.ts'
import { interpretationSchema, type Diagnostic, type Interpretation } from '../../domain/compiler/diagnostic.ts'
import { schemeEditSchema, type SchemeEdit } from '../../domain/scheme/edit-scheme.ts'
import type { SchemeFile } from '../../domain/scheme/scheme.ts'
import type { RegulationComparison } from '../../queries/compare-regulations.ts'
import type { SchemeComparison } from '../../queries/compare-schemes.ts'
import { answer, endpoint } from './endpoint.ts'

export type { RegulationComparison, TextHunk } from '../../queries/compare-regulations.ts'
export type {
  ComparedChange,
  ComparedPart,
  ComparedSide,
  SchemeComparison,
} from '../../queries/compare-schemes.ts'

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
  | {
      readonly kind: 'interpretation'
      readonly interpretation: Interpretation
      /** The question it answers is not asked any more, so that it does nothing; a finding says so as well. */
      readonly idle: boolean
    }
  | { readonly kind: 'edit'; readonly edit: SchemeEdit }
)

/** What a draft began from, and how far it has come; for the list of drafts and for saying what one replaces. */
export type DraftHead = {
  readonly draftId: string
  readonly title: string
  readonly state: 'open' | 'adopted' | 'discarded'
  readonly startedFrom: 'text' | 'blank' | 'version'
  /** The version it is a copy of, or whose worked examples it began with. */
  readonly base: DraftBase | null
  readonly fileName: string | null
  /** Steps that stand; undone ones are not counted. */
  readonly steps: number
  readonly createdAt: string
  readonly createdBy: string
  /** When its latest step was taken, or it was opened. */
  readonly changedAt: string
  /** When it was adopted or replaced; null while it is open. */
  readonly closedAt: string | null
  readonly closedBy: string | null
}

/**
 * The adopted version a draft builds on. `scheme`: the draft is a copy of that version, its text stands beside it for
 * the citations, and is not compiled again, so that there are no questions about the text and no coverage. `examples`:
 * the draft is of a new text or blank, and began with that version's worked examples.
 */
export type DraftBase = { readonly version: number; readonly part: 'scheme' | 'examples' }

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
    /** Scoring words that score nothing, each with its reason. */
    readonly explained: Coverage['explained']
    readonly unexplained: Coverage['unexplained']
  } | null
  readonly steps: readonly DraftStep[]
  readonly adoptable: boolean
  readonly ruleCount: number
  readonly base: DraftBase | null
  /** Only in the answer that opened this draft: the one that was open before, which can be reopened from the list. */
  readonly replaced?: DraftHead
}

export type SchemeVersion = {
  readonly version: number
  readonly effectiveFrom: string
  readonly adoptedAt: string
  /** Who asked the leading group for it; null for a version that one alone adopted, before this took two. */
  readonly proposedBy: string | null
  readonly adoptedBy: string
  /** The leading group's decision it rests on: minutes, meeting, document number. */
  readonly basis: string
  readonly scheme: SchemeFile
  readonly regulation: Regulation | null
}

const draftParams = z.object({ draftId: z.uuid() })
const revisionField = z.coerce.number().int().min(0)
const versionField = z.coerce.number<number | string>().int().min(1)
/** An adopted version by its number, the open draft, or the draft before anything in it was changed by hand. */
const sideField = z.union([z.enum(['draft', 'start']), versionField])
const compareQuery = z.object({ from: sideField, to: sideField })
const fileQuery = z.object({ format: z.enum(['docx', 'xlsx', 'json']) })

export const schemeEndpoints = {
  /** Paste: title and text. A new draft replaces the open one, which stays on the list and can be reopened. */
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
  /** A copy of an adopted version, to go on from: same scheme, same citations, same examples. */
  startDraftFromVersion: endpoint({
    method: 'POST',
    path: '/api/drafts/from-version',
    access: { action: 'scheme.draft' },
    body: z.object({ version: versionField }),
    answer: answer<Workbench>(),
  }),
  /** Every draft there has been, the latest opened first. */
  listDrafts: endpoint({
    method: 'GET',
    path: '/api/drafts',
    access: { action: 'scheme.read' },
    answer: answer<{ readonly drafts: readonly DraftHead[] }>(),
  }),
  /** Goes on with a draft that was put aside; the one open now is put aside in its turn. */
  reopenDraft: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/reopen',
    access: { action: 'scheme.draft' },
    params: draftParams,
    body: z.object({}),
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
    /** `takesBack`: steps of answers that no longer stand; with an answer beside it, that answer takes their place. */
    body: z
      .object({
        revision: revisionField,
        interpretations: z.array(interpretationSchema).max(500),
        takesBack: z.array(z.uuid()).max(500).optional(),
      })
      .refine(
        ({ interpretations, takesBack = [] }) => interpretations.length + takesBack.length > 0,
        '没有要处理的地方',
      ),
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
  listSchemeVersions: endpoint({
    method: 'GET',
    path: '/api/scheme-versions',
    access: { action: 'scheme.read' },
    answer: answer<{ readonly versions: readonly Omit<SchemeVersion, 'scheme' | 'regulation'>[] }>(),
  }),
  /** Before `readSchemeVersion`, whose path would take the word for a number. */
  compareSchemes: endpoint({
    method: 'GET',
    path: '/api/scheme-versions/compare',
    access: { action: 'scheme.read' },
    query: compareQuery,
    answer: answer<SchemeComparison>(),
  }),
  compareRegulations: endpoint({
    method: 'GET',
    path: '/api/regulations/compare',
    access: { action: 'scheme.read' },
    query: compareQuery,
    answer: answer<RegulationComparison>(),
  }),
  /** docx in official layout, xlsx by category and office, or the scheme file itself. */
  downloadSchemeVersion: endpoint({
    method: 'GET',
    path: '/api/scheme-versions/{version}/file',
    access: { action: 'scheme.read' },
    params: z.object({ version: versionField }),
    query: fileQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** The same of the open draft, marked 草案. */
  downloadDraft: endpoint({
    method: 'GET',
    path: '/api/drafts/{draftId}/file',
    access: { action: 'scheme.read' },
    params: draftParams,
    query: fileQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  readSchemeVersion: endpoint({
    method: 'GET',
    path: '/api/scheme-versions/{version}',
    access: { action: 'scheme.read' },
    params: z.object({ version: versionField }),
    answer: answer<SchemeVersion>(),
  }),
}
