/**
 * Only a page of this site: a link with another site in `from` must not lead there after signing in, nor one with a tab
 * or a line end between two slashes, which a browser leaves out.
 */
export function safePath(from: string | null): string {
  return from !== null && /^\/(?![/\\])[^\\\s]*$/.test(from) ? from : '/'
}

/** The address of a page before signing in that leads on to where one came from. */
export function withFrom(path: string, from: string): string {
  return from === '/' ? path : `${path}?from=${encodeURIComponent(from)}`
}
