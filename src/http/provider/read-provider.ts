import { readFileSync } from 'node:fs'
import { accept, impossible, refuse, type Result } from '../../domain/primitives/result.ts'
import { isLoopback } from '../network/read-network.ts'

/** 统一身份认证: where the OpenID provider is, and what is believed of it. */
export type ProviderSettings = {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: string
  /** The claim that names an account of ours, which it is linked to at its first sign-in; null: accounts link themselves. */
  readonly matchClaim: string | null
  /** The `acr` that says the provider has asked for a second factor. */
  readonly secondFactorAcr: string | null
}

export type ProviderSettingsRefusal =
  | { readonly kind: 'provider-half'; readonly missing: string }
  | { readonly kind: 'provider-issuer-invalid'; readonly text: string }
  | { readonly kind: 'provider-secret-twice' }
  | { readonly kind: 'provider-secret-unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'provider-claim-invalid'; readonly text: string }

type Environment = Readonly<Record<string, string | undefined>>

const names = {
  issuer: 'GONGDAO_OIDC_ISSUER',
  clientId: 'GONGDAO_OIDC_CLIENT_ID',
  clientSecret: 'GONGDAO_OIDC_CLIENT_SECRET',
  clientSecretFile: 'GONGDAO_OIDC_CLIENT_SECRET_FILE',
  name: 'GONGDAO_OIDC_NAME',
  match: 'GONGDAO_OIDC_MATCH',
  acr: 'GONGDAO_OIDC_MFA_ACR',
} as const

const defaultName = '统一身份认证'

/** Reads the settings: all of what is needed, or nothing at all, which is null. Whether the provider answers is seen later. */
export function readProvider(environment: Environment): Result<ProviderSettings | null, ProviderSettingsRefusal> {
  const setting = (name: keyof typeof names) => environment[names[name]]?.trim() ?? ''
  const isAnySet = Object.values(names).some((name) => (environment[name]?.trim() ?? '') !== '')
  if (!isAnySet) return accept(null)
  for (const needed of ['issuer', 'clientId'] as const)
    if (setting(needed) === '') return refuse({ kind: 'provider-half', missing: names[needed] })
  const issuer = readIssuer(setting('issuer'))
  if (issuer === null) return refuse({ kind: 'provider-issuer-invalid', text: setting('issuer') })
  const clientSecret = readSecret(setting('clientSecret'), setting('clientSecretFile'))
  if (!clientSecret.ok) return clientSecret
  const matchClaim = setting('match')
  if (!/^[\w.:/-]*$/.test(matchClaim)) return refuse({ kind: 'provider-claim-invalid', text: matchClaim })
  return accept({
    issuer,
    clientId: setting('clientId'),
    clientSecret: clientSecret.value,
    name: setting('name') || defaultName,
    matchClaim: matchClaim || null,
    secondFactorAcr: setting('acr') || null,
  })
}

/** Encrypted, or on this machine: the secret and everyone's identity go there. */
function readIssuer(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const issuer = new URL(text)
  const isSafe = issuer.protocol === 'https:' || (issuer.protocol === 'http:' && isLoopback(issuer.hostname))
  return isSafe && issuer.search === '' && issuer.hash === '' && issuer.username === '' ? issuer : null
}

function readSecret(secret: string, file: string): Result<string, ProviderSettingsRefusal> {
  if (secret !== '' && file !== '') return refuse({ kind: 'provider-secret-twice' })
  if (secret !== '') return accept(secret)
  if (file === '')
    return refuse({ kind: 'provider-half', missing: `${names.clientSecret} 或 ${names.clientSecretFile}` })
  try {
    const read = readFileSync(file, 'utf8').trim()
    return read === '' ? refuse({ kind: 'provider-secret-unreadable', file, reason: '文件是空的' }) : accept(read)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return refuse({ kind: 'provider-secret-unreadable', file, reason })
  }
}

/** One plain sentence: what is wrong, and the way out. */
export function providerRefusalSentence(refusal: ProviderSettingsRefusal): string {
  switch (refusal.kind) {
    case 'provider-half':
      return `统一身份认证（GONGDAO_OIDC_…）只设了一半：还缺 ${refusal.missing}；不用统一身份认证就把这些设置都去掉。`
    case 'provider-issuer-invalid':
      return `GONGDAO_OIDC_ISSUER=${refusal.text} 不是能用的地址：请写身份提供方的 https 地址，不带问号和井号。`
    case 'provider-secret-twice':
      return 'GONGDAO_OIDC_CLIENT_SECRET 和 GONGDAO_OIDC_CLIENT_SECRET_FILE 只能设一个。'
    case 'provider-secret-unreadable':
      return `读不到 GONGDAO_OIDC_CLIENT_SECRET_FILE 所指的文件 ${refusal.file}（${refusal.reason}）：请核对路径和权限。`
    case 'provider-claim-invalid':
      return `GONGDAO_OIDC_MATCH=${refusal.text} 不是声明的名称：请写如 preferred_username 的一个名称。`
    default:
      return impossible(refusal)
  }
}
