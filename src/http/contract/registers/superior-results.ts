import { superiorResultDefinition } from '../../../domain/registers/superior-result/superior-result-record.ts'
import { addRecord, changeRecord, listRecords, withdrawRecord } from './record-endpoints.ts'

export const superiorResultEndpoints = {
  listSuperiorResults: listRecords(superiorResultDefinition, 'superior-result.read'),
  addSuperiorResult: addRecord(superiorResultDefinition, 'superior-result.keep'),
  changeSuperiorResult: changeRecord(superiorResultDefinition, 'superior-result.keep'),
  withdrawSuperiorResult: withdrawRecord(superiorResultDefinition, 'superior-result.keep'),
}
