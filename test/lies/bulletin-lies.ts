import { addLeaf, bulletinOf, leafWhere } from '../builders/forger.ts'
import { sha256 } from '../builders/logged-town.ts'
import { digestOf } from '../../src/domain/primitives/canonical-json.ts'
import { people, firstRule, publication, closed, ended, type Lie } from './lie.ts'

/** About schemes and bulletins. */
export const bulletinLies: readonly Lie[] = [
  // Schemes.
  ['方案里的分值改了', 'full', 'chain', 'adoptions', (file) => (firstRule(file).points = 0.5)],
  [
    '方案改了，采用和底稿里的摘要也跟着改',
    'full',
    'chain',
    'scores',
    (file) => {
      firstRule(file).points = 0.5
      const digest = digestOf(file.schemes[0].file, sha256)
      leafWhere(file, (leaf) => leaf.kind === 'adoption').leaf.schemeDigest = digest
      for (const { backing } of file.bulletins) if (backing?.assessed) backing.assessed.schemes[0].digest = digest
    },
  ],
  ['办法原文改了', 'full', 'chain', 'adoptions', (file) => (file.schemes[0].regulation = '迟到不扣分。')],
  ['方案的生效日期改了', 'full', 'chain', 'adoptions', (file) => (file.schemes[1].effectiveFrom = '2025-12-01')],
  [
    '生效日期连同采用一起改',
    'full',
    'chain',
    'scores',
    (file) => {
      file.schemes[0].effectiveFrom = '2025-03-01'
      leafWhere(file, (leaf) => leaf.kind === 'adoption').leaf.effectiveFrom = '2025-03-01'
    },
  ],
  ['藏起一版方案', 'full', 'chain', 'adoptions', (file) => file.schemes.pop()],
  [
    '版次跳号',
    'full',
    'chain',
    'adoptions',
    (file) => {
      file.schemes[1].version = 3
      leafWhere(file, (leaf) => leaf.kind === 'adoption' && leaf.version === 2).leaf.version = 3
    },
  ],

  // Bulletins.
  ['一份通报不给看', 'full', 'chain', 'publications', (file) => file.bulletins.splice(3, 1)],
  ['一份通报只给空的', 'full', 'chain', 'publications', (file) => (file.bulletins[3].content = null)],
  [
    '多一份从没发布过的通报',
    'full',
    'chain',
    'publications',
    (file) => file.bulletins.push({ ...structuredClone(file.bulletins[3]), id: 'new' }),
  ],
  [
    '通报的号数跳过一个',
    'full',
    'chain',
    'publications',
    (file) => {
      const bulletin = bulletinOf(file, 'annual')
      bulletin.number = bulletin.content.number = publication(file, 'annual').leaf.number = 2
    },
  ],
  [
    '通报写成另一个季度',
    'full',
    'chain',
    'publications',
    (file) => (file.bulletins[3].content.period = '2025-Q2'),
  ],
  [
    '通报改了发布日期',
    'full',
    'chain',
    'publications',
    (file) => (file.bulletins[3].content.publishedOn = '2025-04-01'),
  ],
  [
    '通报把用到的记录写少',
    'full',
    'chain',
    'publications',
    (file) => (file.bulletins[3].content.ledgerPosition = 3),
  ],
  [
    '通报用了当时还没有的记录',
    'full',
    'chain',
    'publications',
    (file) => {
      const bulletin = bulletinOf(file, 'quarterly')
      publication(file, 'quarterly').leaf.ledgerPosition = 55
      bulletin.content.ledgerPosition = bulletin.backing.assessed.ledgerPosition = 55
    },
  ],
  [
    '通报上印的校验码换了',
    'full',
    'parts',
    'publications',
    (file) => (file.bulletins[3].head.root = '0'.repeat(64)),
  ],
  [
    '更正的不是那一份',
    'full',
    'chain',
    'publications',
    (file) => (leafWhere(file, (leaf) => leaf.corrects).leaf.corrects = 'another'),
  ],
  [
    '更正里少写一处',
    'full',
    'chain',
    'shown',
    (file) => bulletinOf(file, 'quarterly', 1).content.correction.changes.pop(),
  ],
  [
    '公示期没满就定稿',
    'full',
    'chain',
    'publications',
    (file) => (ended(file).leaf.at = '2025-04-04T02:00:00.000Z'),
  ],
  [
    '没公示过的也定稿',
    'full',
    'chain',
    'publications',
    (file) => (ended(file).leaf.bulletinId = bulletinOf(file, 'monthly').id),
  ],
  ['定稿两次', 'full', 'chain', 'publications', (file) => addLeaf(file, ended(file), {})],
  ['结账写成别的月', 'full', 'chain', 'closes', (file) => (closed(file).leaf.month = '2025-05')],
  ['一个月结两次账', 'full', 'chain', 'closes', (file) => addLeaf(file, closed(file), {})],
  ['结账写少用到的记录', 'full', 'chain', 'closes', (file) => (closed(file).leaf.ledgerPosition = 2)],
  ['底稿换了，发布没换', 'full', 'parts', 'backings', (file) => (people(file)[0].score = 1)],
  ['底稿不给看', 'full', 'chain', 'backings', (file) => (bulletinOf(file, 'quarterly').backing = null)],
]
