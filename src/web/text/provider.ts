import type { ProviderEnding } from '../../http/contract/provider.ts'
import { defineText } from './dictionary.ts'

/** 统一身份认证: the button at the door, the link on one's own account, and how a way there ended. */
export const providerText = defineText(
  {
    signIn: (provider: string) => `用${provider}登录`,
    or: '或者',
    linkTitle: '统一身份认证',
    unlinked: (provider: string) => `绑定以后，也可以用${provider}登录，不用输这里的密码。`,
    linked: (provider: string, since: string) =>
      `已在 ${since} 绑定，可以用${provider}登录；换密码不影响它。不是您绑的，请解除。`,
    link: '去绑定',
    linkGo: '继续，去绑定',
    linkCancel: '不做了',
    unlink: '解除绑定',
    unlinkAsk: '解除绑定？',
    unlinkText: '以后只能用用户名和密码登录。',
    unlinkDone: '已解除绑定',
    cancel: '取消',
    endings: {
      declined: '在统一身份认证那边没有登录成。可以再试一次，或用用户名和密码登录。',
      unreachable: '统一身份认证现在连不上。请用用户名和密码登录，或稍后再试。',
      invalid: '统一身份认证的答复没有通过核对。请再试一次；还不行，请系统管理员看服务器的日志，核对设置。',
      over: '这一次登录过了十分钟、已经用过，不是在这个浏览器里开始的，或开始它的登录已结束。请重新开始。',
      unknown:
        '这个身份在公道里没有可用的账号。请联系系统管理员；已有账号的，先用用户名和密码登录，再到“我的账号”绑定。',
      taken: '没有绑定：这个身份已经绑在别的账号上，或您的账号已经绑了另一个身份。',
      linked: '已绑定，以后可以用统一身份认证登录。',
    } satisfies Record<ProviderEnding, string>,
  },
  {
    signIn: (provider) => `Sign in with ${provider}`,
    or: 'or',
    linkTitle: 'Single sign-on',
    unlinked: (provider) => `Once linked, you can sign in with ${provider} instead of your password here.`,
    linked: (provider, since) =>
      `Linked since ${since}: you can sign in with ${provider}, whatever your password. Unlink it if it was not you.`,
    link: 'Link',
    linkGo: 'Go and link',
    linkCancel: 'Not now',
    unlink: 'Unlink',
    unlinkAsk: 'Unlink?',
    unlinkText: 'From then on only your user name and password let you in.',
    unlinkDone: 'Unlinked',
    cancel: 'Cancel',
    endings: {
      declined: 'The provider did not sign you in. Try again, or use your password.',
      unreachable: 'The provider cannot be reached. Use your password, or try later.',
      invalid: 'The provider’s answer did not hold. Try again; if it stays, ask the system administrator.',
      over: 'This sign-in took too long, was used already, began in another browser, or its session has ended. Please begin again.',
      unknown: 'This identity has no account here. Ask the administrator, or link it on “My account”.',
      taken: 'Not linked: the identity belongs to another account, or yours has another identity.',
      linked: 'Linked. You can sign in with the provider from now on.',
    },
  },
)
