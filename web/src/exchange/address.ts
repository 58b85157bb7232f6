/** The addresses of data: the catalogue (#/data?namespace=…) and one data set (#/data/CODE?kind=…); they say all that is shown. */
export const FILTERS = ['namespace', 'text', 'kind', 'organisation', 'purpose'] as const
export type Filter = (typeof FILTERS)[number]

export interface DataView {
  /** Null for the catalogue. */
  code: string | null
  filters: Partial<Record<Filter, string>>
}

export const KINDS = ['Used', 'Denied', 'Imported', 'Changed', 'Shared', 'Revoked'] as const

/** Null for any other page. */
export function readData(hash: string): DataView | null {
  const found = /^#\/data(?:\/([^/?]+))?(?:\?(.*))?$/.exec(hash)
  if (!found) return null
  const query = new URLSearchParams(found[2] ?? '')
  const filters: DataView['filters'] = {}
  for (const name of FILTERS) {
    const value = query.get(name)
    if (value) filters[name] = value
  }
  return { code: found[1] === undefined ? null : decodeURIComponent(found[1]), filters }
}

export function writeData(view: DataView): string {
  const query = new URLSearchParams()
  for (const name of FILTERS) if (view.filters[name]) query.set(name, view.filters[name])
  const code = view.code === null ? '' : `/${encodeURIComponent(view.code)}`
  return `#/data${code}${query.size ? `?${query}` : ''}`
}

/** What the platform is asked for a page of traces. */
export function traceQuery(view: DataView, before: number | null): string {
  const query = new URLSearchParams()
  for (const name of ['kind', 'organisation', 'purpose'] as const) if (view.filters[name]) query.set(name, view.filters[name])
  if (before !== null) query.set('before', String(before))
  return query.toString()
}
