const cachePrefix = 'gongdao-'

/** Whether this address can be installed and opened without a signal: browsers allow it over HTTPS and on this machine. */
export function canWorkOffline(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator
}

/** Keeps the page of inspections on the telephone (src/web/service-worker.js); the rest of the system stays as it is. */
export async function keepPagesOnPhone(): Promise<void> {
  if (canWorkOffline()) await navigator.serviceWorker.register('/service-worker.js').catch(() => null)
}

/** Signing out: nothing of the system stays on the telephone. */
export async function forgetPagesOnPhone(): Promise<void> {
  if (!canWorkOffline()) return
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((one) => one.unregister()))
  const names = await caches.keys()
  const own = names.filter((name) => name.startsWith(cachePrefix))
  await Promise.all(own.map((name) => caches.delete(name)))
}
