import { accept, type Result } from '../../domain/primitives/result.ts'
import { loadCertificate, type Certificate, type CertificateFiles } from './certificate.ts'
import { networkRefusalSentence, type CertificateRefusal } from './network-refusal.ts'

const dayMs = 86_400_000
const warnDays = 30

type Following = {
  readonly files: CertificateFiles
  readonly current: Certificate
  readonly now: () => Date
  readonly say: (line: string) => void
  /** A renewed certificate is in the files: new connections are to get it. */
  readonly onRenewed: (certificate: Certificate) => void
}

/**
 * Looks at the files again and again: a renewed certificate is taken over without a restart, a broken one is told and
 * the one in use kept, and a near end is told once a day. Answers how to stop.
 */
export function followCertificate(following: Following, everyMs = 60_000): () => void {
  const { files, say, now, onRenewed } = following
  let current = following.current
  let told: string | null = null
  let warnedOn: string | null = null
  const warn = () => {
    const today = now().toISOString().slice(0, 10)
    const warning = validityWarning(current, now())
    if (warning !== null && warnedOn !== today) say(warning)
    warnedOn = today
  }
  const look = () => {
    const loaded = renewal(files, current)
    if (!loaded.ok) {
      const sentence = `${networkRefusalSentence(loaded.refusal)}仍用原来的证书。`
      if (sentence !== told) say(sentence)
      told = sentence
    } else if (loaded.value !== null) {
      current = loaded.value
      told = warnedOn = null
      onRenewed(current)
      say(`证书已更换，有效期至 ${dayOf(current.validTo)}。`)
    }
    warn()
  }
  warn()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** null while the files hold what is in use. */
function renewal(files: CertificateFiles, current: Certificate): Result<Certificate | null, CertificateRefusal> {
  const loaded = loadCertificate(files)
  if (!loaded.ok) return loaded
  return accept(loaded.value.cert === current.cert && loaded.value.key === current.key ? null : loaded.value)
}

/** What to tell of a certificate that browsers refuse or soon will; null while it is well. */
export function validityWarning({ validFrom, validTo }: Certificate, now: Date): string | null {
  if (now < validFrom)
    return `注意：证书从 ${dayOf(validFrom)} 才开始有效，在那以前浏览器会拦下；也请核对本机的时间。`
  const daysLeft = Math.floor((validTo.getTime() - now.getTime()) / dayMs)
  if (daysLeft < 0)
    return `注意：证书已于 ${dayOf(validTo)} 过期，浏览器会拦下：请换上新证书，文件替换后自动生效。`
  if (daysLeft > warnDays) return null
  return `注意：证书还有 ${String(daysLeft)} 天（${dayOf(validTo)}）到期，请及早换上新证书，文件替换后自动生效。`
}

function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
