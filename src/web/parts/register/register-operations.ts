import type {
  addRecord,
  changeRecord,
  listRecords,
  withdrawRecord,
} from '../../../http/contract/registers/record-endpoints.ts'

/** The operations of one register that its page calls; what is absent the page does not offer. */
export type RegisterOperations<Body> = {
  readonly list: ReturnType<typeof listRecords<Body>>
  readonly add?: ReturnType<typeof addRecord<Body>>
  readonly change?: ReturnType<typeof changeRecord<Body>>
  readonly withdraw?: ReturnType<typeof withdrawRecord<Body>>
}
