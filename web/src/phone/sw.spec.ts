import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'

/** The worker itself, in a made-up browser. */
const code = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8')
const HOME = 'http://house'
const address = (request: { url: string } | string) => new URL(typeof request === 'string' ? request : request.url, HOME).href

class FakeCache {
  readonly held = new Map<string, Response>()
  constructor(private readonly net: (at: string) => Promise<Response>) {}
  match = async (request: { url: string } | string) => this.held.get(address(request))?.clone()
  put = async (request: { url: string } | string, answer: Response) => void this.held.set(address(request), answer)
  delete = async (request: { url: string }) => this.held.delete(address(request))
  keys = async () => [...this.held.keys()].map((url) => ({ url }))
  addAll = async (paths: string[]) => {
    for (const path of paths) {
      const answer = await this.net(address(path))
      if (!answer.ok) throw new Error(path)
      this.held.set(address(path), answer)
    }
  }
}

type Waiting = { request: { url: string; method: string; mode: string }; respondWith(answer: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }
let pages: Record<string, string>
let online: boolean
let listeners: Record<string, (event: Waiting) => void>
let boxes: Record<string, FakeCache>

const net = async (at: string): Promise<Response> => {
  if (!online) throw new TypeError('offline')
  const found = pages[at.slice(HOME.length)]
  return new Response(found ?? 'absent', { status: found === undefined ? 404 : 200 })
}
const index = (build: string) => `<script src="/assets/app-${build}.js"></script><link href="/assets/app-${build}.css">`

async function fire(kind: string, path = '/', mode = 'cors', method = 'GET'): Promise<string | null> {
  const works: Promise<unknown>[] = []
  let answer: Promise<Response> | null = null
  listeners[kind]!({ request: { url: HOME + path, method, mode }, respondWith: (given) => (answer = given), waitUntil: (work) => void works.push(work) })
  const said = answer ? await (answer as Promise<Response>).then((response) => response.text(), () => 'failed') : null
  await Promise.all(works)
  return said
}

beforeEach(async () => {
  pages = { '/': index('1'), '/assets/app-1.js': 'one', '/assets/app-1.css': 'css', '/mark.svg': 'mark', '/manifest.webmanifest': '{}', '/api/classes': '[1]', '/api/cases': 'secret' }
  online = true
  listeners = {}
  boxes = {}
  const self = { location: { href: `${HOME}/sw.js`, origin: HOME }, clients: { claim: async () => {} }, skipWaiting: async () => {}, addEventListener: (kind: string, heard: (event: Waiting) => void) => (listeners[kind] = heard) }
  const caches = { open: async (name: string) => (boxes[name] ??= new FakeCache(net)) }
  new Function('self', 'caches', 'fetch', code)(self, caches, (request: { url: string } | string) => net(address(request)))
  await fire('install')
})

describe('the service worker', () => {
  it('opens the page and its parts without a network', async () => {
    online = false
    expect(await fire('fetch', '/', 'navigate')).toBe(index('1'))
    expect(await fire('fetch', '/assets/app-1.js')).toBe('one')
    expect(await fire('fetch', '/mark.svg')).toBe('mark')
  })

  it('takes the newest page, and lets the parts of the last one go', async () => {
    pages = { ...pages, '/': index('2'), '/assets/app-2.js': 'two', '/assets/app-2.css': 'css' }
    expect(await fire('fetch', '/', 'navigate')).toBe(index('2'))
    online = false
    expect(await fire('fetch', '/', 'navigate')).toBe(index('2'))
    expect(await fire('fetch', '/assets/app-2.js')).toBe('two')
    expect(await fire('fetch', '/assets/app-1.js')).toBe('failed')
  })

  it('keeps the last whole page when a part of the newest does not come', async () => {
    pages = { ...pages, '/': index('3') }
    await fire('fetch', '/', 'navigate')
    online = false
    expect(await fire('fetch', '/', 'navigate')).toBe(index('1'))
  })

  it('remembers facts of the district, and nothing of cases and people', async () => {
    expect(await fire('fetch', '/api/classes')).toBe('[1]')
    expect(await fire('fetch', '/api/cases')).toBeNull()
    expect(await fire('fetch', '/api/session')).toBeNull()
    online = false
    expect(await fire('fetch', '/api/classes')).toBe('[1]')
  })

  it('has the facts without which nothing can be reported from the first visit on', async () => {
    online = false
    expect(await fire('fetch', '/api/classes')).toBe('[1]')
    expect(await fire('fetch', '/api/organisations')).toBe('failed')
  })

  it('gives the last facts where the platform asks to sign in again', async () => {
    delete pages['/api/classes']
    expect(await fire('fetch', '/api/classes')).toBe('[1]')
  })

  it('leaves what is sent alone', async () => {
    expect(await fire('fetch', '/api/classes', 'cors', 'POST')).toBeNull()
  })
})
