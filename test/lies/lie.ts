import { bulletinOf, leafWhere, type Depth, type Forgery } from '../builders/forger.ts'
import type { CheckName } from '../../src/domain/verification/finding.ts'

/** What whoever verifies has kept: a head as it was printed in April or last, a file of April, a receipt, the key. */
export type Kept = 'head' | 'last' | 'earlier' | 'receipt' | 'key'
export const townKey = '清源镇的钥匙'

/** A lie of a server, by whom it is told, how thoroughly, and which check must catch it. */
export type Lie = readonly [
  name: string,
  scope: 'full' | 'pay' | 'own',
  depth: Depth,
  caught: CheckName,
  tell: (file: Forgery) => void,
  kept?: Kept,
  signer?: string,
]

export const people = (file: Forgery, kind = 'quarterly') => bulletinOf(file, kind).backing.assessed.people
export const tableOf = (bulletin: Forgery, column: string): Forgery =>
  bulletin.content.blocks.find(
    (block: Forgery) => block.kind === 'table' && block.columns.some(({ title }: Forgery) => title === column),
  )
export const cellAt = (bulletin: Forgery, column: string, text: string): void => {
  const table = tableOf(bulletin, column)
  table.rows[0][table.columns.findIndex(({ title }: Forgery) => title === column)] = text
}
export const recording = (file: Forgery, place = 0) =>
  file.leaves.filter((one: Forgery) => one.leaf.kind === 'recording')[place]
export const inRow = (file: Forgery, name: string, value: unknown): void => {
  const { leaf } = recording(file)
  leaf[name] = value
  file.rows[leaf.position - 1].recording[name] = value
}
export const firstRule = (file: Forgery) => file.schemes[0].file.categories[0].sheets[0].items[0].rules[0]
export const publication = (file: Forgery, kind: string) =>
  leafWhere(file, (leaf) => leaf.kind === 'publication' && leaf.bulletinKind === kind)
export const closed = (file: Forgery) => leafWhere(file, (leaf) => leaf.kind === 'close')
export const ended = (file: Forgery) => leafWhere(file, (leaf) => leaf.kind === 'finalisation')
