// Opens the console without a network: the page and its parts as they last came, and facts of the district that change by the
// day. Whatever concerns people or cases is not kept here; reports wait in the page's own drawer (src/phone).
const SHELL = 'chengyun-shell'
const FACTS = 'chengyun-facts'
const PATIENCE_MILLIS = 4_000
const FILES = ['/mark.svg', '/manifest.webmanifest']
/** Without these nothing can be reported: they came to the page before this worker was there to keep them. */
const FIRST = ['/api/classes', '/api/organisations', '/api/areas/outline.geojson', '/api/areas/towns.geojson', '/api/areas/grids.geojson']

const isPart = (path) => path.startsWith('/assets/') || FILES.includes(path)
const isFact = (path) => path.startsWith('/api/areas/') || path === '/api/classes' || path === '/api/organisations'

/** Keeps a page with all its parts before it counts as the newest; parts of older ones go. */
async function keepPage(answer) {
  const shell = await caches.open(SHELL)
  const parts = [...(await answer.clone().text()).matchAll(/(?:href|src)="\.?\/(assets\/[^"]+)"/g)].map((found) => `/${found[1]}`)
  const held = await Promise.all(parts.map((part) => shell.match(part)))
  await shell.addAll([...parts.filter((_, index) => !held[index]), ...FILES])
  await shell.put('/', answer)
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url, self.location.href)
    if (pathname.startsWith('/assets/') && !parts.includes(pathname)) await shell.delete(request)
  }
}

function within(millis, work) {
  return Promise.race([work, new Promise((_, no) => setTimeout(() => no(new Error('too slow')), millis))])
}

/** The newest page; without a network, or with one that hardly moves, the last one that was whole. */
async function page(event) {
  const last = await (await caches.open(SHELL)).match('/')
  const asked = fetch('/', { cache: 'no-cache', credentials: 'same-origin' })
  try {
    const answer = await (last ? within(PATIENCE_MILLIS, asked) : asked)
    if (!answer.ok) return last ?? answer
    event.waitUntil(keepPage(answer.clone()).catch(() => undefined))
    return answer
  } catch (gone) {
    if (last) return last
    throw gone
  }
}

async function held(request) {
  return (await (await caches.open(SHELL)).match(request)) ?? fetch(request)
}

/** The newest fact; where the platform is away, in trouble or asks to sign in again, the last one. */
async function newest(request) {
  const facts = await caches.open(FACTS)
  try {
    const answer = await fetch(request)
    if (!answer.ok) return (await facts.match(request)) ?? answer
    await facts.put(request, answer.clone())
    return answer
  } catch (gone) {
    const last = await facts.match(request)
    if (last) return last
    throw gone
  }
}

self.addEventListener('install', (event) =>
  event.waitUntil(
    fetch('/', { cache: 'no-cache' })
      .then(keepPage)
      .then(() => Promise.allSettled(FIRST.map(newest)))
      .then(() => self.skipWaiting()),
  ),
)
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(page(event))
  else if (isPart(pathname)) event.respondWith(held(request))
  else if (isFact(pathname)) event.respondWith(newest(request))
})
