/**
 * Whether a writing request comes from our own page, by what the browser says and no page can forge: Origin, or
 * Sec-Fetch-Site where Origin is absent. A caller that is no browser sends neither and has no cookie to abuse.
 */
export function isSameOrigin(headers: {
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly fetchSite: string | undefined
  /** Whether the request came encrypted: a page that did not is another origin. */
  readonly isSecure: boolean
}): boolean {
  const { origin, host, fetchSite, isSecure } = headers
  if (origin === undefined) return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  if (!URL.canParse(origin) || host === undefined) return false
  const page = new URL(origin)
  return page.protocol === (isSecure ? 'https:' : 'http:') && page.host === host.toLowerCase()
}
