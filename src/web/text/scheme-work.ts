import { defineText } from './dictionary.ts'

/** Words of the workbench where things are changed: forms, moves, answers, findings and changes by hand. */
export const schemeWorkText = defineText(
  {
    afterSaving: '保存以后的合计',
    willRead: '将读作',
    previewing: '正在填写，合计随之变化；还没有保存',
    unsaved: '填写中',
    removeRow: '去掉这一行',
    direction: '定下的分值',
    directions: { deduct: '从项目里扣', add: '加上', award: '就是这一项的得分' },
    move: {
      up: '上移',
      down: '下移',
      elsewhere: '移到别处…',
      to: '移到',
      toNeeded: '请选择移到哪里',
    },
    matters: {
      cadence: '考核步骤',
      appraisees: '考核对象',
      grades: '等次',
      deadlines: '公示与异议时限',
      rewardCap: '奖励加分上限',
    },
    notSaid: '办法没有写明',
    cadence: {
      step: '步骤',
      example: '如：月考核',
      add: '加一步',
      wrong: '每一步都要写明，空着的请去掉',
    },
    appraisees: {
      who: '对象',
      example: '如：在岗工作人员',
      whether: '是否参加考核',
      in: '参加考核',
      out: '不参加',
      add: '加一类人',
      wrong: '每一行都要写明是哪些人，空着的请去掉',
    },
    grades: {
      grade: '等次',
      from: '分数从',
      below: '到（不含）',
      quotaPercent: '最多占 %',
      employment: '编制',
      hint: '分数段、比例和编制可以空着。比例按排名组计算，向下取整。',
      add: '加一个等次',
      wrong: '等次要有名称，分数和比例最多两位小数',
      band: (from: string | null, below: string | null) =>
        from === null
          ? below === null
            ? ''
            : `${below} 分以下`
          : below === null
            ? `${from} 分以上`
            : `${from}–${below} 分`,
      quota: (percent: string) => `不超过 ${percent}%`,
    },
    deadlines: {
      step: '步骤',
      days: '天数',
      kind: '怎么数',
      kinds: { working: '个工作日', calendar: '天' },
      add: '加一步',
      suggest: '填入建议值：公示 5、异议 5、答复 5、申请复核 5、复核 10 个工作日',
      wrong: '天数填 1 到 366 的整数，同一步只写一次',
    },
    rewardCap: {
      points: '全年加分合计最多（分）',
      none: '不限',
      wrong: '请填写分值，最多两位小数；不限就空着',
      most: (points: string) => `全年加分合计最多 ${points} 分`,
      unlimited: '不限',
    },
    byHandMark: '手工改动',
    originHand: '手工改动，与原文不同',
    findings: {
      filter: '按轻重筛选',
      all: '全部',
      short: { error: '必须', warning: '待确认', info: '提示' },
      hint: '按 J、K 或 ↓、↑ 逐条看，回车展开',
      settled: (count: number) => `已处理 ${String(count)} 处`,
      noneOpen: '没有待确认的地方了。',
      noneOfKind: '这一类没有待确认的地方。',
      placeless: '方案里',
    },
    answers: {
      by: (who: string, when: string) => `${who} · ${when}`,
      change: '改答案',
      keep: '不改了',
      takeBack: '收回',
      takeBackAsk: '收回这个答案？',
      takeBackWhy: '这一处会重新变成待确认。',
      idle: '这个答案现在不起作用：对应的问题已经不在了。',
    },
    effects: {
      reckoning: '正在算各种读法的影响……',
      none: '尚无记录：登记以后，这里会算出每种读法影响几个人、几分。',
      same: '与现在的读法结果一样',
      people: (count: number, most: string) => `影响 ${String(count)} 人，最多 ${most} 分`,
      split: (fewer: number, more: number) =>
        [fewer > 0 ? `${String(fewer)} 人减少` : '', more > 0 ? `${String(more)} 人增加` : '']
          .filter((part) => part !== '')
          .join('，'),
      basis: (entries: number, unmatched: number) =>
        `按本年度 ${String(entries)} 条记录试算${unmatched > 0 ? `，其中 ${String(unmatched)} 条在草案里没有对应的条款` : ''}。`,
      failed: '影响没有算出来',
      retry: '再算一次',
      inUse: '现在的读法',
    },
    changes: {
      tab: '改动',
      intro: '人改过、加上和删去的地方，与原文读出来的相比。',
      introCopy: (version: number) => `与第 ${String(version)} 版相比，改过、加上和删去的地方。`,
      introBlank: '这份草案没有原文，全部由手工建立。',
      none: '没有手工改动，每一处都直接读自原文。',
      noneCopy: '和那一版一样，还没有改动。',
      kinds: { added: '加上', removed: '删去', changed: '改动', moved: '移动' },
      removedHere: '这几个字的条款已从方案里删去',
      unset: '没有',
      before: '原',
      after: '现',
    },
    silent: {
      count: (count: number) => `${String(count)} 处不计分，均有理由`,
      heading: '不计分的词语',
      intro: '这些字眼像是计分的，但在这里不计分，每一处都说明理由。点开看原文。',
      none: '没有不计分的词语。',
      back: '返回结构',
    },
    undoHint: '撤销上一步（Ctrl+Z）',
    unnamed: '未命名的方案',
  },
  {
    afterSaving: 'Sums once saved',
    willRead: 'Will read',
    previewing: 'The sums follow what you type; nothing is saved yet',
    unsaved: 'not saved',
    removeRow: 'Take this row away',
    direction: 'The amount decided',
    directions: { deduct: 'is taken off', add: 'is added', award: 'is the item’s score' },
    move: {
      up: 'Move up',
      down: 'Move down',
      elsewhere: 'Move elsewhere…',
      to: 'Move to',
      toNeeded: 'Please choose where to',
    },
    matters: {
      cadence: 'Steps of the year',
      appraisees: 'Who is appraised',
      grades: 'Grades',
      deadlines: 'Notice and objection days',
      rewardCap: 'Limit of rewards',
    },
    notSaid: 'not regulated',
    cadence: {
      step: 'Step',
      example: '月考核',
      add: 'Add a step',
      wrong: 'Each step needs words; take empty ones away',
    },
    appraisees: {
      who: 'Who',
      example: '在岗工作人员',
      whether: 'Appraised or not',
      in: 'appraised',
      out: 'left out',
      add: 'Add a line',
      wrong: 'Each line needs words; take empty ones away',
    },
    grades: {
      grade: 'Grade',
      from: 'From',
      below: 'Below',
      quotaPercent: 'At most %',
      employment: 'Employment',
      hint: 'Band, quota and employment may stay empty.',
      add: 'Add a grade',
      wrong: 'A grade needs a name; figures have two decimals at most',
      band: (from, below) =>
        from === null
          ? below === null
            ? ''
            : `below ${below}`
          : below === null
            ? `from ${from}`
            : `${from}–${below}`,
      quota: (percent) => `at most ${percent}%`,
    },
    deadlines: {
      step: 'Step',
      days: 'Days',
      kind: 'Counted as',
      kinds: { working: 'working days', calendar: 'days' },
      add: 'Add a step',
      suggest: 'Fill in the suggestion: 5, 5, 5, 5, 10 working days',
      wrong: 'Whole days from 1 to 366, each step once',
    },
    rewardCap: {
      points: 'Most added in a year (points)',
      none: 'no limit',
      wrong: 'Points with two decimals at most, or empty',
      most: (points) => `at most ${points} points a year`,
      unlimited: 'no limit',
    },
    byHandMark: 'by hand',
    originHand: 'Changed by hand, unlike the text',
    findings: {
      filter: 'Filter by severity',
      all: 'All',
      short: { error: 'Must', warning: 'Open', info: 'Notes' },
      hint: 'J, K or ↓, ↑ walk the list, Enter opens',
      settled: (count) => `${String(count)} settled`,
      noneOpen: 'Nothing left to confirm.',
      noneOfKind: 'Nothing of this kind.',
      placeless: 'in the scheme',
    },
    answers: {
      by: (who, when) => `${who} · ${when}`,
      change: 'Change answer',
      keep: 'Keep it',
      takeBack: 'Take back',
      takeBackAsk: 'Take this answer back?',
      takeBackWhy: 'The question will be open again.',
      idle: 'This answer does nothing now: its question is gone.',
    },
    effects: {
      reckoning: 'Reckoning what each reading would change…',
      none: 'No entries yet: once there are, this says whom each reading touches and by how much.',
      same: 'same figures as the reading in use',
      people: (count, most) => `touches ${String(count)} people, ${most} points at most`,
      split: (fewer, more) =>
        [fewer > 0 ? `${String(fewer)} lose` : '', more > 0 ? `${String(more)} gain` : '']
          .filter((part) => part !== '')
          .join(', '),
      basis: (entries, unmatched) =>
        `Tried on ${String(entries)} entries of the year${unmatched > 0 ? `; ${String(unmatched)} have no rule in the draft` : ''}.`,
      failed: 'The effect could not be reckoned',
      retry: 'Try again',
      inUse: 'in use now',
    },
    changes: {
      tab: 'Changes',
      intro: 'What people changed, added and took out, against what was read from the text.',
      introCopy: (version) => `What differs from version ${String(version)}.`,
      introBlank: 'This draft has no text; all of it is made by hand.',
      none: 'Nothing changed by hand.',
      noneCopy: 'Like that version so far.',
      kinds: { added: 'added', removed: 'taken out', changed: 'changed', moved: 'moved' },
      removedHere: 'The rule of these words was taken out of the scheme',
      unset: 'none',
      before: 'was',
      after: 'now',
    },
    silent: {
      count: (count) => `${String(count)} score nothing, each with its reason`,
      heading: 'Words that score nothing',
      intro: 'These look like scoring words but score nothing here; each has its reason.',
      none: 'There are none.',
      back: 'Back to the outline',
    },
    undoHint: 'Undo the last step (Ctrl+Z)',
    unnamed: 'Untitled scheme',
  },
)
