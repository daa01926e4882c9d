import { z } from 'zod'
import { diagnosticSchema, interpretationSchema } from '../../domain/compiler/diagnostic.ts'
import { silenceReasons } from '../../domain/compiler/silence-reason.ts'
import { citationSchema, spanSchema } from '../../domain/regulation/citation.ts'
import { schemeEditSchema } from '../../domain/scheme/edit-scheme.ts'
import { schemeSchema } from '../../domain/scheme/scheme.ts'
import type { schemeEffectEndpoints } from '../contract/scheme-effects.ts'
import type { schemeEndpoints } from '../contract/schemes.ts'
import { answersOf, component, file, json, written } from './answers-of.ts'
import { centipoints, count, day, done, instant, words } from './fields.ts'

const span = component('Span', spanSchema)
const diagnostic = component('Diagnostic', diagnosticSchema)
const interpretation = component('Interpretation', interpretationSchema)
const schemeEdit = component('SchemeEdit', schemeEditSchema)
const schemeFile = component('SchemeFile', written(schemeSchema))

const regulation = component(
  'Regulation',
  z.object({ id: z.uuid(), title: words, fileName: words.nullable(), text: words, receivedAt: instant }),
)

const step = { id: z.uuid(), at: instant, by: words, undone: z.boolean() }
const draftStep = component(
  'DraftStep',
  z.discriminatedUnion('kind', [
    z.object({ ...step, kind: z.literal('interpretation'), interpretation, idle: z.boolean() }),
    z.object({ ...step, kind: z.literal('edit'), edit: schemeEdit }),
  ]),
)

const draftBase = z.object({ version: count, part: z.enum(['scheme', 'examples']) })

const draftHead = component(
  'DraftHead',
  z.object({
    draftId: z.uuid(),
    title: words,
    state: z.enum(['open', 'adopted', 'discarded']),
    startedFrom: z.enum(['text', 'blank', 'version']),
    base: draftBase.nullable(),
    fileName: words.nullable(),
    steps: count,
    createdAt: instant,
    createdBy: words,
    changedAt: instant,
    closedAt: instant.nullable(),
    closedBy: words.nullable(),
  }),
)

const coverage = z.object({
  tokens: count,
  underRule: count,
  underDiagnostic: count,
  explained: z.array(
    z.object({ span, quote: words, phrase: words, reason: z.enum(silenceReasons), sentence: words }),
  ),
  unexplained: z.array(span.extend({ quote: words })),
})

const workbench = component(
  'Workbench',
  z.object({
    draftId: z.uuid(),
    revision: count,
    regulation: regulation.nullable(),
    scheme: schemeFile,
    diagnostics: z.array(diagnostic),
    coverage: coverage.nullable(),
    steps: z.array(draftStep),
    adoptable: z.boolean(),
    ruleCount: count,
    base: draftBase.nullable(),
    replaced: draftHead.optional(),
  }),
)

const versionHead = z.object({
  version: count,
  effectiveFrom: day,
  adoptedAt: instant,
  proposedBy: words.nullable(),
  adoptedBy: words,
  basis: words,
})
export const schemeVersion = component(
  'SchemeVersion',
  versionHead.extend({ scheme: schemeFile, regulation: regulation.nullable() }),
)

const comparedSide = component(
  'ComparedSide',
  z.object({ version: count.nullable(), title: words, effectiveFrom: day.nullable() }),
)
const comparedPart = z.object({ id: words.nullable(), words, source: citationSchema.nullable() })
const comparedChange = z.object({
  about: z.enum(['scheme', 'category', 'sheet', 'item', 'rule', 'example']),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  path: z.array(words),
  pathBefore: z.array(words).nullable(),
  sentence: words,
  before: comparedPart.nullable(),
  after: comparedPart.nullable(),
  fields: z.array(z.object({ label: words, before: words.nullable(), after: words.nullable() })),
})
const schemeComparison = z.object({
  from: comparedSide,
  to: comparedSide,
  identical: z.boolean(),
  counts: z.object({ added: count, removed: count, changed: count, moved: count }),
  changes: z.array(comparedChange),
})

const textHunk = z.object({
  before: span,
  after: span,
  lineBefore: count,
  lineAfter: count,
  above: words,
  below: words,
  pieces: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: words })),
})
const regulationComparison = z.object({
  from: comparedSide,
  to: comparedSide,
  identical: z.boolean(),
  detail: z.enum(['words', 'lines']),
  hunks: z.array(textHunk),
})

export const schemeAnswers = answersOf<typeof schemeEndpoints>()({
  pasteRegulation: json(workbench, [409, 422]),
  uploadRegulation: json(workbench, [409, 422]),
  startBlankDraft: json(workbench, [409]),
  startDraftFromVersion: json(workbench, [404, 409]),
  listDrafts: json(z.object({ drafts: z.array(draftHead) })),
  reopenDraft: json(workbench, [404, 409]),
  readOpenDraft: json(z.object({ workbench: workbench.nullable() })),
  interpretClause: json(workbench, [404, 409, 422]),
  editScheme: json(workbench, [404, 409, 422]),
  undoStep: json(workbench, [404, 409]),
  discardDraft: json(done, [404, 409]),
  listSchemeVersions: json(z.object({ versions: z.array(versionHead) })),
  compareSchemes: json(schemeComparison, [404]),
  compareRegulations: json(regulationComparison, [404, 422]),
  downloadSchemeVersion: file([404]),
  downloadDraft: file([404]),
  readSchemeVersion: json(schemeVersion, [404]),
})

const readingEffect = z.object({
  key: words,
  people: count,
  mostCentipoints: centipoints,
  fewer: count,
  more: count,
})

export const schemeEffectAnswers = answersOf<typeof schemeEffectEndpoints>()({
  readReadingEffects: json(
    z.object({ entries: count, unmatched: count, readings: z.array(readingEffect) }),
    [404, 409, 422],
  ),
})
