import { bulletinOf, dropLeaf, reopen, type Forgery } from '../builders/forger.ts'
import { sealingBy, sha256 } from '../builders/logged-town.ts'
import { signCheckpoint } from '../../src/domain/proof/checkpoint.ts'
import { cellAt, recording, publication, townKey, type Lie } from './lie.ts'

/** In public files, and about heads, keys and signatures. */
export const headLies: readonly Lie[] = [
  // The public file.
  ['公开文件：本人记录的数量改了', 'own', 'parts', 'leaves', (file) => (recording(file).leaf.quantity = 900)],
  [
    '公开文件：本人记录的说明改了',
    'own',
    'parts',
    'leaves',
    (file) => (recording(file).openings[1].value = '改过'),
  ],
  [
    '公开文件：拿别人的记录充数',
    'own',
    'chain',
    'own-entries',
    (file) => reopen(file, recording(file), 'staffNumber', '002'),
  ],
  ['公开文件：写成给别人的', 'own', 'parts', 'own-entries', (file) => (file.manifest.madeFor = '002')],
  [
    '公开文件：通报换了内容',
    'own',
    'parts',
    'publications',
    (file) => (bulletinOf(file, 'annual').content.title = '另一份'),
  ],
  [
    '公开文件：通报表格与数字不一',
    'own',
    'chain',
    'shown',
    (file) => cellAt(bulletinOf(file, 'annual'), '成绩（分）', '10.00'),
  ],
  ['公开文件：通报不给看', 'own', 'chain', 'publications', (file) => file.bulletins.shift()],
  [
    '公开文件：通报把期间写错',
    'own',
    'chain',
    'publications',
    (file) => (bulletinOf(file, 'quarterly').content.period = '2025-Q2'),
  ],

  // Heads, keys and signatures.
  ['叶子的摘要换一个', 'full', 'parts', 'roots', (file) => (file.hashes[3] = '0'.repeat(64))],
  ['最后的校验码不签名', 'full', 'parts', 'roots', (file) => file.checkpoints.pop()],
  [
    '签过名的校验码次序颠倒',
    'full',
    'parts',
    'roots',
    (file) => (file.checkpoints = file.checkpoints.toReversed()),
  ],
  ['校验码读不出来', 'full', 'parts', 'signatures', (file) => (file.checkpoints[0] = '随便写的')],
  ['写成另一个日志', 'own', 'parts', 'signatures', (file) => (file.manifest.origin = 'gongdao/another')],
  [
    '给另一个根补签名',
    'own',
    'parts',
    'roots',
    (file) => {
      const head = { size: 20, root: 'ab'.repeat(32) }
      file.checkpoints[4] = signCheckpoint(file.manifest.origin, head, sealingBy(townKey), sha256)
    },
  ],
  [
    '一个校验码由别的钥匙签',
    'own',
    'parts',
    'signatures',
    (file) => {
      const head = { size: 5, root: 'ab'.repeat(32) }
      file.checkpoints[0] = signCheckpoint(file.manifest.origin, head, sealingBy('别的'), sha256)
    },
  ],

  // Everything made anew: only what somebody kept tells.
  [
    '改一条记录的地点，全部重做，真钥匙签；有印出的校验码',
    'full',
    'chain',
    'heads',
    (file) => reopen(file, recording(file), 'place', '别处'),
    'head',
  ],
  [
    '同上；有以前的文件',
    'full',
    'chain',
    'earlier',
    (file) => reopen(file, recording(file), 'place', '别处'),
    'earlier',
  ],
  [
    '同上；有回执',
    'full',
    'chain',
    'receipts',
    (file) => reopen(file, recording(file), 'place', '别处'),
    'receipt',
  ],
  ['全部重做，换一把钥匙签；知道公钥指纹', 'full', 'chain', 'key', () => undefined, 'key', '冒充的钥匙'],
  ['全部重做，换一把钥匙签；有以前的文件', 'own', 'chain', 'earlier', () => undefined, 'earlier', '冒充的钥匙'],
  ['全部重做，换一把钥匙签；有回执', 'pay', 'chain', 'receipts', () => undefined, 'receipt', '冒充的钥匙'],
  [
    '截掉最后的发布和定稿；有印出的校验码',
    'own',
    'chain',
    'heads',
    (file) => {
      const { index } = publication(file, 'annual')
      file.hashes.length = index
      file.leaves = file.leaves.filter((one: Forgery) => one.index < index)
      file.bulletins = file.bulletins.filter((one: Forgery) => one.kind !== 'annual')
    },
    'last',
  ],
  [
    '公开文件：藏起别人的一片叶子；有以前的文件',
    'own',
    'chain',
    'earlier',
    (file) => {
      const shown = new Set(file.leaves.map(({ index }: Forgery) => index))
      dropLeaf(
        file,
        file.hashes.findIndex((_: string, index: number) => !shown.has(index)),
      )
    },
    'earlier',
  ],
]
