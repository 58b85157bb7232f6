import type { BaseMap, District } from '@/lib/wire'

/** The tile template that the district configured, ready for use; null = draw our own ground. */
export function tileTemplate(baseMap: District['baseMap']): string | null {
  if (baseMap === null) return null
  if (typeof baseMap === 'string') return baseMap || null
  return fromParts(baseMap)
}

function fromParts({ enabled, url, wmts, key }: BaseMap): string | null {
  const template = url ?? wmts
  if (enabled === false || !template) return null
  return template.replace('{key}', encodeURIComponent(key ?? ''))
}
