import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { isIP } from 'node:net'

/** A certificate that signs itself, as an office makes one for its own network; Node reads such but makes none. */
export type MadeCertificate = { readonly cert: string; readonly key: string }

type Wanted = {
  readonly names: readonly string[]
  readonly from?: Date
  readonly to?: Date
}

const dayMs = 86_400_000

export function makeCertificate({ names, from, to }: Wanted): MadeCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(objectId(0x55, 0x04, 0x03), element(0x0c, Buffer.from('Gongdao test')))))
  const validity = sequence(
    time(from ?? new Date(Date.now() - dayMs)),
    time(to ?? new Date(Date.now() + 365 * dayMs)),
  )
  const body = sequence(
    element(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 2 ** 30)),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(alternativeNames(names), isAuthority)),
  )
  return { cert: signed(body, privateKey), key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) }
}

function signed(body: Buffer, key: KeyObject): string {
  const signature = element(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, key)]))
  const lines =
    sequence(body, ecdsaWithSha256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

// DER: a tag, a length, the content.
function element(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const length =
    body.length < 0x80
      ? Buffer.of(body.length)
      : body.length < 0x100
        ? Buffer.of(0x81, body.length)
        : Buffer.of(0x82, body.length >> 8, body.length & 0xff)
  return Buffer.concat([Buffer.of(tag), length, body])
}

function sequence(...content: readonly Buffer[]): Buffer {
  return element(0x30, ...content)
}

function set(...content: readonly Buffer[]): Buffer {
  return element(0x31, ...content)
}

function objectId(...bytes: readonly number[]): Buffer {
  return element(0x06, Buffer.from(bytes))
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  const first = bytes.findIndex((byte) => byte !== 0)
  const from = first === -1 ? 4 : (bytes[first] ?? 0) >= 0x80 ? first - 1 : first
  return element(0x02, bytes.subarray(from))
}

function time(moment: Date): Buffer {
  return element(0x18, Buffer.from(`${moment.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z`))
}

function alternativeNames(names: readonly string[]): Buffer {
  const entries = names.map((name) =>
    isIP(name) === 4
      ? element(0x87, Buffer.from(name.split('.').map(Number)))
      : element(0x82, Buffer.from(name, 'ascii')),
  )
  return sequence(objectId(0x55, 0x1d, 0x11), element(0x04, sequence(...entries)))
}

const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const isAuthority = sequence(objectId(0x55, 0x1d, 0x13), element(0x04, sequence(element(0x01, Buffer.of(0xff)))))
