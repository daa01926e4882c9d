/** The keys used last, newest first, kept by the browser for each town. */
export function withRecent(recent: readonly string[], used: readonly string[], kept = 12): readonly string[] {
  return [...used, ...recent.filter((key) => !used.includes(key))].slice(0, kept)
}

export function readRecent(storage: Storage, name: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    // Whatever another hand wrote there is not worth an error: the list only saves keystrokes.
    return []
  }
}

export function keepRecent(storage: Storage, name: string, used: readonly string[]): readonly string[] {
  const recent = withRecent(readRecent(storage, name), used)
  storage.setItem(name, JSON.stringify(recent))
  return recent
}
