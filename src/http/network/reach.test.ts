import { domainToASCII } from 'node:url'
import { describe, expect, test } from 'vitest'
import { addressesOf } from './addresses.ts'
import { readReach } from './reach.ts'
import { readNetwork, type Network } from './read-network.ts'

const arrival = {
  peer: '10.0.0.9',
  isEncrypted: true,
  forwardedFor: undefined,
  forwardedProto: undefined,
  trustedProxies: ['10.0.0.2', '10.0.0.3'],
}
const forwarded = { ...arrival, peer: '10.0.0.2', isEncrypted: false, forwardedProto: 'https' }

describe('从哪里来', () => {
  test.each([
    ['直接加密来的，就是对方', arrival, '10.0.0.9'],
    ['不可信的对方说什么都不信', { ...arrival, forwardedFor: '1.1.1.1', forwardedProto: 'https' }, '10.0.0.9'],
    ['可信代理转来的，是它前面那一个', { ...forwarded, forwardedFor: '10.8.8.8' }, '10.8.8.8'],
    ['来人自己编的来处，代理会接在后面', { ...forwarded, forwardedFor: '6.6.6.6, 10.8.8.8' }, '10.8.8.8'],
    ['隔着两个可信代理', { ...forwarded, forwardedFor: '10.8.8.8, 10.0.0.3' }, '10.8.8.8'],
    ['写的不是地址，就只认代理', { ...forwarded, forwardedFor: 'unknown' }, '10.0.0.2'],
    ['代理没写来处', forwarded, '10.0.0.2'],
  ])('%s', (_title, given, address) => {
    expect(readReach(given)).toEqual({ ok: true, value: { address, isSecure: true } })
  })

  test('本机直接打开的不加密也行，网上来的不行', () => {
    const open = { ...arrival, isEncrypted: false }
    expect(readReach({ ...open, peer: '127.0.0.1' })).toMatchObject({ value: { isSecure: false } })
    expect(readReach({ ...open, peer: '::1' })).toMatchObject({ value: { isSecure: false } })
    expect(readReach(open)).toMatchObject({ ok: false, refusal: 'not-through-proxy' })
    expect(readReach({ ...open, forwardedProto: 'https' })).toMatchObject({ ok: false })
  })

  test('代理转来的必须是 https，来人自己写的不算', () => {
    for (const forwardedProto of ['http', 'https, http'])
      expect(readReach({ ...forwarded, forwardedFor: '10.8.8.8', forwardedProto })).toMatchObject({
        ok: false,
        refusal: 'proxy-in-the-open',
      })
  })
})

describe('用什么地址打开', () => {
  const networkOf = (environment: Readonly<Record<string, string>>): Network => {
    const network = readNetwork(environment)
    if (!network.ok) throw new Error(network.refusal.kind)
    return network.value
  }

  test('默认只在本机', () => {
    const network = networkOf({})
    expect([network.host, network.port, addressesOf(network, 4680)]).toEqual([
      '127.0.0.1',
      4680,
      ['http://127.0.0.1:4680'],
    ])
  })

  test('反向代理后面：先说代理的地址；中文域名、IPv6 写成浏览器的样子', () => {
    const network = networkOf({
      GONGDAO_TRUSTED_PROXY: '127.0.0.1，::1',
      GONGDAO_NAMES: '考核.example.cn, 10.1.2.3、fd00::1',
    })
    expect(network.trustedProxies).toEqual(['127.0.0.1', '::1'])
    expect(addressesOf(network, 4680)).toEqual([
      `https://${domainToASCII('考核.example.cn')}`,
      'https://10.1.2.3',
      'https://[fd00::1]',
      'http://127.0.0.1:4680',
    ])
  })

  test.each(['127.0.0.1', 'localhost', '::1', '127.0.0.53'])('%s 也是本机，不用证书', (host) => {
    expect(networkOf({ GONGDAO_HOST: host }).tls).toBeNull()
  })

  test.each(['0.0.0.0', '::', '192.168.1.20', 'server.example.cn'])('%s 要有证书', (host) => {
    expect(readNetwork({ GONGDAO_HOST: host })).toMatchObject({
      ok: false,
      refusal: { kind: 'network-without-tls', host },
    })
  })
})
