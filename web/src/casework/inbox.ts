import type { Schemas } from '@/lib/wire'

/** The inbox's address (#/inbox?folder=…&town=…&case=…): copied to a colleague, it opens the same list. */
export const FOLDERS = ['MINE', 'UNIT', 'OVERDUE', 'SOON', 'RETURNED', 'WATCHED'] as const
export type Folder = (typeof FOLDERS)[number]
export const FILTERS = ['caseClass', 'town', 'state', 'source', 'grade', 'text'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>
export type Tally = Schemas['casework.inbox.Inbox.Tally']

export interface InboxView {
  folder: Folder
  filters: Filters
  open: string | null
}

export const isInbox = (hash: string): boolean => /^#\/inbox(\?|$)/.test(hash)

/** The case that the address asks to be printed; null for any other page. */
export function printed(hash: string): string | null {
  const found = /^#\/case\/([^/?]+)\/print$/.exec(hash)
  return found ? decodeURIComponent(found[1]!) : null
}

export function readInbox(hash: string): InboxView {
  const query = new URLSearchParams(hash.replace(/^#\/inbox\??/, ''))
  const filters: Filters = {}
  for (const name of FILTERS) {
    const value = query.get(name)
    if (value) filters[name] = value
  }
  return { folder: FOLDERS.find((each) => each === query.get('folder')) ?? 'MINE', filters, open: query.get('case') }
}

export function writeInbox(view: InboxView): string {
  const query = new URLSearchParams({ folder: view.folder })
  for (const name of FILTERS) if (view.filters[name]) query.set(name, view.filters[name])
  if (view.open) query.set('case', view.open)
  return `#/inbox?${query}`
}

/** What the platform is asked for a page of it. */
export function pagePath(view: InboxView, after: string | null): string {
  const query = new URLSearchParams({ folder: view.folder, ...view.filters })
  if (after) query.set('after', after)
  return `/api/inbox?${query}`
}

export const KEYS = ['down', 'up', 'open', 'select', 'selectAll', 'watch', 'search', 'print', 'help', 'leave'] as const
export type Key = (typeof KEYS)[number]

const BY_KEY: Readonly<Record<string, Key>> = {
  j: 'down',
  ArrowDown: 'down',
  k: 'up',
  ArrowUp: 'up',
  Enter: 'open',
  x: 'select',
  X: 'selectAll',
  w: 'watch',
  p: 'print',
  '/': 'search',
  '?': 'help',
  Escape: 'leave',
}

/** What a key means in the list; nothing while somebody writes into a field, or holds a key that the browser wants. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, target: { tagName: string; type?: string } | null): Key | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const writes = target !== null && target.type !== 'checkbox' && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
  const key = BY_KEY[event.key] ?? null
  if (writes) return key === 'leave' ? key : null
  return key === 'open' && target !== null && ['BUTTON', 'A'].includes(target.tagName) ? null : key
}

/** The next place in a list of so many, which ends at both ends. */
export function moved(place: number, by: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place + by))
}

export const tallyText = (tally: Tally): string => (tally.more ? `${tally.count}+` : String(tally.count))
