import { expect, test } from 'vitest'
import { readUserAgent } from './read-user-agent.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['edge', 'windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/128.0 Safari/537.36 Edg/128.0`],
  ['chrome', 'linux', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/128.0 Safari/537.36`],
  ['firefox', 'windows', 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0'],
  ['safari', 'mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1 Version/17.6 Safari/605.1.15'],
  [
    'safari',
    'iphone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) Version/17.6 Mobile/15E Safari/604.1',
  ],
  ['wechat', 'iphone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) Mobile/15E MicroMessenger/8.0.50'],
  ['wecom', 'android', `Mozilla/5.0 (Linux; Android 14) ${webkit} Chrome/116 wxwork/4.1 MicroMessenger/7.0.1`],
  [
    'dingtalk',
    'windows',
    `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/114 Safari/537.36 dingtalk-win/1.0 DingTalk(7.6)`,
  ],
  [
    'browser360',
    'windows',
    `Mozilla/5.0 (Windows NT 10.0; WOW64) ${webkit} Chrome/108.0 Safari/537.36 QIHU 360SE`,
  ],
  ['qq', 'windows', `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/109 Safari/537.36 QQBrowser/12.0`],
  ['huawei', 'harmony', `Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH) ${webkit} Chrome/114 HuaweiBrowser/15.0`],
  [null, null, ''],
  [null, null, 'curl/8.5.0'],
])('%s，%s', (browser, device, userAgent) => {
  expect(readUserAgent(userAgent)).toEqual({ browser, device })
})
