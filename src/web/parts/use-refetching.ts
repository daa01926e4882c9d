import { useEffect } from 'react'

const everyMs = 5000

/** Asks again every few seconds while somebody looks and something may come from elsewhere. */
export function useRefetching(refetch: () => unknown, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined
    const ask = () => {
      if (document.visibilityState === 'visible') void refetch()
    }
    const timer = setInterval(ask, everyMs)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [refetch, isOn])
}
