/** Tried in this order: most browsers also claim to be the ones further down. */
const browserMarks = [
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['dingtalk', /DingTalk/i],
  ['browser360', /QIHU|360SE|360EE|360Browser/i],
  ['qq', /QQBrowser/i],
  ['sogou', /MetaSr|SogouMobile|SE 2\.X/i],
  ['uc', /UCBrowser|UBrowser/i],
  ['huawei', /HuaweiBrowser/i],
  ['xiaomi', /MiuiBrowser/i],
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Version\/[\d.]+.*Safari\//],
] as const

const deviceMarks = [
  ['harmony', /HarmonyOS|OpenHarmony/i],
  ['android', /Android/],
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|X11/],
] as const

export type Browser = (typeof browserMarks)[number][0]
export type Device = (typeof deviceMarks)[number][0]

export const browsers: readonly Browser[] = browserMarks.map(([browser]) => browser)
export const devices: readonly Device[] = deviceMarks.map(([device]) => device)

/** What a browser says it is, as far as its marks are known. */
export function readUserAgent(userAgent: string): {
  readonly browser: Browser | null
  readonly device: Device | null
} {
  return {
    browser: browserMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? null,
    device: deviceMarks.find(([, mark]) => mark.test(userAgent))?.[0] ?? null,
  }
}
