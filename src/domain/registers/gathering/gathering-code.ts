/** A minute of the clock; a fixed code belongs to none. */
const minuteMs = 60_000
const digits = 6

/** Hex digest of a text under the town's secret: given by whoever can hash. */
export type Digest = (text: string) => string

type Coded = { readonly id: string; readonly code: 'changing' | 'fixed' }

/** The six digits on the screen at an instant, and how many seconds they still hold (null: they do not change). */
export function codeAt(
  { id, code }: Coded,
  atMs: number,
  digest: Digest,
): { readonly code: string; readonly secondsLeft: number | null } {
  if (code === 'fixed') return { code: codeOf(`${id} fixed`, digest), secondsLeft: null }
  const minute = Math.floor(atMs / minuteMs)
  return {
    code: codeOf(`${id} ${String(minute)}`, digest),
    secondsLeft: Math.ceil(((minute + 1) * minuteMs - atMs) / 1000),
  }
}

/** A changing code holds one minute longer, for whoever was typing it. */
export function isCodeRight(gathering: Coded, typed: string, atMs: number, digest: Digest): boolean {
  const given = typed.replace(/\s/g, '')
  return [atMs, atMs - minuteMs].some((at) => codeAt(gathering, at, digest).code === given)
}

/** Twelve hex digits are enough: what is left over of a million is out of balance by less than one in a hundred million. */
function codeOf(text: string, digest: Digest): string {
  return String(Number.parseInt(digest(text).slice(0, 12), 16) % 10 ** digits).padStart(digits, '0')
}
