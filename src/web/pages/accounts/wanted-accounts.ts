/** What stands in the dialog before accounts are made. */
export type AccountWish = {
  readonly from: 'roster' | 'outside'
  readonly staffNumbers: readonly string[]
  /** For one person alone, another user name than the person's. */
  readonly userName: string
  /** One to a line. */
  readonly names: string
}

export const emptyWish: AccountWish = { from: 'roster', staffNumbers: [], userName: '', names: '' }

type Wanted =
  | { readonly staffNumber: string; readonly userName: string | null }
  | { readonly staffNumber: null; readonly userName: string }

/** What is asked of the server: nothing while nobody is chosen. */
export function wantedOf({ from, staffNumbers, userName, names }: AccountWish): readonly Wanted[] {
  if (from === 'roster') {
    const given = userName.trim()
    return staffNumbers.map((staffNumber) => ({
      staffNumber,
      userName: staffNumbers.length === 1 && given !== '' ? given : null,
    }))
  }
  const lines = names
    .split(/[\n、，,；;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [...new Set(lines)].map((name) => ({ staffNumber: null, userName: name }))
}
