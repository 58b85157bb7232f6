import { ref } from 'vue'

const KINDS = ['case', 'warning', 'sensor', 'stream', 'figures', 'topics', 'device', 'devices', 'accounts', 'rules', 'trial', 'desk'] as const

/** The address (#/?c=…&z=…&case=…) is the state of the map: copied to a colleague, it opens the same view. */
export interface View {
  centre: [number, number] | null
  zoom: number | null
  open: { kind: (typeof KINDS)[number]; id: string } | null
  /** A wall hangs far away: larger type, no forms. */
  wall: boolean
  night: boolean | null
}

export function readView(hash: string): View {
  const query = new URLSearchParams(hash.replace(/^#\/?\??/, ''))
  const centre = (query.get('c') ?? '').split(',').map(Number)
  const zoom = Number(query.get('z') ?? NaN)
  const kind = KINDS.find((each) => query.get(each))
  return {
    centre: centre.length === 2 && centre.every(Number.isFinite) ? [centre[0]!, centre[1]!] : null,
    zoom: Number.isFinite(zoom) && zoom > 0 ? zoom : null,
    open: kind ? { kind, id: query.get(kind)! } : null,
    wall: query.get('wall') === '1',
    night: query.has('night') ? query.get('night') === '1' : null,
  }
}

export function writeView(view: View): string {
  const parts: string[] = []
  if (view.centre) parts.push(`c=${view.centre[0].toFixed(4)},${view.centre[1].toFixed(4)}`)
  if (view.zoom) parts.push(`z=${view.zoom.toFixed(2)}`)
  if (view.open) parts.push(`${view.open.kind}=${encodeURIComponent(view.open.id)}`)
  if (view.wall) parts.push('wall=1')
  if (view.night !== null) parts.push(`night=${view.night ? 1 : 0}`)
  return parts.length ? `#/?${parts.join('&')}` : '#/'
}

/** Other pages have addresses of their own (#/evaluation), which a map that is still coming to rest must not overwrite. */
const isMap = (hash: string) => /^(#\/?)?(\?|$)/.test(hash)

const view = ref<View>(readView(globalThis.location?.hash ?? ''))
function reread(): void {
  if (isMap(location.hash)) view.value = readView(location.hash)
}
globalThis.addEventListener?.('hashchange', reread)

export function useAddress() {
  function put(change: Partial<View>, how: 'push' | 'replace'): void {
    if (!isMap(location.hash)) return
    const next = { ...view.value, ...change }
    const hash = writeView(next)
    view.value = next
    if (hash === location.hash) return
    if (how === 'push') history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  }
  return {
    view,
    /** Opening and closing are steps that the back button undoes; moving the map is not. */
    open: (kind: NonNullable<View['open']>['kind'], id: string) => put({ open: { kind, id } }, 'push'),
    close: () => put({ open: null }, 'push'),
    look: (centre: [number, number], zoom: number) => put({ centre, zoom }, 'replace'),
    set: (change: Partial<Pick<View, 'wall' | 'night'>>) => put(change, 'replace'),
  }
}

globalThis.addEventListener?.('popstate', reread)
