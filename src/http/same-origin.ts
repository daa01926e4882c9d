/**
 * Whether a writing request comes from our own page, by what the browser says and no page can forge: Origin, or
 * Sec-Fetch-Site where Origin is absent. A caller that is no browser sends neither and has no cookie to abuse.
 */
export function isSameOrigin(headers: {
  readonly origin: string | undefined
  readonly host: string | undefined
  readonly fetchSite: string | undefined
}): boolean {
  const { origin, host, fetchSite } = headers
  if (origin === undefined) return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase()
}
