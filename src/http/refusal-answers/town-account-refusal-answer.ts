import type { ChangeAccountRefusal } from '../../commands/change-account.ts'
import type { GiveRolesRefusal } from '../../commands/give-roles.ts'
import type { IssueRefusal } from '../../commands/issue-set-up-codes.ts'
import type { MakeAccountsRefusal } from '../../commands/make-accounts.ts'
import type { OwnAccountBar } from '../../commands/town-account-act.ts'
import type { Role } from '../../policies/roles.ts'
import { roleWords } from '../contract/role-words.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

export type TownAccountRefusal = ChangeAccountRefusal | GiveRolesRefusal | IssueRefusal | MakeAccountsRefusal

const codes: Readonly<Record<TownAccountRefusal['code'], true>> = {
  'account-unknown': true,
  'account-own': true,
  'account-suspended': true,
  'sample-accounts': true,
  'user-name-taken': true,
  'person-not-on-roster': true,
  'person-has-account': true,
  'account-roles-exclude': true,
  'roles-changed': true,
  'last-of-office': true,
  'last-of-administrators': true,
  'link-guarded': true,
}

export function isTownAccountRefusal(refusal: Refusal): refusal is TownAccountRefusal {
  return Object.hasOwn(codes, refusal.code)
}

/** 账号与权限. */
export function describeTownAccountRefusal(refusal: TownAccountRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'account-unknown':
      return answer(404, '找不到这个账号，请刷新列表。')
    case 'account-own':
      return answer(409, ownAccountWords[refusal.what])
    case 'account-suspended':
      return answer(409, `账号“${refusal.userName}”已停用，请先恢复，再发设置码。`)
    case 'sample-accounts':
      return answer(409, '示例镇的账号没有密码，不发设置码，也不停用；这里可以看，可以试着授予身份。')
    case 'user-name-taken':
      return answer(409, `本镇已经有用户名“${refusal.userName}”，请换一个。`, 'accounts')
    case 'person-not-on-roster':
      return answer(422, `花名册里没有工号“${refusal.staffNumber}”，请刷新后再选。`, 'staffNumber')
    case 'person-has-account':
      return answer(
        409,
        `工号“${refusal.staffNumber}”已经对应账号“${refusal.userName}”，一个人只对应一个账号。`,
        'staffNumber',
      )
    case 'account-roles-exclude':
      return answer(409, exclusionWords(refusal.userName, refusal.roles), 'roles')
    case 'roles-changed':
      return answer(
        409,
        `这个账号的身份刚刚被别人改过，现在是“${refusal.now.map((role) => roleWords[role]).join('、') || '没有授予的身份'}”，这次没有保存，请核对后再改。`,
        'roles',
      )
    case 'last-of-office':
      return answer(
        409,
        `“${refusal.userName}”是考核办唯一能登录的账号，拿掉以后没有人能办考核。请先给另一个能登录的账号授予“考核办”。`,
      )
    case 'last-of-administrators': {
      const role = roleWords[refusal.role]
      return answer(
        409,
        `“${refusal.userName}”是唯一能登录的${role}，不能停用，也不能收回这个身份。请先给另一个能登录的账号授予“${role}”；本人登录不了的，在公道所在的电脑上用 npm start -- --rescue=用户名 启动一次。`,
      )
    }
    case 'link-guarded':
      return answer(
        409,
        `账号“${refusal.userName}”有授予的身份，或者涉及的人是领导：对应到谁，关系到谁不能办自己的事、谁能看全镇，请由安全管理员来改。`,
        'staffNumber',
      )
  }
}

const ownAccountWords = {
  roles: '不能改自己的身份，请由另一位有权授予身份的人来改。',
  suspend: '不能停用自己的账号，请由另一位管理账号的人来办。',
  link: '自己账号对应的人员只能在还没有对应时填一次，以后请由另一位有权授予身份的人来改。',
  code: '自己的密码请在“我的账号”里换，不必发设置码。',
  'second-factor': '自己的登录验证码请在“我的账号”里更换。',
} as const satisfies Record<OwnAccountBar, string>

const administrators: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

function exclusionWords(userName: string, [one, other]: readonly [Role, Role]): string {
  const pair = `“${roleWords[one]}”和“${roleWords[other]}”`
  return administrators.includes(other)
    ? `“${userName}”不能同时是${pair}：系统、安全、审计三种管理员须由三个人分别担任。`
    : `“${userName}”不能同时是${pair}：管理员可以是工作人员，不能再是领导、领导小组、考核办、督查员、纪检或财务。`
}
