import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { providerRefusalSentence, readProvider } from './read-provider.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-provider-'))
afterAll(() => rmSync(folder, { recursive: true }))

const whole = {
  GONGDAO_OIDC_ISSUER: 'https://id.example.gov.cn/realms/qu',
  GONGDAO_OIDC_CLIENT_ID: 'gongdao',
  GONGDAO_OIDC_CLIENT_SECRET: 'secret',
}

function sentenceOf(environment: Readonly<Record<string, string>>): string | null {
  const read = readProvider(environment)
  return read.ok ? null : providerRefusalSentence(read.refusal)
}

describe('统一身份认证的设置', () => {
  test('什么都没设就是不用；设全了读出来，名称有默认', () => {
    expect(readProvider({ GONGDAO_OIDC_ISSUER: ' ' })).toEqual({ ok: true, value: null })
    expect(readProvider(whole)).toMatchObject({
      value: {
        clientId: 'gongdao',
        clientSecret: 'secret',
        name: '统一身份认证',
        matchClaim: null,
        secondFactorAcr: null,
      },
    })
    const more = {
      GONGDAO_OIDC_NAME: '区平台',
      GONGDAO_OIDC_MATCH: 'preferred_username',
      GONGDAO_OIDC_MFA_ACR: 'gold',
    }
    expect(readProvider({ ...whole, ...more })).toMatchObject({
      value: { name: '区平台', matchClaim: 'preferred_username', secondFactorAcr: 'gold' },
    })
  })

  test('口令可以放在文件里，首尾空白不算', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'from a file\n')
    const { GONGDAO_OIDC_CLIENT_SECRET: _secret, ...rest } = whole
    expect(readProvider({ ...rest, GONGDAO_OIDC_CLIENT_SECRET_FILE: file })).toMatchObject({
      value: { clientSecret: 'from a file' },
    })
    const missing = join(folder, 'missing')
    expect(sentenceOf({ ...rest, GONGDAO_OIDC_CLIENT_SECRET_FILE: missing })).toContain(`${missing}（ENOENT）`)
    writeFileSync(file, ' \n')
    expect(sentenceOf({ ...rest, GONGDAO_OIDC_CLIENT_SECRET_FILE: file })).toContain('文件是空的')
    expect(sentenceOf({ ...whole, GONGDAO_OIDC_CLIENT_SECRET_FILE: file })).toContain('只能设一个')
  })

  test.each(Object.keys(whole))('少了 %s 说出缺什么', (name) => {
    expect(sentenceOf({ ...whole, [name]: '' })).toContain(`还缺 ${name}`)
  })

  test.each([
    '随便写的',
    'http://id.example.gov.cn',
    'https://id.example.gov.cn/?a=1',
    'https://u@id.example.gov.cn',
  ])('身份提供方的地址 %s 不收：口令和身份不走明文', (issuer) => {
    expect(sentenceOf({ ...whole, GONGDAO_OIDC_ISSUER: issuer })).toContain('https 地址')
  })

  test('本机的身份提供方可以不加密', () => {
    expect(sentenceOf({ ...whole, GONGDAO_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toBeNull()
  })

  test('声明的名称写错', () => {
    expect(sentenceOf({ ...whole, GONGDAO_OIDC_MATCH: '工号 姓名' })).toContain('preferred_username')
  })
})
