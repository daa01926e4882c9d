import type { proofFileEndpoints } from '../contract/proof-files.ts'
import { answersOf, file } from './answers-of.ts'

export const proofFileAnswers = answersOf<typeof proofFileEndpoints>()({
  downloadPublicProof: file(),
  downloadPayProof: file(),
  downloadFullProof: file(),
  downloadVerifier: file(),
})
