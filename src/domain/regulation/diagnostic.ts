import { z } from 'zod'
import { spanSchema } from './citation.ts'

const diagnosticSeverities = ['error', 'warning', 'info'] as const

const diagnosticCodes = [
  'sum-mismatch',
  'number-repaired',
  'number-lost',
  'word-repaired',
  'text-truncated',
  'deduction-exceeds-item',
  'severity-not-monotone',
  'missing-section',
  'no-scoring-clause',
  'no-unit',
  'ambiguous-reading',
  'unreadable-clause',
  'overlapping-bands',
  'undefined-role',
  'doubtful-amount',
  'unused-points',
  'chunk-break',
  'roll-up-circle',
  'example-failed',
  'answer-idle',
  'edit-idle',
] as const

export type DiagnosticCode = (typeof diagnosticCodes)[number]

/** What accepting a fix or choosing a reading does; replayed by the compiler, never applied to the stored text. */
export const interpretationSchema = z.discriminatedUnion('act', [
  /** Read these words as other words (a damaged number or word). */
  z.object({ act: z.literal('read-as'), span: spanSchema, text: z.string() }),
  /** Choose one of the candidate readings of a clause by its key. */
  z.object({ act: z.literal('choose-reading'), span: spanSchema, reading: z.string() }),
  /** The words score nothing, or the finding is seen and left as it is. */
  z.object({ act: z.literal('leave'), span: spanSchema, code: z.enum(diagnosticCodes) }),
])
export type Interpretation = z.infer<typeof interpretationSchema>

/** The part of the scheme a finding speaks of; id null is the scheme as a whole. */
const diagnosticAboutSchema = z.object({
  kind: z.enum(['scheme', 'category', 'sheet', 'item', 'rule', 'example']),
  id: z.string().nullable(),
})
export type DiagnosticAbout = z.infer<typeof diagnosticAboutSchema>

export const diagnosticSchema = z.object({
  severity: z.enum(diagnosticSeverities),
  code: z.enum(diagnosticCodes),
  /** One plain Chinese sentence that names the place and the way out. */
  message: z.string(),
  span: spanSchema,
  quote: z.string(),
  /** Set by the lint of the scheme: parts made by hand have no words in the text to find them by. */
  about: diagnosticAboutSchema.optional(),
  /** One way to settle it, worded for a button. */
  fix: z.object({ label: z.string(), interpretation: interpretationSchema }).optional(),
  /** Candidate readings to choose from; the first is what the compiler used meanwhile. */
  readings: z
    .array(z.object({ key: z.string(), label: z.string(), interpretation: interpretationSchema }))
    .optional(),
  /** Set when an answer has settled it. */
  settled: interpretationSchema.optional(),
})
export type Diagnostic = z.infer<typeof diagnosticSchema>
