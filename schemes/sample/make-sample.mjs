// 生成示例镇的名册、记录和评议分：node schemes/sample/make-sample.mjs
// Deterministic: the same script writes the same files, so a change of the sample is a readable diff.
import { writeFileSync } from 'node:fs'

const year = 2025

/** A small linear congruential generator: the sample must not depend on the engine's Math.random. */
function seededRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
const random = seededRandom(20_250_101)
const wholeBetween = (low, high) => low + Math.floor(random() * (high - low + 1))
const oneOf = (choices) => choices[Math.floor(random() * choices.length)]

// ---------------------------------------------------------------- 名册

const leaders = [
  ['覃望川', '党办', '主要领导', [], '公务员'],
  ['邬若宁', '政府办', '主要领导', [], '公务员'],
  ['郜启明', '党办', '分管领导', ['党办', '综治办'], '公务员'],
  ['冼文澜', '政府办', '分管领导', ['国土所', '农业办'], '公务员'],
  ['闵一舟', '政府办', '分管领导', ['政府办', '财政所'], '公务员'],
  ['褚云岫', '政府办', '分管领导', ['司法所', '民政办', '综治办'], '公务员'],
  ['荀见山', '党办', '分管领导', ['计生办', '文化站'], '公务员'],
]

const staffByOffice = {
  党办: ['丁岚', '阮青竹', '卞思齐', '欧阳若兰', '戚明远', '蔺小满'],
  政府办: ['邵雨桐', '竺平', '郝嘉言', '李静', '郭砚秋', '麻晓峰', '苗可欣', '游子墨'],
  '国土所(规划办)': ['石垦', '颜筑', '田亩', '阎丈青', '栾知白', '单于飞'],
  司法所: ['解正', '甄明法', '尤和', '晏平之'],
  综治办: ['雷安', '宁守一', '艾力·托合提', '安小宁', '鲍岗', '巫长宁'],
  计生办: ['池映雪', '程佳音', '卓玛', '施雅', '舒童'],
  农业办: ['禾穗', '麦青', '窦丰', '水清源', '柯林', '李静'],
  财政所: ['钱小满', '计良', '盛有余', '阿依古丽·买买提', '贝珠'],
  民政办: ['慈航', '温暖', '扶苏叶', '邴爱民'],
  文化站: ['乐音', '司马书白', '闻笛'],
}

const assignments = []
let nextNumber = 1
const takeNumber = () => String(nextNumber++).padStart(3, '0')

for (const [name, office, post, inChargeOf, employment] of leaders)
  assignments.push({ name, number: takeNumber(), office, post, inChargeOf, employment, from: '', to: '' })
for (const [office, names] of Object.entries(staffByOffice))
  names.forEach((name, place) => {
    // 规划办 is the bracketed second name of 国土所: both must find the same sheet.
    const written = office === '国土所(规划办)' ? (place % 3 === 2 ? '规划办' : '国土所') : office
    const employment = ['公务员', '公务员', '事业', '编外', '事业'][place % 5]
    assignments.push({
      name,
      number: takeNumber(),
      office: written,
      post: '工作人员',
      inChargeOf: [],
      employment,
      from: '',
      to: '',
    })
  })

const assignmentOf = (name) => assignments.find((assignment) => assignment.name === name)
// 年中调动：司法所的尤和 7 月起到综治办；新到：舒童 4 月起；离岗：柯林 9 月底。
const mover = assignmentOf('尤和')
mover.to = `${year}-06-30`
assignments.splice(assignments.indexOf(mover) + 1, 0, {
  ...mover,
  office: '综治办',
  from: `${year}-07-01`,
  to: '',
})
assignmentOf('舒童').from = `${year}-04-01`
assignmentOf('柯林').to = `${year}-09-30`

// ---------------------------------------------------------------- 日期

/** Days nobody works: weekends and the long public holidays (示例用，未计调休). */
const holidays = [
  ['01-01', '01-01'],
  ['01-28', '02-04'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['05-31', '06-02'],
  ['10-01', '10-08'],
]
const workingDays = []
for (
  let day = new Date(Date.UTC(year, 0, 1));
  day.getUTCFullYear() === year;
  day = new Date(day.getTime() + 86_400_000)
) {
  const text = day.toISOString().slice(0, 10)
  const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6
  if (!weekend && !holidays.some(([first, last]) => text.slice(5) >= first && text.slice(5) <= last))
    workingDays.push(text)
}
const workingDayWithin = (first, last) => oneOf(workingDays.filter((day) => day >= first && day <= last))
const firstDayOf = (assignment) => assignment.from || `${year}-01-01`
const lastDayOf = (assignment) => assignment.to || `${year}-12-31`

// ---------------------------------------------------------------- 记录

const entries = []
function record(person, rule, quantity, wanted, more = {}) {
  const date = workingDays.find((day) => day >= wanted) ?? wanted
  entries.push({
    person,
    rule,
    quantity,
    date,
    level: '',
    matter: '',
    discretion: '',
    note: '',
    basis: '',
    ...more,
  })
}

const staff = assignments.filter((assignment) => assignment.post === '工作人员')
/** Most people are rarely found at fault, a few often: the standings should not be a coin toss. */
const carelessness = new Map(staff.map((assignment) => [assignment.number, random() ** 3]))
function someone(office) {
  const candidates = staff.filter((assignment) => office === null || assignment.office === office)
  const weights = candidates.map((assignment) => 0.1 + carelessness.get(assignment.number))
  let place = random() * weights.reduce((sum, weight) => sum + weight, 0)
  return candidates.find((_, index) => (place -= weights[index]) < 0) ?? candidates[0]
}

const times = (most) => () => wholeBetween(1, most)
/** [share of findings, 项目：词语, quantity, notes, basis] for the rules every person stands under. */
const commonFindings = [
  [
    10,
    '工作纪律：炒股',
    times(1),
    ['上午巡查时电脑开着股票行情', '下午巡查时正在玩手机游戏', '巡查时浏览购物网站'],
    '周督查',
  ],
  [
    9,
    '工作纪律：擅离职守',
    times(1),
    ['上班时间离岗 40 分钟无人代班', '窗口无人值守', '巡查时不在岗，电话未接'],
    '周督查',
  ],
  [9, '工作纪律：去向', times(1), ['去向告示牌未翻牌', '外出未注明去向'], '周督查'],
  [26, '工作纪律：迟到', times(3), ['考勤机记录晚到', '晨会点名未到'], '考勤登记'],
  [7, '工作纪律：早退', times(1), ['16:50 已离开办公室', '考勤机记录早于下班时间'], '考勤登记'],
  [4, '工作纪律：值班人员', times(1), ['夜间抽查值班电话无人接听', '周末值班脱岗约一小时'], '值班抽查'],
  [5, '工作纪律：请假手续', times(1), ['外出半天未办请假', '请假未报政府办登记'], '请假登记'],
  [5, '工作纪律：事假', () => wholeBetween(1, 4) / 2, ['事假超出工龄假'], '请假登记'],
  [2, '工作纪律：中餐饮酒', times(1), ['中午接待饮酒'], '周督查'],
  [4, '工作纪律：首问责任', times(1), ['群众来电反映推给其他办公室', '窗口答复生硬被投诉'], '投诉查实'],
  [2, '工作纪律：推诿', times(1), ['一件申请压了两周未答复'], '投诉查实'],
  [6, '工作纪律：各类活动', times(1), ['未参加植树活动', '未参加周一例会'], '活动签到'],
  [6, '工作纪律：工作牌', times(2), ['窗口未佩戴工作牌'], '周督查'],
  [6, '政治学习：学习心得', times(1), ['季度学习心得未交'], '学习登记'],
  [6, '政治学习：学习活动', times(1), ['未参加集中学习', '学习会无故缺席'], '学习签到'],
]
const commonTotal = commonFindings.reduce((sum, [share]) => sum + share, 0)
function commonFinding() {
  let place = random() * commonTotal
  return commonFindings.find(([share]) => (place -= share) < 0) ?? commonFindings[0]
}

for (let count = 0; count < 105; count += 1) {
  const [, rule, quantity, notes, basis] = commonFinding()
  const who = someone(null)
  record(who.number, rule, quantity(), workingDayWithin(firstDayOf(who), lastDayOf(who)), {
    note: oneOf(notes),
    basis,
  })
}
// 一位同志第二季度经常迟到，用来说明“季满5次后”。
for (const [date, late] of [
  ['2025-04-13', 2],
  ['2025-04-28', 2],
  ['2025-05-19', 2],
  ['2025-06-10', 3],
])
  record(assignmentOf('麻晓峰').number, '工作纪律：迟到', late, date, { note: '月度考勤汇总', basis: '考勤登记' })

/** The findings of each office: [项目：词语, quantity, notes, basis, how many in the year]. */
const officeFindings = {
  党办: [
    ['筹备党委会议：耽误', times(1), ['支部大会材料未备齐，推迟半天'], '党委通知', 1],
    ['起草党委文件：未按时完成', times(1), ['阶段总结迟交两天', '会议纪要次周才成稿'], '党委通知', 3],
    ['督促落实党委决议：政令不通', times(1), ['决议督办单未发到两个村'], '党委通知', 1],
    ['党务公开：少一期', times(1), ['党务公开栏未按期更新'], '台账检查', 1],
    ['党务公开：新闻稿件', times(2), ['新闻稿件未达当月要求'], '台账检查', 3],
    ['管理机要文件：每件扣2分', times(1), ['文件传阅单缺签', '党员档案归错盒'], '台账检查', 2],
  ],
  政府办: [
    ['筹备政府会议：耽误', times(1), ['会场设备未调试，会议推迟'], '领导交办', 1],
    ['办理村级请示：不及时', times(2), ['村级请示超过五个工作日未答复'], '台账检查', 3],
    ['负责政府值班：每次扣2分', times(1), ['强降雨预警晚报一小时'], '上级通知', 1],
    ['政务公开：少一期', times(1), ['政务公开未按期'], '台账检查', 1],
    ['政务公开：报送不及时', times(1), ['信息晚报', '月度信息漏报一条'], '上级通知', 4],
    ['管理印章：失误', times(1), ['用印登记漏填', '文印错页重印'], '台账检查', 3],
    ['后勤保障：失误', times(1), ['食堂卫生检查不合格', '车辆未按期保养', '会议室停电未及时处理'], '周督查', 5],
  ],
  国土所: [
    ['查处违法占地：每起扣3分', times(1), ['村民占地建房已打地基才发现'], '动态巡查', 2],
    ['审核上报建房资料：上报不及时', times(1), ['危房改造资料迟报'], '上级通知', 3],
    ['审核上报建房资料：瞒报', times(1), ['面积填报与实地不符'], '上级通知', 1],
    ['管理土地档案：一般档案', times(1), ['一份用地申请附件遗失'], '台账检查', 2],
    ['配合征地拆迁：未按时完成', times(1), ['丈量统计表迟交一周'], '领导交办', 1],
  ],
  司法所: [
    ['开展普法宣传：普法', times(1), ['进村普法活动未开展'], '台账检查', 1],
    ['调解群众纠纷：不及时', times(1), ['邻里纠纷超过十天未受理'], '投诉查实', 2],
    ['完成党委、政府交办：未及时完成', times(1), ['法律意见书迟交'], '领导交办', 2],
  ],
  综治办: [
    ['排查调处重大纠纷：48小时', times(1), ['一起林权纠纷第四天才上报'], '上级通知', 1],
    ['处理群众来信来访：越级上访', times(1), ['来访事项未及时答复引起越级访'], '上级通知', 2],
    ['整理工作台账：失误', times(1), ['台账漏登', '周报晚报'], '台账检查', 5],
  ],
  计生办: [
    ['制定计划生育年度方案：失误', times(1), ['方案任务分解有误'], '台账检查', 1],
    ['管理统计台账：上报不及时', times(1), ['月报晚报一天', '季报晚报两天'], '上级通知', 3],
    ['管理统计台账：数据不实', times(1), ['一个村的报表与入户数不符'], '上级通知', 1],
    ['办理生育登记：差错', times(1), ['登记证信息录错'], '投诉查实', 2],
    ['流动人口服务管理：办证率', () => wholeBetween(2, 6) / 2, ['季度办证率低于区定指标'], '上级通知', 2],
  ],
  农业办: [
    ['防汛抗旱：未按要求完成', times(1), ['冬修一处渠段未清淤'], '上级通知', 2],
    ['惠农补贴：错报', times(3), ['补贴面积申报有误', '补贴账号漏报'], '台账检查', 4],
    ['惠农补贴：上访', times(1), ['补贴发放名单未公示引起上访'], '上级通知', 1],
    ['动物防疫：迟报', times(1), ['一起疑似疫情次日才上报'], '上级通知', 1],
  ],
  财政所: [
    ['部门预算：不及时', times(1), ['决算草案晚报'], '上级通知', 1],
    ['惠民资金：发放错误', times(2), ['一户账号录错退回重发'], '台账检查', 2],
    ['惠民资金：延误', () => wholeBetween(1, 6) / 2, ['补贴资金晚到账'], '投诉查实', 2],
    ['财务核算：差错', times(2), ['凭证附件不全', '科目记错'], '台账检查', 4],
  ],
  民政办: [
    ['低保和特困供养：漏保', times(1), ['入户抽查发现漏保'], '上级通知', 2],
    ['临时救助：不及时', times(1), ['临时救助申请压件'], '投诉查实', 1],
    ['残疾人和老年人：投诉', times(1), ['高龄补贴咨询答复错误'], '投诉查实', 2],
    ['殡葬管理：失误', times(1), ['地名牌登记有误'], '台账检查', 2],
  ],
  文化站: [
    ['农家书屋：未按时开放', times(1), ['周六书屋未开门'], '周督查', 3],
    ['巡查文化市场：少一次', times(1), ['当月巡查少一次'], '台账检查', 2],
    ['文物：失误', times(1), ['文保点巡查记录缺页'], '台账检查', 1],
  ],
}
for (const [office, findings] of Object.entries(officeFindings))
  for (const [rule, quantity, notes, basis, count] of findings)
    for (let found = 0; found < count; found += 1) {
      const who = someone(office)
      record(who.number, rule, quantity(), workingDayWithin(firstDayOf(who), lastDayOf(who)), {
        note: oneOf(notes),
        basis,
      })
    }

// 读书笔记：每人上、下半年各交一次，少数人不足。
const readers = new Map()
for (const assignment of staff)
  readers.set(assignment.number, [...(readers.get(assignment.number) ?? []), assignment])
for (const [number, rows] of readers) {
  const first = firstDayOf(rows[0])
  const last = lastDayOf(rows[rows.length - 1])
  for (const [from, to] of [
    ['2025-06-08', '2025-06-30'],
    ['2025-12-01', '2025-12-18'],
  ]) {
    if (to < first || from > last) continue
    const words = random() < 0.12 ? wholeBetween(28, 46) * 100 : wholeBetween(50, 62) * 100
    record(number, '政治学习：读书笔记', words, workingDayWithin(from, to), {
      note: '读书笔记核验字数',
      basis: '学习登记',
    })
  }
}
record(assignmentOf('柯林').number, '政治学习：读书笔记', 3600, '2025-09-21', {
  note: '离岗前交读书笔记',
  basis: '学习登记',
})

// 全办公室的事项：@ 表示当日这张考核表上的每一个人。
record('@综治办', '公众安全感：全区排名末位', 1, '2025-07-15', {
  matter: '上半年公众安全感测评',
  note: '已达标，全区末位',
  basis: '区综治委通报',
})
record('@农业办', '农业项目建设：比例', 96, '2025-09-29', {
  matter: '前三季度农业项目',
  note: '年度计划完成96%',
  basis: '项目进度表',
})
record('@农业办', '农业项目建设：比例', 98.5, '2025-12-21', {
  matter: '全年农业项目',
  note: '年度计划完成98.5%',
  basis: '项目进度表',
})
record('@财政所', '财政收入：90%', 1, '2025-12-22', {
  matter: '年度财政收入',
  note: '完成年度任务的97.3%',
  basis: '财政收入月报',
})
for (const [date, held, note] of [
  ['2025-01-21', 2, '春节文艺汇演、送春联下乡'],
  ['2025-05-20', 4, '广场舞比赛、读书会、村歌赛、电影下乡'],
  ['2025-08-27', 3, '消夏晚会、少儿画展、戏曲进村'],
  ['2025-12-15', 2, '农民运动会、迎新演出'],
])
  record('@文化站', '组织群众文化活动：少于12次', held, date, { note, basis: '活动登记' })
record('@党办', '党务公开：少一期', 1, '2025-08-31', {
  matter: '八月党务公开',
  note: '八月党务公开栏未按期更换',
  basis: '台账检查',
})

// 个别重要事项
const numberOf = (name) => assignmentOf(name).number
record(numberOf('鲍岗'), '廉洁自律：视情节', 1, '2025-05-12', {
  discretion: '2',
  note: '公务用车未按规定登记',
  basis: '考核领导小组会议纪要〔2025〕3号',
})
record(numberOf('盛有余'), '廉洁自律：不得分', 1, '2025-02-13', {
  note: '节前收受土特产未登记上交',
  basis: '纪检核查',
})
record(numberOf('苗可欣'), '工作纪律：建议', 2, '2025-03-18', {
  note: '窗口叫号改进建议两件被采纳',
  basis: '党委会议纪要',
})
record(numberOf('苗可欣'), '工作纪律：建议', 1, '2025-10-20', {
  note: '公文流转建议被采纳',
  basis: '党委会议纪要',
})
record(numberOf('卓玛'), '工作纪律：建议', 1, '2025-06-09', {
  note: '入户登记一表通建议被采纳',
  basis: '党委会议纪要',
})
record(numberOf('窦丰'), '工作纪律：不良影响', 1, '2025-07-08', {
  note: '中午饮酒后下村被群众反映',
  basis: '投诉查实',
})
record(numberOf('栾知白'), '否决：取消当年评优', 1, '2025-11-05', {
  matter: '十月工地安全事故',
  note: '对责任人取消当年评优',
  basis: '区应急局通报',
})

// 表彰和通报批评
const honours = [
  ['宁守一', '区级表彰', '区', '平安建设先进个人', '2025-03-27'],
  ['宁守一', '市级表彰', '市', '平安建设先进个人', '2025-05-15'],
  ['程佳音', '区级表彰', '区', '人口监测先进个人', '2025-04-10'],
  ['禾穗', '省级表彰', '省', '农技推广先进工作者', '2025-09-22'],
  ['司马书白', '市级表彰', '市', '群众文化先进个人', '2025-11-18'],
  ['欧阳若兰', '区级表彰', '区', '党建信息先进个人', '2025-12-10'],
  ['温暖', '国家级表彰', '国家', '孝老爱亲服务先进个人', '2025-10-16'],
  ['郜启明', '市级表彰', '市', '基层党建工作先进个人', '2025-07-01'],
  ['石垦', '区级通报批评', '区', '耕地保护督察', '2025-08-14'],
  ['麻晓峰', '区级通报批评', '区', '公务用车检查', '2025-06-25'],
]
for (const [name, rung, level, matter, date] of honours)
  record(numberOf(name), `工作奖励成绩：${rung}`, 1, date, {
    level,
    matter,
    note: `${matter}，${rung}`,
    basis: '上级文件',
  })

entries.sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))

// ---------------------------------------------------------------- 评议分

const raterGroups = [
  ['主要领导', 2, 3],
  ['分管领导', 1, 3],
  ['同事', 3, 4],
  ['村居与服务对象', 3, 6],
]
const ratings = []
for (const [number] of readers) {
  const usual = 93 - Math.round(carelessness.get(number) * 14)
  for (const [group, voters, spread] of raterGroups)
    for (let voter = 0; voter < voters; voter += 1) {
      const mark = Math.min(100, usual + wholeBetween(-spread, spread) + (random() < 0.2 ? 0.5 : 0))
      ratings.push({ number, mark, category: '综合评议', group })
    }
}

// ---------------------------------------------------------------- 写出

function toCell(value) {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
function writeSheet(file, head, rows) {
  const text = [head, ...rows].map((row) => row.map(toCell).join(',')).join('\n')
  writeFileSync(new URL(file, import.meta.url), `${text}\n`)
}

writeSheet(
  'roster.csv',
  ['姓名', '工号', '办公室', '职务', '分管办公室', '编制', '起始日期', '结束日期'],
  assignments.map((row) => [
    row.name,
    row.number,
    row.office,
    row.post,
    row.inChargeOf.join('、'),
    row.employment,
    row.from,
    row.to,
  ]),
)
writeSheet(
  'entries.csv',
  ['工号', '规则', '数量', '日期', '等级', '事项', '裁量分', '说明', '依据'],
  entries.map((row) => [
    row.person,
    row.rule,
    row.quantity,
    row.date,
    row.level,
    row.matter,
    row.discretion,
    row.note,
    row.basis,
  ]),
)
writeSheet(
  'ratings.csv',
  ['工号', '得分', '类别', '评议组'],
  ratings.map((row) => [row.number, row.mark, row.category, row.group]),
)
