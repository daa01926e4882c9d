import { impossible, accept, refuse, type Result } from '../../domain/primitives/result.ts'

/** An S3-compatible store for what is handed in, as the environment names it. */
export type ObjectStoreSettings = {
  /** Without a slash at the end; the bucket follows in the path. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

export type ObjectStoreRefusal =
  | { readonly kind: 'half'; readonly missing: readonly string[] }
  | { readonly kind: 'endpoint-invalid'; readonly endpoint: string }
  | { readonly kind: 'bucket-invalid'; readonly bucket: string }
  | { readonly kind: 'unreachable'; readonly endpoint: string; readonly reason: string }
  | { readonly kind: 'denied'; readonly bucket: string }
  | { readonly kind: 'no-bucket'; readonly bucket: string }
  | { readonly kind: 'answers-amiss'; readonly endpoint: string; readonly status: number }
  | { readonly kind: 'gives-back-other'; readonly endpoint: string }

const names = {
  endpoint: 'GONGDAO_S3_ENDPOINT',
  bucket: 'GONGDAO_S3_BUCKET',
  region: 'GONGDAO_S3_REGION',
  key: 'GONGDAO_S3_KEY',
  secret: 'GONGDAO_S3_SECRET',
} as const

/** Reads GONGDAO_S3_ENDPOINT, _BUCKET, _REGION, _KEY and _SECRET; null: files stay in the data folder. */
export function readObjectStore(
  environment: NodeJS.ProcessEnv,
): Result<ObjectStoreSettings | null, ObjectStoreRefusal> {
  const given = (name: string) => (environment[name] ?? '').trim()
  if (Object.values(names).every((name) => given(name) === '')) return accept(null)
  const region = given(names.region) === '' ? 'us-east-1' : given(names.region)
  const [endpoint, bucket] = [given(names.endpoint).replace(/\/+$/, ''), given(names.bucket)]
  const [key, secret] = [given(names.key), given(names.secret)]
  const missing = [names.endpoint, names.bucket, names.key, names.secret].filter((name) => given(name) === '')
  if (missing.length > 0) return refuse({ kind: 'half', missing })
  if (!isEndpoint(endpoint)) return refuse({ kind: 'endpoint-invalid', endpoint })
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return refuse({ kind: 'bucket-invalid', bucket })
  return accept({ endpoint, bucket, region, key, secret })
}

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, search, hash } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && search === '' && hash === ''
}

export function objectStoreSentence(refusal: ObjectStoreRefusal): string {
  switch (refusal.kind) {
    case 'half':
      return `对象存储要设就设全，还缺 ${refusal.missing.join('、')}；不用对象存储就一个都不设，文件存在数据文件夹里。`
    case 'endpoint-invalid':
      return `GONGDAO_S3_ENDPOINT 不是地址：${refusal.endpoint}，应如 https://oss.example.gov.cn 或 http://192.168.1.5:9000，不写桶名。`
    case 'bucket-invalid':
      return `GONGDAO_S3_BUCKET 不是桶名：${refusal.bucket}，应是 3 到 63 个小写字母、数字、点或短横。`
    case 'unreachable':
      return `连不上对象存储 ${refusal.endpoint}（${refusal.reason}）：请检查地址、网络和它的证书，它好了再启动。`
    case 'denied':
      return `对象存储不让存取桶 ${refusal.bucket}：请核对 GONGDAO_S3_KEY、GONGDAO_S3_SECRET、GONGDAO_S3_REGION，以及这对钥匙的读写权限和两边的时钟。`
    case 'no-bucket':
      return `对象存储里没有桶 ${refusal.bucket}：请先建好（不公开、可读写），再启动。`
    case 'answers-amiss':
      return `对象存储 ${refusal.endpoint} 的回答不对（状态 ${String(refusal.status)}）：请核对地址和区域（GONGDAO_S3_REGION）。`
    case 'gives-back-other':
      return `对象存储 ${refusal.endpoint} 给回来的和存进去的不一样，不能用：请检查中间的代理是否改动内容。`
    default:
      return impossible(refusal)
  }
}
