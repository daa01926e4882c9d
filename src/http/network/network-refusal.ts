import { impossible } from '../../domain/primitives/result.ts'

/** Why the system does not open to the network as it is set, as facts. */
export type NetworkRefusal =
  | { readonly kind: 'port-invalid'; readonly text: string }
  | { readonly kind: 'network-without-tls'; readonly host: string }
  | { readonly kind: 'tls-half'; readonly missing: 'GONGDAO_TLS_CERT' | 'GONGDAO_TLS_KEY' }
  | { readonly kind: 'proxy-invalid'; readonly text: string }
  | { readonly kind: 'names-missing' }
  | { readonly kind: 'name-invalid'; readonly text: string }
  | {
      readonly kind: 'name-not-in-certificate'
      readonly name: string
      readonly certificateNames: readonly string[]
    }
  | CertificateRefusal

export type CertificateRefusal =
  | { readonly kind: 'certificate-file-unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'certificate-malformed'; readonly file: string }
  | { readonly kind: 'key-malformed'; readonly file: string }
  | { readonly kind: 'key-mismatch'; readonly certFile: string; readonly keyFile: string }

/** One plain sentence: what is wrong, and the way out. */
export function networkRefusalSentence(refusal: NetworkRefusal): string {
  switch (refusal.kind) {
    case 'port-invalid':
      return `GONGDAO_PORT=${refusal.text} 不是 1 到 65535 之间的端口号。`
    case 'network-without-tls':
      return `GONGDAO_HOST=${refusal.host} 会向办公网开放，而成绩和密码不能明文传送：请用 GONGDAO_TLS_CERT 和 GONGDAO_TLS_KEY 指明证书和私钥，或用 GONGDAO_TRUSTED_PROXY 指明可信的反向代理。`
    case 'tls-half':
      return `证书和私钥要一起给：还缺 ${refusal.missing}。`
    case 'proxy-invalid':
      return `GONGDAO_TRUSTED_PROXY 里的“${refusal.text}”不是 IP 地址：请写反向代理连过来时的地址，几个用逗号隔开。`
    case 'names-missing':
      return '不知道同事用什么名字打开公道：请用 GONGDAO_NAMES 写明域名或 IP 地址（几个用逗号隔开），或换一张带使用者可选名称（SAN）的证书。'
    case 'name-invalid':
      return `GONGDAO_NAMES 里的“${refusal.text}”不是域名或 IP 地址：只写名字，不写 https:// 和端口。`
    case 'name-not-in-certificate':
      return `证书里没有“${refusal.name}”这个名字（只有${refusal.certificateNames.join('、')}），浏览器会拦下：请改 GONGDAO_NAMES，或换一张写有这个名字的证书。`
    case 'certificate-file-unreadable':
      return `读不到证书或私钥文件 ${refusal.file}（${refusal.reason}）：请核对路径和权限。`
    case 'certificate-malformed':
      return `${refusal.file} 不是 PEM 格式的证书（以 -----BEGIN CERTIFICATE----- 开头）：.pfx、.p12、.der 请先转换。`
    case 'key-malformed':
      return `${refusal.file} 不是能直接使用的 PEM 私钥：有口令的请先去掉口令，.pfx 请先转换。`
    case 'key-mismatch':
      return `私钥 ${refusal.keyFile} 与证书 ${refusal.certFile} 不是一对：请换成签这张证书时的私钥。`
    default:
      return impossible(refusal)
  }
}
