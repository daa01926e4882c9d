import { impossible } from '../../domain/primitives/result.ts'
import { effects } from '../../domain/scheme/effects/index.ts'
import type { SchemeEditRefusal } from '../../domain/scheme/edit-scheme.ts'
import type { SchemeRefusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'
import { describeProposalRefusal } from './proposal-refusal-answer.ts'

/** Refusals of drafts, hand edits and adoption as status and sentence. */
export function describeSchemeRefusal(refusal: SchemeRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'file-refused':
      return answer(422, refusal.message, 'file')
    case 'empty-text':
      return answer(422, '没有文字，请粘贴办法全文，或上传文件。', 'text')
    case 'no-scoring-clause':
      return answer(
        422,
        '文中没有找到计分条款（扣分、加分、得分等），什么都没有存。请确认是否选对了文件；要手工建立方案，请从空白方案开始。',
        'text',
      )
    case 'no-open-draft':
      return answer(409, '这份草案已经通过或放弃，请刷新页面。')
    case 'draft-unknown':
      return answer(404, '找不到这份草案，请刷新页面。')
    case 'draft-adopted':
      return answer(409, '这份草案已经通过，成了正式的一版，不再改动；要接着改，请从那一版复制一份新草案。')
    case 'draft-changed':
      return answer(409, '草案在别处改动过，这一步没有保存。请刷新页面，看过最新内容后再改。', 'revision')
    case 'edit-refused':
      return answer(422, editSentence(refusal.refusal), 'edit')
    case 'edit-orphaned':
      return answer(
        409,
        `这样做会使之前的一处手工修改失去对象，请先撤销那处修改。（${editSentence(refusal.refusal)}）`,
      )
    case 'nothing-to-undo':
      return answer(409, '没有可以撤销的步骤。')
    case 'draft-proposed':
      return answer(409, `草案已由${refusal.by}提请领导小组通过，决定之前不能改动；确需改动的，请先撤回提请。`)
    case 'proposal-open':
    case 'proposal-unknown':
    case 'proposal-settled':
    case 'proposer-decides':
      return describeProposalRefusal(refusal)
    case 'not-adoptable': {
      const [first] = refusal.blocking
      const reason = first === undefined ? '方案里还没有计分条款。' : first.message
      return answer(422, `还有 ${String(refusal.blocking.length)} 处必须解决，方案不能通过：${reason}`)
    }
    case 'not-after-last':
      return answer(
        422,
        `施行日期须晚于第${String(refusal.last.version)}版的施行日期（${refusal.last.effectiveFrom}）。`,
        'effectiveFrom',
      )
    case 'version-unknown':
      return answer(404, `没有第${String(refusal.version)}版方案。`)
    case 'draft-missing':
      return answer(404, '现在没有打开的草案，可以和已通过的各版比较。')
    case 'regulation-missing':
      return answer(
        422,
        refusal.version === null
          ? '这份草案不是从办法原文来的，没有原文可以比较。'
          : `第${String(refusal.version)}版不是从办法原文来的，没有原文可以比较。`,
      )
    default:
      return impossible(refusal)
  }
}

const partNames = { category: '类别', sheet: '考核表', item: '项目', rule: '计分条款', example: '算例' } as const

const listNames = {
  appraisees: '考核对象',
  grades: '等次',
  deadlines: '时限的环节',
  cadence: '考核周期的环节',
  examples: '算例',
} as const

function editSentence(refusal: SchemeEditRefusal): string {
  switch (refusal.code) {
    case 'unknown-id':
      return `要改的${partNames[refusal.part]}已不在方案里，请刷新页面。`
    case 'negative-amount':
      return '分值、金额和数量不能小于 0。'
    case 'zero-step':
      return '每一档的数量须大于 0。'
    case 'duplicate-office':
      return refusal.office === null
        ? `这个类别已有全员考核表“${refusal.sheet}”。`
        : `${refusal.office}已有考核表“${refusal.sheet}”，一个办公室一张表。`
    case 'rated-category':
      return '评议类别由评分产生成绩，不能加考核表和项目。'
    case 'duplicate-rater-group':
      return `评议组“${refusal.group}”重复了。`
    case 'no-rater-weight':
      return '评议组的权重之和须大于 0。'
    case 'field-not-carried':
      return `“${effects[refusal.effect].label}”不能带这一项限制，请清空后再保存。`
    case 'amount-missing':
      return `“${effects[refusal.effect].label}”须填写${refusal.effect === 'money' ? '金额' : '分值'}。`
    case 'bounds-reversed':
      return '下限不能大于上限。'
    case 'effect-needs-item':
      return `“${effects[refusal.effect].label}”须放在某个项目下。`
    case 'roll-up-of-itself':
      return `${refusal.post}不能取自己的平均分。`
    case 'duplicate-roll-up':
      return `${refusal.post}的取分办法重复了。`
    case 'roll-up-in-circle':
      return `${refusal.post}取${refusal.of}的平均分，绕一圈又回到${refusal.post}，谁也算不出，请改其中一个。`
    case 'duplicate-level':
      return `级别“${refusal.level}”重复了。`
    case 'listed-twice':
      return `${listNames[refusal.list]}“${refusal.words}”重复了，请合成一条或改名。`
    case 'band-empty':
      return `等次“${refusal.grade}”的分数段上限须大于下限。`
    case 'quota-above-whole':
      return `等次“${refusal.grade}”的比例不能超过 100%。`
    case 'no-such-day':
      return `不是每年都有${refusal.on.replace('-', '月')}日，请改日期。`
    default:
      return impossible(refusal)
  }
}
