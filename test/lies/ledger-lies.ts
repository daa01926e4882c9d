import { addLeaf, dropLeaf, leafWhere, renumber, reopen } from '../builders/forger.ts'
import { recording, inRow, type Lie } from './lie.ts'

/** About the ledger. */
export const ledgerLies: readonly Lie[] = [
  // The ledger.
  [
    '台账里多一行，日志里没有',
    'full',
    'chain',
    'rows',
    (file) => file.rows.push({ ...file.rows[0], position: 56 }),
  ],
  ['台账里少一行，日志里有', 'full', 'chain', 'rows', (file) => file.rows.pop()],
  ['台账里改了说明，日志没改', 'full', 'chain', 'rows', (file) => (file.rows[0].recording.note = '改过')],
  ['台账里改了数量，日志没改', 'full', 'chain', 'rows', (file) => (file.rows[0].recording.quantity = 900)],
  ['台账里换了人，日志没换', 'full', 'chain', 'rows', (file) => (file.rows[0].recording.staffNumber = '006')],
  ['开封的内容改了，承诺没改', 'full', 'parts', 'leaves', (file) => reopen(file, recording(file), 'note', '改过')],
  ['删一条记录，后面的编号不动', 'full', 'chain', 'order', (file) => dropLeaf(file, recording(file).index)],
  [
    '删一条记录和它的确认，全部重新编号',
    'full',
    'chain',
    'scores',
    (file) => {
      const { index, leaf } = recording(file)
      dropLeaf(file, leafWhere(file, (one) => one.kind === 'confirmation' && one.entryId === leaf.id).index)
      dropLeaf(file, index)
      renumber(file)
    },
  ],
  ['记录的数量改小', 'full', 'chain', 'scores', (file) => inRow(file, 'quantity', 100)],
  ['记录改到另一天，另一个月', 'full', 'chain', 'shown', (file) => inRow(file, 'occurredOn', '2025-03-30')],
  ['记录改到去年', 'full', 'chain', 'scores', (file) => inRow(file, 'occurredOn', '2024-01-03')],
  ['记录换一条计分条款', 'full', 'chain', 'scores', (file) => inRow(file, 'ruleId', '缺席')],
  ['记录改到别人名下', 'full', 'chain', 'scores', (file) => reopen(file, recording(file), 'staffNumber', '006')],
  [
    '撤掉一条确认，重新编号',
    'full',
    'chain',
    'scores',
    (file) => {
      dropLeaf(file, leafWhere(file, (leaf) => leaf.kind === 'confirmation').index)
      renumber(file)
    },
  ],
  [
    '撤掉一条更正，重新编号',
    'full',
    'chain',
    'scores',
    (file) => {
      dropLeaf(file, leafWhere(file, (leaf) => leaf.kind === 'reversal').index)
      renumber(file)
    },
  ],
  [
    '同一条记录确认两次',
    'full',
    'chain',
    'order',
    (file) =>
      addLeaf(
        file,
        leafWhere(file, (leaf) => leaf.kind === 'confirmation'),
        { position: 56 },
      ),
  ],
  [
    '更正一条从没登记过的记录',
    'full',
    'chain',
    'order',
    (file) =>
      addLeaf(
        file,
        leafWhere(file, (leaf) => leaf.kind === 'reversal'),
        { position: 56, entryId: 'x' },
      ),
  ],
  [
    '登记的人自己确认',
    'full',
    'chain',
    'order',
    (file) =>
      reopen(
        file,
        leafWhere(file, (leaf) => leaf.kind === 'confirmation'),
        'recordedBy',
        '督查员',
      ),
  ],
  [
    '先确认，后登记',
    'full',
    'chain',
    'order',
    (file) => {
      const [one, other] = [recording(file), leafWhere(file, (leaf) => leaf.kind === 'confirmation')]
      ;[one.leaf, other.leaf] = [other.leaf, one.leaf]
      ;[one.openings, other.openings] = [other.openings, one.openings]
      renumber(file)
    },
  ],
  [
    '后来的记录写成早先的时间',
    'full',
    'chain',
    'order',
    (file) => (recording(file, 12).leaf.recordedAt = '2025-01-01T00:00:00.000Z'),
  ],
  ['混进别的镇的叶子', 'full', 'chain', 'leaves', (file) => (recording(file).leaf.tenantId = 'another')],
  ['少列一片叶子', 'full', 'parts', 'leaves', (file) => file.leaves.splice(5, 1)],
  ['两片叶子对调', 'full', 'parts', 'leaves', (file) => (file.leaves = file.leaves.toReversed())],
]
