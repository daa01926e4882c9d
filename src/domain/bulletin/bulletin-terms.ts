import { z } from 'zod'

/** What the office chooses of a bulletin before it is published; frozen with it: JSON. */
export const bulletinTermsSchema = z.object({
  /** How long it is publicly noticed; null: it is final when it is published. */
  notice: z.object({ days: z.int().min(1).max(90), kind: z.enum(['working', 'calendar']) }).nullable(),
  /** Where to and with whom one objects: 考核办（203室），电话 … */
  contact: z.string().max(200),
  /** About what one may object. */
  scope: z.string().max(200),
  /** Scores are withheld: 等次 alone, or what stands in their place, is shown. */
  gradesOnly: z.boolean(),
  /** Of a correction: why. */
  reason: z.string().max(500).nullable(),
})
export type BulletinTerms = z.infer<typeof bulletinTermsSchema>

/** Of a document that has no notice and withholds nothing by choice. */
export const noTerms: BulletinTerms = { notice: null, contact: '', scope: '', gradesOnly: false, reason: null }
