import type { District } from '@/lib/wire'

/** The tile template that the district configured, ready for use; null = draw our own ground. */
export function tileTemplate(baseMap: District['baseMap']): string | null {
  if (!baseMap?.enabled || !baseMap.wmts) return null
  return baseMap.wmts.replace('{key}', encodeURIComponent(baseMap.key))
}
