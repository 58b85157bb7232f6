import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Point } from '@/lib/distance'
import { get, problemOf } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

/** A part of the city, such as a manhole cover or a lamp. */
export type Asset = Schemas['address.owner.AssetCard']

/** How far it is known which part a code means; `unsure` while the platform cannot be asked. */
export type Knowing = 'none' | 'asking' | 'known' | 'malformed' | 'absent' | 'unsure'

const CODE = /^\d{16}$/

export const getAsset = (code: string) => get<Asset>(`/api/assets/${encodeURIComponent(code)}`)
const getNear = ({ lon, lat }: Point) => get<Asset[]>(`/api/assets?lon=${lon}&lat=${lat}`)

/**
 * The parts near a place, the nearest first; asked anew only when the place moved by some ten metres. Null where nobody could be
 * asked, which is not the same as none.
 */
export function useAssetsNear(place: Ref<Point | null>) {
  const near = shallowRef<readonly Asset[] | null>(null)
  const about = computed(() => place.value && `${place.value.lon.toFixed(4)},${place.value.lat.toFixed(4)}`)
  watch(
    about,
    async (where) => {
      const found = place.value ? await getNear(place.value).catch(() => null) : null
      if (where === about.value) near.value = found
    },
    { immediate: true },
  )
  return near
}

/** Which part a code means: one of those at hand, or one that the platform knows. */
export function useAsset(code: Ref<string>, near: Ref<readonly Asset[] | null>) {
  const asset = shallowRef<Asset | null>(null)
  const knowing = shallowRef<Knowing>('none')

  async function ask(sought: string): Promise<void> {
    try {
      const found = await getAsset(sought)
      if (sought === code.value) [asset.value, knowing.value] = [found, 'known']
    } catch (thrown) {
      if (sought === code.value) knowing.value = problemOf(thrown).status === 404 ? 'absent' : 'unsure'
    }
  }

  watch(
    code,
    (now) => {
      asset.value = near.value?.find((each) => each.code === now) ?? null
      if (asset.value) knowing.value = 'known'
      else if (now === '') knowing.value = 'none'
      else if (!CODE.test(now)) knowing.value = 'malformed'
      else {
        knowing.value = 'asking'
        void ask(now)
      }
    },
    { immediate: true, flush: 'sync' },
  )
  return { asset, knowing }
}
