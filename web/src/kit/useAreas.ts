import { computed, shallowRef } from 'vue'
import type { AreaName } from '@/lib/wire'
import { useWords } from '@/lib/words'

/** Names of areas by code, as the district's own files tell them. */
const names = shallowRef<ReadonlyMap<string, AreaName>>(new Map())

export function nameAreas(areas: readonly AreaName[]): void {
  names.value = new Map([...names.value, ...areas.map((area) => [area.code, area] as const)])
}

/** The district's towns (GB/T 2260: nine digits), by code. */
const towns = computed(() => [...names.value.keys()].filter((code) => /^\d{9}$/.test(code)).toSorted())

export function useAreas() {
  const { either } = useWords()
  const areaName = (code: string | null | undefined): string => {
    const found = code ? names.value.get(code) : undefined
    return found ? either(found.name, found.nameEn) : (code ?? '')
  }
  return { areaName, towns }
}
