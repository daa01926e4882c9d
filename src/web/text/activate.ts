import { defineText } from './dictionary.ts'

/** The first password, or the next one after it was forgotten. */
export const activateText = defineText(
  {
    title: '用设置码设定密码',
    intro:
      '第一次登录，或忘记了密码：填系统管理员发的设置码（纸条上的十二个字母和数字），再定一个只有自己知道的密码。',
    userName: '用户名',
    userNameNeeded: '请填写用户名',
    code: '设置码',
    codeHint: '大小写、横线都不要紧；14 天内有效，只能用一次',
    codeNeeded: '请填写设置码',
    password: '新密码',
    passwordHint: '至少 10 个字；自己编的一句话最好记，常见的不行',
    passwordAgain: '再输一次新密码',
    mismatch: '两次输入的密码不一样',
    submit: '设定密码并登录',
    back: '回到登录',
    noCode: '没有设置码？请向本镇的系统管理员要一个。',
  },
  {
    title: 'Set a password by set-up code',
    intro:
      'For the first sign-in or a forgotten password: the code on the slip from your system administrator, and a password of your own.',
    userName: 'User name',
    userNameNeeded: 'Please enter your user name',
    code: 'Set-up code',
    codeHint: 'Letter case and hyphens do not matter; works once within 14 days',
    codeNeeded: 'Please enter the set-up code',
    password: 'New password',
    passwordHint: 'At least 10 characters, not a common one',
    passwordAgain: 'New password again',
    mismatch: 'The passwords differ',
    submit: 'Set the password and sign in',
    back: 'Back to sign-in',
    noCode: 'No code? Ask the system administrator of your town.',
  },
)
