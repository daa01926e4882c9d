const shortDigits = 20
const printedForm = new RegExp(`^[0-9a-f]{${String(shortDigits)}}$`)

/** A head as it is printed: 20 hex digits (80 bits) in groups of four, `3f2a 91bc 0d4e 77a1 5c60`. */
export function shortHex(root: string): string {
  return (root.slice(0, shortDigits).match(/.{4}/g) ?? []).join(' ')
}

/** The 20 digits of a printed head as somebody typed it, whatever the spaces, dashes and case; null: not such a one. */
export function readShortHex(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-–—·]/g, '')
  return printedForm.test(digits) ? digits : null
}
