import type { Bar, Scope } from '../../http/contract/policies.ts'
import { defineText } from './dictionary.ts'

type Words = Readonly<Record<Scope, string>>
type BarWords = Readonly<Record<Bar, string>>

const zhScopes: Words = { self: '本人', ownOffice: '本办公室', inCharge: '分管的', town: '全镇', district: '全区' }
const zhStates: Readonly<Record<string, string>> = {
  recorded: '仅限未确认的',
  confirmed: '仅限已确认的',
  open: '仅限待办的',
}
const enScopes: Words = {
  self: 'self',
  ownOffice: 'own office',
  inCharge: 'in charge of',
  town: 'town',
  district: 'district',
}
const zhBars: BarWords = {
  recorder: '登记人不能办',
  confirmer: '确认人不能办',
  proposer: '提请人不能办',
  aboutOneself: '不能办自己的',
}
const enBars: BarWords = {
  recorder: 'not its recorder',
  confirmer: 'not its confirmer',
  proposer: 'not its proposer',
  aboutOneself: 'not about oneself',
}

/** Words of 权限表. */
export const policiesText = defineText(
  {
    title: '权限表',
    subtitle: '系统按这张表判断每一次请求：表上没有的，一律不许。格里写的是能办到哪里；空格就是不能。',
    yourRoles: (roles: string) => `您的身份：${roles}`,
    action: '事情',
    secondFactor: '登录须有验证码',
    secondFactorForTown: '能看全镇的，登录须有验证码',
    onlyOwn: (roles: string) => `${roles}只能办自己登记的`,
    states: zhStates,
    scopes: zhScopes,
    bars: zhBars,
    print: '打印',
  },
  {
    title: 'Permissions',
    subtitle:
      'Every request is judged by this table: what is not in it is denied. Cells say how far a role reaches.',
    yourRoles: (roles) => `Your roles: ${roles}`,
    action: 'Action',
    secondFactor: 'second factor',
    secondFactorForTown: 'second factor for a whole town',
    onlyOwn: (roles) => `${roles}: own recordings only`,
    states: { recorded: 'unconfirmed only', confirmed: 'confirmed only', open: 'open only' },
    scopes: enScopes,
    bars: enBars,
    print: 'Print',
  },
)
