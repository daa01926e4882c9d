import { superiorResultDefinition } from '../../../domain/registers/superior-result/superior-result-record.ts'
import type { superiorResultEndpoints } from '../../contract/registers/superior-results.ts'
import { answersOf } from '../answers-of.ts'
import { recordAnswers } from './record-answers.ts'

const { list, add, change, withdraw } = recordAnswers(superiorResultDefinition)

export const superiorResultAnswers = answersOf<typeof superiorResultEndpoints>()({
  listSuperiorResults: list,
  addSuperiorResult: add,
  changeSuperiorResult: change,
  withdrawSuperiorResult: withdraw,
})
