import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { anyRegister, type NewRecord } from '../../../domain/registers/register-definition.ts'
import {
  superiorResultDefinition,
  type SuperiorResult,
} from '../../../domain/registers/superior-result/superior-result-record.ts'
import type { FillSampleRegister } from '../registers.ts'

type Notice = readonly [
  day: string,
  about: string,
  kind: SuperiorResult['kind'],
  level: SuperiorResult['level'],
  matter: string,
  issuedBy: string,
  documentTitle: string,
  more?: Partial<SuperiorResult>,
]

/** What superiors notified in the year, @ before an office; most of it stands in the ledger as well. */
const notices: readonly Notice[] = [
  ['03-27', '033', 'commendation', '区', '平安建设先进个人', '区委政法委', '关于表彰平安建设先进个人的决定'],
  ['04-10', '039', 'commendation', '区', '人口监测先进个人', '区卫生健康局', '关于人口监测工作表彰的通报'],
  ['05-15', '033', 'commendation', '市', '平安建设先进个人', '市委政法委', '关于表彰全市平安建设先进个人的决定'],
  ['06-25', '019', 'criticism', '区', '公务用车检查', '区纪委监委', '关于公务用车检查情况的通报'],
  ['07-01', '003', 'commendation', '市', '基层党建工作先进个人', '市委组织部', '关于表彰基层党建先进个人的决定'],
  [
    '07-15',
    '@综治办',
    'rank',
    '区',
    '上半年公众安全感测评',
    '区综治委',
    '关于上半年公众安全感测评情况的通报',
    { subject: '公众安全感', rank: '末位', documentNumber: '区综治〔2025〕9号' },
  ],
  ['08-14', '022', 'criticism', '区', '耕地保护督察', '区自然资源局', '关于耕地保护督察情况的通报'],
  ['09-22', '043', 'commendation', '省', '农技推广先进工作者', '省农业农村厅', '关于表彰农技推广先进工作者的决定'],
  [
    '09-29',
    '@农业办',
    'completion-rate',
    null,
    '前三季度农业项目',
    '区农业农村局',
    '前三季度农业项目建设进度通报',
    { subject: '农业项目', percent: 96_00 },
  ],
  ['10-16', '055', 'commendation', '国家', '孝老爱亲服务先进个人', '全国老龄办', '关于表彰孝老爱亲先进的决定'],
  ['11-18', '059', 'commendation', '市', '群众文化先进个人', '市文化和旅游局', '关于表彰群众文化先进个人的通报'],
  ['12-10', '011', 'commendation', '区', '党建信息先进个人', '区委组织部', '关于党建信息工作的表彰通报'],
  [
    '12-22',
    '@农业办',
    'completion-rate',
    null,
    '全年农业项目',
    '区农业农村局',
    '全年农业项目建设进度通报',
    { subject: '农业项目', percent: 98_50 },
  ],
]

const unsaid = {
  subject: null,
  rank: null,
  percent: null,
  target: null,
  sanction: null,
  documentNumber: null,
  note: null,
}

/** 上级考核结果 of the sample's year. */
export const fillSampleSuperiorResults: FillSampleRegister = async ({ stores, year, act }) => {
  const register = anyRegister(superiorResultDefinition)
  const records = notices.map(([monthDay, about, kind, level, matter, issuedBy, documentTitle, more]) => {
    const day = localDate(`${String(year)}-${monthDay}`)
    const isOffice = about.startsWith('@')
    const record: NewRecord<SuperiorResult> = {
      staffNumber: isOffice ? null : about,
      office: isOffice ? about.slice(1) : null,
      days: { first: day, last: day },
      body: { ...unsaid, kind, level, matter, issuedBy, documentTitle, ...more },
    }
    return toRegisterRecord(register, record, act(day, 16, '丁岚'))
  })
  await stores.records.add(records)
}
