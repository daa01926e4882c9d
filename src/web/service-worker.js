// Keeps the page of inspections on the telephone, so that it opens at a door without a signal. The build puts in what
// the page is made of and the version (vite.config.ts); every build is another version, with a cache of its own.
// Answers of the API pass through untouched and are never kept: names and scores stay where they are.
const version = '__VERSION__'
const files = JSON.parse('__FILES__')
const cacheName = `gongdao-${version}`
const page = '/inspect'
/** A signal too weak to answer in this time is none. */
const patienceMs = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('gongdao-') && name !== cacheName)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    if (pathname === page) event.respondWith(freshOrKept(request))
    return
  }
  // Files of a build bear a hash in their names: what is kept under one is what would be fetched.
  if (files.includes(pathname))
    event.respondWith(caches.match(request, { cacheName }).then((kept) => kept || fetch(request)))
})

async function freshOrKept(request) {
  const kept = () => caches.match(page, { cacheName })
  try {
    const fresh = await fetch(request.url, { credentials: 'same-origin', signal: AbortSignal.timeout(patienceMs) })
    return fresh.ok ? fresh : (await kept()) || fresh
  } catch (error) {
    const found = await kept()
    if (found) return found
    throw error
  }
}
