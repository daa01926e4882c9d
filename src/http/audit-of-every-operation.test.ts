import { afterAll, describe, expect, test } from 'vitest'
import { driveAttendance } from '../../test/audited/attendance-operations.ts'
import { driveComplaints } from '../../test/audited/complaint-operations.ts'
import { driveDiscretion } from '../../test/audited/discretion-operations.ts'
import { driveAccounts, driveOwnAccount } from '../../test/audited/account-operations.ts'
import { driveDailyWork } from '../../test/audited/daily-operations.ts'
import { driveDuty } from '../../test/audited/duty-operations.ts'
import { driveLeave } from '../../test/audited/leave-operations.ts'
import { driveObjections } from '../../test/audited/objection-operations.ts'
import { drivePeriods } from '../../test/audited/period-operations.ts'
import { driveOversight, driveReminders, driveYearEnd } from '../../test/audited/result-operations.ts'
import { driveProposals } from '../../test/audited/proposal-operations.ts'
import { driveRegisters } from '../../test/audited/register-operations.ts'
import { driveStudyAndTasks } from '../../test/audited/study-task-operations.ts'
import { driveScheme } from '../../test/audited/scheme-operations.ts'
import { watchAudit } from '../../test/audited/watch-audit.ts'
import type { Endpoint } from './contract/endpoint.ts'
import { endpoints, type EndpointName } from './contract/endpoints.ts'

/** Operations without a row in a town's audit, each with the reason. */
const excused: Partial<Record<EndpointName, string>> = {
  chooseTown: '只换看哪个镇，不改什么',
  choosePersona: '只在示例镇换个身份看，不改什么',
  beginProviderSignIn: '只是出发去统一认证；回来时由 finishProviderSignIn 记（provider-sign-in.test）',
  beginProviderLink: '只是出发去统一认证；连上时才记，证明不对也记（provider-link.test）',
  unlinkProvider: '要有统一认证才能走到，在 provider-link.test 里核对',
  setUpDistrict: '区级不属于哪个镇，记在安装的总表（district.test）',
  createTown: '区级不属于哪个镇，记在安装的总表（district.test）',
  reissueFounderCode: '区级不属于哪个镇，记在安装的总表（district.test）',
}

const watch = watchAudit()
afterAll(() => watch.stop())

describe('每一种改动、下载和查看都留下一条', () => {
  test.each([
    ['登录与本人账号', driveOwnAccount, 'signOut'],
    ['账号与权限', driveAccounts, 'giveRoles'],
    ['方案', driveScheme, 'adoptScheme'],
    ['人员、台账、评议与登记册', driveDailyWork, 'reverseEntry'],
    ['督查、月考核、签收与日历', drivePeriods, 'closeMonth'],
    ['裁量与交来的文件', driveDiscretion, 'decideDiscretion'],
    ['异议与复核', driveObjections, 'decideReview'],
    ['年度结果与工资清单', driveYearEnd, 'approvePayList'],
    ['个人信息与审计', driveOversight, 'answerCorrection'],
    ['考勤', driveAttendance, 'importAttendance'],
    ['日常登记', driveRegisters, 'withdrawSuperiorResult'],
    ['登记建议', driveProposals, 'adoptProposedEntries'],
    ['提醒', driveReminders, 'addRobot'],
    ['投诉举报', driveComplaints, 'fileComplaint'],
    ['请假与去向', driveLeave, 'decideLeave'],
    ['值班、会议与活动', driveDuty, 'closeRoll'],
    ['政治学习与督办', driveStudyAndTasks, 'checkStudyNote'],
  ] as const)('%s', async (_, drive, one) => {
    await drive(watch)
    expect([...watch.covered]).toContain(one)
  })
})

test('一种不漏：没有走到的都写明为什么', () => {
  const isKept = ({ method, readsOnly, answers, audited }: Endpoint) =>
    (method !== 'GET' && readsOnly !== true) || answers === 'file' || audited === 'look'
  const kept = Object.entries<Endpoint>(endpoints).filter(([, endpoint]) => isKept(endpoint))
  const unseen = kept.map(([name]) => name).filter((name) => !watch.covered.has(name))
  expect(unseen.toSorted()).toEqual(Object.keys(excused).toSorted())
  expect(watch.covered.size).toBeGreaterThan(75)
})
