import { z } from 'zod'

/** A stretch of the stored regulation text, in UTF-16 units, end exclusive (SPEC §2). */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof spanSchema>

/** Where a category, item or rule stands in the regulation: offsets into the stored text and the words there. */
export const citationSchema = spanSchema.extend({
  quote: z.string(),
  /** Headings above the clause, outermost first. */
  path: z.array(z.string()).optional(),
})
export type Citation = z.infer<typeof citationSchema>

/** Cites the span with the words that stand there; without a path no headings are named. */
export function citationOf(text: string, span: Span, path?: readonly string[]): Citation {
  const quote = text.slice(span.start, span.end)
  return path === undefined ? { ...span, quote } : { ...span, quote, path: [...path] }
}
