import { useCallback, useState } from 'react'

/** A random UUID that also works on plain http in an office network, where crypto.randomUUID is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * One key per thing to be done: a double click and a retry after a lost answer send the same key, so that the server
 * does it once. Renew it when the thing is done or when what is sent has changed.
 */
export function useIdempotencyKey(): [key: string, renew: () => void] {
  const [key, setKey] = useState(newKey)
  const renew = useCallback(() => {
    setKey(newKey())
  }, [])
  return [key, renew]
}
